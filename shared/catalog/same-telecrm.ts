import type { Workspace } from './workspace.ts';

/** Whether leads sent to one workspace arrive where those sent to the other do: the same enterprise at the same address. */
export function isSameTelecrm(one: Workspace, other: Workspace): boolean {
  return one.enterpriseId === other.enterpriseId && one.apiUrl === other.apiUrl;
}
