import type { Failure } from '../../../shared/failure.ts';

/** Where a failure can be put right: in the token's box, on the workspace screen, or at a step of the import. */
export type Cure = 'token' | 'workspace' | 'match' | 'fix';

/** Where a failure of sending can be put right; `null` where only waiting or somebody else helps. */
export function cureOf(failure: Failure): Cure | null {
  switch (failure.kind) {
    case 'token-missing':
    case 'token-refused':
    case 'token-is-enterprise-id':
      return 'token';
    case 'workspace-refused':
    case 'enterprise-id-is-token':
    case 'enterprise-id-missing':
    case 'enterprise-id-odd':
    case 'url-unreadable':
    case 'url-not-secure':
    case 'api-name-twice':
    case 'sync-token-missing':
    case 'sync-token-refused':
    // A Wi-Fi's log-in page is the usual reason; the other is the address, which only the workspace shows.
    case 'not-telecrm':
      return 'workspace';
    case 'identifier-not-matched':
    case 'constant-does-not-fit':
    case 'action-incomplete':
    case 'action-not-in-workspace':
    case 'part-not-in-workspace':
    case 'action-takes-no-time':
    case 'field-matched-twice':
    case 'field-not-in-workspace':
      return 'match';
    case 'nothing-to-send':
      return 'fix';
    default:
      return null;
  }
}
