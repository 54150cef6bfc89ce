import { once } from 'node:events';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import type { ProxyFinder, Route } from '../../../electron/telecrm/route.ts';
import { EXPIRED, GOOD, NOT_YET, OTHER_HOST, TRUSTED } from './certificates.ts';
import { FixedRoutes } from './fixed-routes.ts';
import { PretendProxy, type ProxyManner } from './pretend-proxy.ts';
import { quietPort } from './quiet-port.ts';
import { SELF_SIGNED } from './self-signed.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';

const cleanUps: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) {
    await cleanUp();
  }
});

type Certificate = { readonly key: string; readonly cert: string };
type Answer = 'accepts' | 'resets';

/** A Telecrm that speaks TLS, for which the tests' name is telecrm.test; what it does with each request is the test's to say. */
async function telecrm(
  certificate: Certificate = GOOD,
  answerOf: (number: number) => Answer = () => 'accepts',
): Promise<{
  readonly port: number;
  readonly requests: { readonly path: string; readonly token: string }[];
}> {
  const requests: { readonly path: string; readonly token: string }[] = [];
  const server = https.createServer(certificate, (request, response) => {
    requests.push({ path: request.url ?? '', token: request.headers.authorization ?? '' });
    if (answerOf(requests.length) === 'resets') {
      request.socket.destroy();
    } else {
      response.end('{"status":"QUEUED"}');
    }
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUps.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return { port: (server.address() as AddressInfo).port, requests };
}

async function proxyTo(port: number, certificate?: Certificate): Promise<PretendProxy> {
  const proxy = new PretendProxy(port, certificate);
  await proxy.start();
  cleanUps.push(() => proxy.stop());
  return proxy;
}

function clientBy(proxies: ProxyFinder, apiUrl = 'https://telecrm.test:8443'): AsyncClient {
  const client = new AsyncClient({
    apiUrl,
    enterpriseId: 'acme',
    readToken: () => TOKEN,
    proxies,
    trusted: TRUSTED,
  });
  cleanUps.push(() => client.close());
  return client;
}

function send(client: AsyncClient, signal = new AbortController().signal): ReturnType<AsyncClient['send']> {
  return client.send('{"fields":{"phone":"919876543210"}}', signal);
}

/** A port of this machine on which nobody listens. */
describe('through a tunnel', () => {
  test('a lead arrives, and the proxy learns the host’s name and no more', async () => {
    const { port, requests } = await telecrm();
    const proxy = await proxyTo(port);
    const client = clientBy(new FixedRoutes([proxy.route()]));
    expect(await send(client)).toMatchObject({ kind: 'answered', status: 200, body: '{"status":"QUEUED"}' });
    expect(requests).toEqual([{ path: '/enterprise/acme/autoupdatelead', token: `Bearer ${TOKEN}` }]);
    expect(proxy.asked).toMatchObject([
      { authority: 'telecrm.test:8443', headers: { host: 'telecrm.test:8443' } },
    ]);
    expect(JSON.stringify(proxy.asked)).not.toContain(TOKEN);
    expect(proxy.asked[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  test('many requests use one connection', async () => {
    const { port, requests } = await telecrm();
    const proxy = await proxyTo(port);
    const client = clientBy(new FixedRoutes([proxy.route()]));
    for (let number = 0; number < 10; number += 1) {
      expect(await send(client)).toMatchObject({ kind: 'answered', status: 200 });
    }
    expect([requests.length, proxy.asked.length]).toEqual([10, 1]);
  });

  test('several at once use one each, and all arrive', async () => {
    const { port, requests } = await telecrm();
    const proxy = await proxyTo(port);
    const client = clientBy(new FixedRoutes([proxy.route()]));
    const replies = await Promise.all(Array.from({ length: 16 }, () => send(client)));
    expect(replies.every((reply) => reply.kind === 'answered')).toBe(true);
    expect(requests).toHaveLength(16);
    expect(proxy.asked.length).toBeLessThanOrEqual(16);
  });

  test('to a proxy that is spoken to over TLS', async () => {
    const { port } = await telecrm();
    const proxy = await proxyTo(port, GOOD);
    const routes = new FixedRoutes([proxy.route({ isSecure: true, host: 'localhost' })]);
    expect(await send(clientBy(routes))).toMatchObject({ kind: 'answered', status: 200 });
  });

  test('with the password that its address holds', async () => {
    const { port } = await telecrm();
    const proxy = await proxyTo(port);
    await send(clientBy(new FixedRoutes([proxy.route({ credentials: 'asha:s@fe' })])));
    expect(proxy.asked[0]?.headers['proxy-authorization']).toBe('Basic YXNoYTpzQGZl');
  });

  test('an address on this machine never goes through a proxy', async () => {
    const { port, requests } = await telecrm();
    const proxy = await proxyTo(port);
    const routes = new FixedRoutes([proxy.route()]);
    for (const host of ['localhost', '127.0.0.1']) {
      expect(await send(clientBy(routes, `https://${host}:${port}`))).toMatchObject({ status: 200 });
    }
    expect([requests.length, proxy.asked.length, routes.asked.length]).toEqual([2, 0, 0]);
  });
});

describe('certainly not sent', () => {
  test.each<[string, ProxyManner, string]>([
    ['a proxy that wants a password', { kind: 'answers', head: '407 Who are you?' }, 'PROXY_PASSWORD'],
    [
      'a proxy that forbids it',
      { kind: 'answers', head: '403 Forbidden', body: '<html>No' },
      'PROXY_REFUSED',
    ],
    ['a proxy that does not know tunnels', { kind: 'answers', head: '405 Not allowed' }, 'PROXY_REFUSED'],
    ['a portal that redirects', { kind: 'answers', head: '302 Found\r\nLocation: /log-in' }, 'PROXY_REFUSED'],
    ['a proxy that does not reach Telecrm', { kind: 'answers', head: '502 Bad Gateway' }, 'PROXY_NO_WAY'],
    ['a proxy that waits too long for it', { kind: 'answers', head: '504 Timeout' }, 'PROXY_NO_WAY'],
    ['a proxy that closes', { kind: 'closes' }, 'PROXY_UNREACHABLE'],
    ['a tunnel that is cut before it is trusted', { kind: 'cuts' }, 'ECONNRESET'],
  ])('%s', async (_, manner, code) => {
    const { port, requests } = await telecrm();
    const proxy = await proxyTo(port);
    proxy.manner = manner;
    const routes = new FixedRoutes([proxy.route()]);
    expect(await send(clientBy(routes))).toEqual({
      kind: 'not-sent',
      code,
      durationMs: expect.any(Number) as number,
    });
    expect(requests).toHaveLength(0);
    expect(routes.forgotten).toBe(1);
  });

  test('nobody listens where the proxy should be', async () => {
    const routes: readonly Route[] = [
      { kind: 'proxy', isSecure: false, host: '127.0.0.1', port: await quietPort(), credentials: null },
    ];
    const client = clientBy(new FixedRoutes(routes));
    expect(await send(client)).toMatchObject({ kind: 'not-sent', code: 'PROXY_UNREACHABLE' });
  });

  test('what listens there is no proxy', async () => {
    const { port } = await telecrm();
    const server = net.createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUps.push(() => void server.close());
    const proxy = await proxyTo(port);
    const route = proxy.route({ port: (server.address() as AddressInfo).port });
    expect(await send(clientBy(new FixedRoutes([route])))).toMatchObject({ code: 'PROXY_UNREACHABLE' });
  });

  test.each<[string, Certificate, string]>([
    ['for another host', OTHER_HOST, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['that has expired', EXPIRED, 'CERT_HAS_EXPIRED'],
    ['that is not valid yet', NOT_YET, 'CERT_NOT_YET_VALID'],
    ['that nobody vouches for', SELF_SIGNED, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('Telecrm’s certificate, seen through the tunnel, is one %s', async (_, certificate, code) => {
    const { port, requests } = await telecrm(certificate);
    const proxy = await proxyTo(port);
    const client = clientBy(new FixedRoutes([proxy.route()]));
    expect(await send(client)).toMatchObject({ kind: 'not-sent', code });
    expect(requests).toHaveLength(0);
  });

  test('the proxy’s own certificate is not trusted', async () => {
    const { port } = await telecrm();
    const proxy = await proxyTo(port, OTHER_HOST);
    const routes = new FixedRoutes([proxy.route({ isSecure: true, host: 'localhost' })]);
    expect(await send(clientBy(routes))).toMatchObject({
      kind: 'not-sent',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(proxy.asked).toHaveLength(0);
  });

  test('given up while the proxy says nothing; closing leaves no connection behind', async () => {
    const { port } = await telecrm();
    const proxy = await proxyTo(port);
    proxy.manner = { kind: 'silent' };
    const client = clientBy(new FixedRoutes([proxy.route()]));
    const abort = new AbortController();
    const reply = send(client, abort.signal);
    await until(() => proxy.asked.length === 1);
    abort.abort();
    expect(await reply).toMatchObject({ kind: 'not-sent', code: 'TIMEOUT' });
    client.close();
    await until(() => proxy.openSockets === 0);
  });

  test('given up while nobody has said yet where the proxy is', async () => {
    const proxies: ProxyFinder = { routesTo: () => new Promise(() => {}), forget: () => {} };
    const abort = new AbortController();
    const reply = send(clientBy(proxies), abort.signal);
    abort.abort();
    expect(await reply).toMatchObject({ kind: 'not-sent', code: 'TIMEOUT' });
    expect(await send(clientBy(proxies), abort.signal)).toMatchObject({ kind: 'not-sent', code: 'TIMEOUT' });
  });
});

describe('it may have arrived', () => {
  test('when the connection through the tunnel ends after it was made', async () => {
    const { port, requests } = await telecrm(GOOD, (number) => (number === 1 ? 'accepts' : 'resets'));
    const proxy = await proxyTo(port);
    const client = clientBy(new FixedRoutes([proxy.route()]));
    expect(await send(client)).toMatchObject({ kind: 'answered' });
    // Once over the connection that served the first, once over a new one.
    expect(await send(client)).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
    expect(await send(client)).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
    expect([requests.length, proxy.asked.length]).toEqual([3, 2]);
  });
});

describe('of several ways', () => {
  test('one that cannot be reached is passed over, and tried last from then on', async () => {
    const { port } = await telecrm();
    const [proxy, other] = [await proxyTo(port), await proxyTo(port)];
    proxy.manner = { kind: 'closes' };
    const client = clientBy(new FixedRoutes([proxy.route(), other.route()]));
    for (let number = 0; number < 3; number += 1) {
      expect(await send(client)).toMatchObject({ kind: 'answered' });
    }
    expect([proxy.asked.length, other.asked.length]).toEqual([1, 1]);
  });

  test('a kind that this program does not speak is passed over; alone it is a reason of its own', async () => {
    const { port } = await telecrm();
    const proxy = await proxyTo(port);
    const socks: Route = { kind: 'unsupported', scheme: 'socks5' };
    expect(await send(clientBy(new FixedRoutes([socks, proxy.route()])))).toMatchObject({ kind: 'answered' });
    expect(await send(clientBy(new FixedRoutes([socks])))).toMatchObject({
      kind: 'not-sent',
      code: 'PROXY_UNSUPPORTED',
    });
  });

  test('where none leads to Telecrm, the one that led furthest says why', async () => {
    const { port } = await telecrm();
    const proxy = await proxyTo(port);
    proxy.manner = { kind: 'answers', head: '407 Who are you?' };
    const socks: Route = { kind: 'unsupported', scheme: 'socks5' };
    const dead = proxy.route({ port: await quietPort() });
    const ways: readonly (readonly [readonly Route[], string])[] = [
      [[socks, proxy.route()], 'PROXY_PASSWORD'],
      [[dead, proxy.route()], 'PROXY_PASSWORD'],
      [[socks, dead], 'PROXY_UNREACHABLE'],
      [[dead, socks], 'PROXY_UNREACHABLE'],
    ];
    for (const [routes, code] of ways) {
      expect(await send(clientBy(new FixedRoutes(routes)))).toMatchObject({ kind: 'not-sent', code });
    }
    // No name is as long as that, so that no name server needs to be asked.
    const apiUrl = `https://${'a'.repeat(70)}.invalid`;
    const direct = clientBy(new FixedRoutes([dead, { kind: 'direct' }]), apiUrl);
    // The second time the proxy that could not be reached comes last; it is tried all the same.
    expect(await send(direct)).toMatchObject({ kind: 'not-sent', code: 'PROXY_UNREACHABLE' });
    expect(await send(direct)).toMatchObject({ kind: 'not-sent', code: 'PROXY_UNREACHABLE' });
  });

  test('a proxy that refuses is not passed over: the network means it so', async () => {
    const { port } = await telecrm();
    const [proxy, other] = [await proxyTo(port), await proxyTo(port)];
    proxy.manner = { kind: 'answers', head: '403 Forbidden' };
    const client = clientBy(new FixedRoutes([proxy.route(), other.route()]));
    expect(await send(client)).toMatchObject({ kind: 'not-sent', code: 'PROXY_REFUSED' });
    expect(other.asked).toHaveLength(0);
  });

  test('another network with another way counts at the next request', async () => {
    const { port } = await telecrm();
    const [proxy, other] = [await proxyTo(port), await proxyTo(port)];
    const routes = new FixedRoutes([proxy.route()]);
    const client = clientBy(routes);
    await send(client);
    routes.routes = [other.route()];
    await send(client);
    expect([proxy.asked.length, other.asked.length]).toEqual([1, 1]);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await setImmediate();
  }
}
