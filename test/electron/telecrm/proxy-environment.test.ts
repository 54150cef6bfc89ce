import { describe, expect, test } from 'vitest';
import { environmentProxies, routesByEnvironment } from '../../../electron/telecrm/proxy-environment.ts';
import type { Route } from '../../../electron/telecrm/route.ts';

const TELECRM = new URL('https://next-api.telecrm.in/enterprise/acme/autoupdatelead');
const DIRECT: readonly Route[] = [{ kind: 'direct' }];

function proxy(host: string, port: number, more: { isSecure?: boolean; credentials?: string } = {}): Route {
  return {
    kind: 'proxy',
    isSecure: more.isSecure ?? false,
    host,
    port,
    credentials: more.credentials ?? null,
  };
}

describe('the proxy by the variables of the environment', () => {
  test.each<[string, Record<string, string>, readonly Route[]]>([
    ['none', {}, DIRECT],
    ['an empty one', { HTTPS_PROXY: '  ' }, DIRECT],
    ['in capitals', { HTTPS_PROXY: 'http://p:8080' }, [proxy('p', 8080)]],
    ['in small letters', { https_proxy: 'http://p:8080' }, [proxy('p', 8080)]],
    [
      'both: the small ones win',
      { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://big:2' },
      [proxy('small', 1)],
    ],
    ['an empty small one does not', { https_proxy: '', HTTPS_PROXY: 'http://big:2' }, [proxy('big', 2)]],
    ['without scheme', { HTTPS_PROXY: 'p.acme.in:3128' }, [proxy('p.acme.in', 3128)]],
    ['without port', { HTTPS_PROXY: 'http://p' }, [proxy('p', 80)]],
    ['over TLS', { HTTPS_PROXY: 'https://p/' }, [proxy('p', 443, { isSecure: true })]],
    [
      'with a password',
      { HTTPS_PROXY: 'http://asha:s%40fe@p:1' },
      [proxy('p', 1, { credentials: 'asha:s@fe' })],
    ],
    ['with a percent sign', { HTTPS_PROXY: 'http://a:50%@p:1' }, [proxy('p', 1, { credentials: 'a:50%' })]],
    ['an IPv6 address', { HTTPS_PROXY: 'http://[::5]:1' }, [proxy('::5', 1)]],
    ['SOCKS', { HTTPS_PROXY: 'socks5://p:1080' }, [{ kind: 'unsupported', scheme: 'socks5' }]],
    ['nonsense', { HTTPS_PROXY: 'http://p:99999' }, [{ kind: 'unsupported', scheme: 'unknown' }]],
    ['for everything', { ALL_PROXY: 'http://p:1' }, [proxy('p', 1)]],
    ['for plain http only', { HTTP_PROXY: 'http://p:1' }, DIRECT],
  ])('%s', (_, environment, routes) => {
    expect(routesByEnvironment(environment, TELECRM)).toEqual(routes);
  });

  test('plain http has a variable of its own', () => {
    const environment = { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' };
    expect(routesByEnvironment(environment, new URL('http://telecrm.example/'))).toEqual([proxy('p', 1)]);
  });

  test.each([
    ['*', true],
    ['next-api.telecrm.in', true],
    ['NEXT-API.Telecrm.IN', true],
    ['telecrm.in', true],
    ['.telecrm.in', true],
    ['*.telecrm.in', true],
    ['acme.in, telecrm.in', true],
    ['acme.in telecrm.in', true],
    ['telecrm.in:443', true],
    ['telecrm.in:8443', false],
    ['crm.in', false],
    ['api.telecrm.in', false],
    ['localhost,127.0.0.1,::1', false],
    [',', false],
    ['.', false],
  ])('NO_PROXY=%s', (noProxy, isDirect) => {
    const environment = { HTTPS_PROXY: 'http://p:1', NO_PROXY: noProxy };
    expect(routesByEnvironment(environment, TELECRM)).toEqual(isDirect ? DIRECT : [proxy('p', 1)]);
  });

  test('is looked up anew every time', async () => {
    const environment: Record<string, string> = {};
    const proxies = environmentProxies(environment);
    expect(await proxies.routesTo(TELECRM)).toEqual(DIRECT);
    environment['HTTPS_PROXY'] = 'http://p:1';
    proxies.forget();
    expect(await proxies.routesTo(TELECRM)).toEqual([proxy('p', 1)]);
  });
});
