import { apiNameTwice } from '../catalog/api-name-twice.ts';
import { identifierFieldOf } from '../catalog/identifier-field.ts';
import { workspaceSchema, type Workspace } from '../catalog/workspace.ts';
import type { RecipeFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import { parseVersioned } from './parse-versioned.ts';

/** The version of workspace files that this program writes and reads. */
const WORKSPACE_VERSION = 1;

const WRONG_IDENTIFIER = 'identifier: must be the name of a field of the type phone, email or text.';

/**
 * Reads the text of a workspace file (`--workspace W.json`).
 *
 * @returns `workspace-newer` when a later version of this program wrote it, `workspace-unreadable` with what is wrong
 *   otherwise (such as an identifier that Telecrm could not use), `api-name-twice` when two fields or two actions have one name.
 *   A token in the file is refused like any unknown part: it belongs into the vault.
 */
export function parseWorkspace(text: string, fileName: string): Result<Workspace, RecipeFailure> {
  const parsed = parseVersioned(text, 'workspace', WORKSPACE_VERSION, () => workspaceSchema);
  switch (parsed.kind) {
    case 'read': {
      const twice =
        apiNameTwice(parsed.value.fields.map(({ apiName }) => apiName)) ??
        apiNameTwice(parsed.value.actions.map(({ type }) => type));
      if (twice !== null) {
        return failed({ kind: 'api-name-twice', apiName: twice });
      }
      return identifierFieldOf(parsed.value) === null
        ? failed({ kind: 'workspace-unreadable', fileName, detail: WRONG_IDENTIFIER })
        : success(parsed.value);
    }
    case 'newer':
      return failed({ kind: 'workspace-newer', fileName, version: parsed.version });
    case 'unreadable':
      return failed({ kind: 'workspace-unreadable', fileName, detail: parsed.detail });
  }
}
