import { session } from 'electron';
import { RememberedProxies } from '../telecrm/remembered-proxies.ts';
import type { ProxyFinder } from '../telecrm/route.ts';

/**
 * The proxies by the settings of the system, scripts (PAC) included: Chromium reads and runs them, in its sandbox, and only
 * the way is taken from it, not the connection.
 */
export function systemProxies(): ProxyFinder {
  return new RememberedProxies((url) => session.defaultSession.resolveProxy(url));
}
