import { newWorkspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportDetail } from '../../shared/import.ts';
import { success, type Result } from '../../shared/result.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import type { Workspaces } from '../settings/workspaces.ts';

/** Opens a spreadsheet as a new import of the chosen workspace. */
export type OpenFile = (path: string) => Promise<Result<ImportDetail, Failure>>;

/** Opens text from the clipboard, with tabs between cells, likewise. */
export type OpenPasted = (text: string) => Promise<Result<ImportDetail, Failure>>;

/** See `OpenFile`. `firstName` is the name of a workspace that has to be made (see `chosenWorkspace`). */
export function fileOpener(desk: ImportDesk, workspaces: Workspaces, firstName: string): OpenFile {
  return async (path) => {
    const workspaceId = chosenWorkspace(workspaces, firstName);
    return workspaceId.ok ? desk.open(path, workspaceId.value) : workspaceId;
  };
}

/** See `OpenPasted`. `fileName` is what the cells are called in the list of imports. */
export function pastedOpener(
  desk: ImportDesk,
  workspaces: Workspaces,
  firstName: string,
  fileName: string,
): OpenPasted {
  return async (text) => {
    const workspaceId = chosenWorkspace(workspaces, firstName);
    return workspaceId.ok ? desk.openPasted(text, fileName, workspaceId.value) : workspaceId;
  };
}

/**
 * A file can be prepared before Telecrm is connected: where there is no workspace yet, one is made under `firstName`
 * whose enterprise id and token are asked for before sending.
 */
function chosenWorkspace(workspaces: Workspaces, firstName: string): Result<string, Failure> {
  const chosenId = workspaces.chosenId();
  if (chosenId !== null) {
    return success(chosenId);
  }
  const made = workspaces.save(null, newWorkspace(firstName));
  return made.ok ? success(made.value.workspaceId) : made;
}
