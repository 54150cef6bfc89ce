import { workspaceSchema, type Workspace } from '../catalog/workspace.ts';
import type { RecipeFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import { parseVersioned } from './parse-versioned.ts';

/** The version of workspace files that this program writes and reads. */
const WORKSPACE_VERSION = 1;

/**
 * Reads the text of a workspace file (`--workspace W.json`).
 *
 * @returns `workspace-newer` when a later version of this program wrote it, `workspace-unreadable` with what is wrong
 *   otherwise. A token in the file is refused like any unknown part: it belongs into the vault.
 */
export function parseWorkspace(text: string, fileName: string): Result<Workspace, RecipeFailure> {
  const parsed = parseVersioned(text, 'workspace', WORKSPACE_VERSION, () => workspaceSchema);
  switch (parsed.kind) {
    case 'read':
      return success(parsed.value);
    case 'newer':
      return failed({ kind: 'workspace-newer', fileName, version: parsed.version });
    case 'unreadable':
      return failed({ kind: 'workspace-unreadable', fileName, detail: parsed.detail });
  }
}
