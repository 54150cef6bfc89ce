import { describe, expect, test } from 'vitest';
import { parsePacAnswer } from '../../../electron/telecrm/pac-answer.ts';
import type { Route } from '../../../electron/telecrm/route.ts';

const DIRECT: Route = { kind: 'direct' };

function proxy(host: string, port: number, isSecure = false): Route {
  return { kind: 'proxy', isSecure, host, port, credentials: null };
}

describe('what a proxy script answers', () => {
  test.each<[string, readonly Route[]]>([
    ['DIRECT', [DIRECT]],
    ['', [DIRECT]],
    [' ; ;', [DIRECT]],
    ['PROXY proxy.acme.in:8080', [proxy('proxy.acme.in', 8080)]],
    ['PROXY 10.0.0.1:3128;DIRECT', [proxy('10.0.0.1', 3128), DIRECT]],
    ['proxy a:1 ; https b:2', [proxy('a', 1), proxy('b', 2, true)]],
    ['HTTP a:8080', [proxy('a', 8080)]],
    ['PROXY a', [proxy('a', 80)]],
    ['HTTPS a', [proxy('a', 443, true)]],
    ['PROXY [fe80::1]:3128', [proxy('fe80::1', 3128)]],
    ['PROXY [::1]', [proxy('::1', 80)]],
    ['SOCKS5 s:1080; PROXY a:1', [{ kind: 'unsupported', scheme: 'socks5' }, proxy('a', 1)]],
    ['SOCKS s:1080', [{ kind: 'unsupported', scheme: 'socks' }]],
    ['QUIC q:443; DIRECT', [{ kind: 'unsupported', scheme: 'quic' }, DIRECT]],
    ['PROXY', [DIRECT]],
    ['PROXY a:0', [DIRECT]],
    ['PROXY a:70000; PROXY b:1', [proxy('b', 1)]],
    ['PROXY a:1 b', [DIRECT]],
    ['PROXY user@a:1', [DIRECT]],
    ['DIRECT now', [DIRECT]],
    ['<html>Not found</html>', [DIRECT]],
  ])('%j', (answer, routes) => {
    expect(parsePacAnswer(answer)).toEqual(routes);
  });
});
