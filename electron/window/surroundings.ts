import type { Surroundings } from '../imports/import-desk-port.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { Vault } from '../vault/vault.ts';
import type { PracticeRoom } from './practice-room.ts';
import { systemProxies } from './system-proxy.ts';

/**
 * What the window's process tells the import desk: workspaces from the settings, tokens from the vault, practice on
 * demand.
 */
export function surroundingsOf(workspaces: Workspaces, vault: Vault, practice: PracticeRoom): Surroundings {
  return {
    workspace: (workspaceId) => workspaces.view(workspaceId),
    apiUrl: async (workspaceId) => {
      const view = workspaces.view(workspaceId);
      const opened = view?.isPractice === true ? await practice.open() : null;
      return (opened?.ok === true ? opened.value : view)?.workspace.apiUrl ?? '';
    },
    readToken: (workspaceId) => vault.read(workspaceId),
    proxies: systemProxies(),
  };
}
