import { newWorkspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportDetail } from '../../shared/import.ts';
import { success, type Result } from '../../shared/result.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import type { Workspaces } from '../settings/workspaces.ts';

/** Opens a spreadsheet as a new import of the chosen workspace. */
export type OpenFile = (path: string) => Promise<Result<ImportDetail, Failure>>;

/**
 * A file can be prepared before Telecrm is connected: where there is no workspace yet, one is made under `firstName` whose
 * enterprise id and token are asked for before sending.
 */
export function fileOpener(desk: ImportDesk, workspaces: Workspaces, firstName: string): OpenFile {
  return async (path) => {
    const chosenId = workspaces.chosenId();
    const made = chosenId === null ? workspaces.save(null, newWorkspace(firstName)) : success(null);
    if (!made.ok) {
      return made;
    }
    return desk.open(path, chosenId ?? made.value?.workspaceId ?? '');
  };
}
