import { checkEndpoint } from '../../shared/catalog/endpoint.ts';
import { syncUrlOf } from '../../shared/catalog/sync-url.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { ProxyFinder } from './route.ts';
import { SyncClient } from './sync-client.ts';
import type { SyncPace } from './sync-pace.ts';

/** How patient a caller is when the server asks to slow down: a person who is told and can give up, or work in the background. */
export type Patience = 'someone-waits' | 'background';

const LONGEST_WAIT_MS: Readonly<Record<Patience, number>> = {
  'someone-waits': 600_000,
  background: 3_600_000,
};

/** What a client of a workspace's Sync API is made of. */
export type SyncAccess = {
  /** Where leads go; the Sync API's own address follows from it. */
  readonly apiUrl: string;
  readonly enterpriseId: string;
  readonly readToken: () => string | null;
  readonly pace: SyncPace;
  readonly proxies?: ProxyFinder;
  /** As in `SyncClientOptions`. */
  readonly onWait?: (untilMs: number | null) => void;
};

/** Opens the Sync API of a workspace for reading: `null` tokens, missing enterprise ids and odd addresses are told first. */
export function openSync(access: SyncAccess, patience: Patience): Result<SyncClient, Failure> {
  const { apiUrl, enterpriseId, readToken, pace, proxies, onWait } = access;
  const endpoint = checkEndpoint({ apiUrl, enterpriseId, token: readToken() });
  if (!endpoint.ok) {
    return failed(asSyncFailure(endpoint.failure));
  }
  return success(
    new SyncClient({
      syncUrl: syncUrlOf(endpoint.value.apiUrl),
      enterpriseId: endpoint.value.enterpriseId,
      readToken,
      pace,
      longestWaitMs: LONGEST_WAIT_MS[patience],
      ...(proxies === undefined ? {} : { proxies }),
      ...(onWait === undefined ? {} : { onWait }),
    }),
  );
}

function asSyncFailure(failure: Failure): Failure {
  switch (failure.kind) {
    case 'token-missing':
      return { kind: 'sync-token-missing' };
    case 'token-refused':
      return { kind: 'sync-token-refused' };
    default:
      return failure;
  }
}
