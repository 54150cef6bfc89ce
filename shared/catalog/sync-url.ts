/** Telecrm's host for reading (its documentation, "Sync API"). Another host than the one that takes leads. */
const SYNC_URL = 'https://next.telecrm.in/autoupdate/v2';
const SYNC_PATH = '/autoupdate/v2';
const OF_TELECRM = /^https:\/\/(?:[\w-]+\.)*telecrm\.in(?::\d+)?(?:\/|$)/iu;

/**
 * Where the Sync API is, given where leads go (`apiUrl`, checked by `checkApiUrl`): Telecrm's own host for every address of
 * Telecrm's, otherwise the same host, for practice and for whatever else stands in its place. The token thus never goes to a
 * host that the user did not name.
 */
export function syncUrlOf(apiUrl: string): string {
  return OF_TELECRM.test(apiUrl) ? SYNC_URL : `${apiUrl.replace(/\/+$/u, '')}${SYNC_PATH}`;
}
