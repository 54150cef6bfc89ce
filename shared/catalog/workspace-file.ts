import { TELECRM_API_URL, type Workspace } from './workspace.ts';

/**
 * The text of a workspace file, which `parseWorkspace` reads again: for another computer, a colleague or the command line.
 * It holds no token, because a workspace holds none. `isPractice` leaves out where the pretend Telecrm of this machine is.
 */
export function workspaceFileText(workspace: Workspace, isPractice: boolean): string {
  const shared = isPractice ? { ...workspace, apiUrl: TELECRM_API_URL, enterpriseId: '' } : workspace;
  return `${JSON.stringify(shared, null, 2)}\n`;
}

/** A name that none of `taken` is: "Acme", or "Acme (2)" where that is taken. At most 100 characters, as a workspace's. */
export function freeWorkspaceName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) {
    free = `${name.slice(0, 90)} (${number})`;
  }
  return free;
}
