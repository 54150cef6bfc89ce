import type { Failure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Surroundings } from '../imports/import-desk-port.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import { openSync, type Patience } from '../telecrm/open-sync.ts';
import type { ProxyFinder } from '../telecrm/route.ts';
import type { SyncClient } from '../telecrm/sync-client.ts';
import { SYNC_GAP_MS, SyncPace } from '../telecrm/sync-pace.ts';
import type { Clock } from '../sending/ports.ts';
import type { Vault } from '../vault/vault.ts';
import type { PracticeRoom } from './practice-room.ts';

/**
 * What the window's process tells the import desk: workspaces from the settings, tokens from the vault, practice on
 * demand. Without `proxies` every address is reached directly.
 */
export function surroundingsOf(
  workspaces: Workspaces,
  vault: Vault,
  practice: PracticeRoom,
  proxies?: ProxyFinder,
): Surroundings {
  return {
    workspace: (workspaceId) => workspaces.view(workspaceId),
    apiUrl: async (workspaceId) => {
      const view = workspaces.view(workspaceId);
      const opened = view?.isPractice === true ? await practice.open() : null;
      return (opened?.ok === true ? opened.value : view)?.workspace.apiUrl ?? '';
    },
    readToken: (workspaceId) => vault.read(workspaceId),
    ...(proxies === undefined ? {} : { proxies }),
  };
}

/** Opens the Sync API of a workspace for somebody who waits, or for work in the background. `onWait` as in `SyncClientOptions`. */
export type OpenSync = (
  workspaceId: string,
  patience: Patience,
  onWait?: (untilMs: number | null) => void,
) => Promise<Result<SyncClient, Failure>>;

/** Practice is on this machine and its own: nobody should wait for it as for Telecrm. */
const PRACTICE_GAP_MS = 100;

/** The Sync API of every workspace, with its token from the vault; all that is asked for one workspace shares one pace. */
export function syncOpener(
  workspaces: Workspaces,
  vault: Vault,
  surroundings: Surroundings,
  clock: Pick<Clock, 'monotonicMs' | 'wait'>,
): OpenSync {
  const paces = new Map<string, SyncPace>();
  return async (workspaceId, patience, onWait) => {
    const apiUrl = await surroundings.apiUrl(workspaceId);
    const view = workspaces.view(workspaceId);
    if (view === undefined) {
      return failed({ kind: 'bad-request', detail: 'This workspace does not exist any more.' });
    }
    const { enterpriseId } = view.workspace;
    // Several workspaces of one enterprise may have the same token.
    const key = view.isPractice ? 'practice' : `${apiUrl} ${enterpriseId}`;
    const pace = paces.get(key) ?? new SyncPace(clock, view.isPractice ? PRACTICE_GAP_MS : SYNC_GAP_MS);
    paces.set(key, pace);
    return openSync(
      {
        apiUrl,
        enterpriseId,
        readToken: () => vault.read(workspaceId, 'sync'),
        pace,
        ...(surroundings.proxies === undefined ? {} : { proxies: surroundings.proxies }),
        ...(onWait === undefined ? {} : { onWait }),
      },
      patience,
    );
  };
}
