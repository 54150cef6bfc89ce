import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { newWorkspace, type Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { parseRecipe, type Recipe } from '../../shared/mapping/recipe.ts';
import { parseWorkspace } from '../../shared/mapping/parse-workspace.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Surroundings } from '../imports/import-desk-port.ts';
import { fileFailureOf } from '../reading/file-failure.ts';
import { ownFileText } from '../reading/own-file-text.ts';
import { environmentProxies } from '../telecrm/proxy-environment.ts';

/** The id under which the command line's one workspace is known to the desk. */
export const CLI_WORKSPACE_ID = 'command-line';

/**
 * The desk's surroundings for one command: one workspace, one token. The token stays in this closure; `readToken` hands it
 * to the request that needs it.
 */
export function cliSurroundings(workspace: Workspace, token: string | null): Surroundings {
  const view: WorkspaceView = {
    workspaceId: CLI_WORKSPACE_ID,
    workspace,
    token: token === null ? 'none' : 'this-session',
    syncToken: 'none',
    isPractice: false,
  };
  return {
    // An import that was begun in the window is resumed under its own id, with the workspace that was kept with it.
    workspace: (workspaceId) => ({ ...view, workspaceId }),
    apiUrl: () => Promise.resolve(workspace.apiUrl),
    readToken: () => token,
    proxies: environmentProxies(process.env),
  };
}

/** The workspace of `--workspace`, or an empty one; `--enterprise` and `--api-url` win over what the file says. */
export function readWorkspace(options: {
  readonly workspace: string | null;
  readonly enterprise: string | null;
  readonly apiUrl: string | null;
}): Result<Workspace, Failure> {
  const base =
    options.workspace === null
      ? success(newWorkspace('Telecrm'))
      : readFileAs(options.workspace, parseWorkspace);
  if (!base.ok) {
    return base;
  }
  return success({
    ...base.value,
    enterpriseId: options.enterprise ?? base.value.enterpriseId,
    apiUrl: (options.apiUrl ?? base.value.apiUrl).replace(/\/+$/u, ''),
  });
}

/** The recipe of `--recipe`; `null` when none was given. */
export function readRecipe(path: string | null): Result<Recipe | null, Failure> {
  return path === null ? success(null) : readFileAs(path, parseRecipe);
}

/** Where the environment holds the two kinds of tokens. */
type TokenVariable = 'TELECRM_TOKEN' | 'TELECRM_SYNC_TOKEN';

/** The token from the environment or from standard input; `null` when there is none. */
export function readGivenToken(fromStdin: boolean, variable: TokenVariable = 'TELECRM_TOKEN'): string | null {
  const text = fromStdin ? readFileSync(0, 'utf8') : (process.env[variable] ?? '');
  // What is started by this program has no business with any token.
  delete process.env['TELECRM_TOKEN'];
  delete process.env['TELECRM_SYNC_TOKEN'];
  const token = text.trim();
  return token === '' ? null : token;
}

function readFileAs<Value>(
  path: string,
  parse: (text: string, fileName: string) => Result<Value, Failure>,
): Result<Value, Failure> {
  const fileName = basename(path);
  try {
    return parse(ownFileText(readFileSync(path)), fileName);
  } catch (error) {
    const failure = fileFailureOf(error, fileName);
    if (failure === null) {
      throw error;
    }
    return failed(failure);
  }
}
