import { once } from 'node:events';
import https, { type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Route } from '../../../electron/telecrm/route.ts';
import { EXPIRED, GOOD, NOT_YET, OTHER_HOST, TRUSTED } from '../telecrm/certificates.ts';
import { FixedRoutes } from '../telecrm/fixed-routes.ts';
import { PretendProxy, type ProxyManner } from '../telecrm/pretend-proxy.ts';
import { quietPort } from '../telecrm/quiet-port.ts';
import { SELF_SIGNED } from '../telecrm/self-signed.ts';
import { RealRun, type Target } from './real-run.ts';

// Each fault of the way to Telecrm by itself: the real sender, a real journal, TLS over real connections; only time is
// simulated. No lead may be lost or sent twice, and none may be spent on finding out.

const LEADS = 20;

const OFFLINE = 'No internet. Paused at 0. It will continue when you’re back online.';
const CERTIFICATE =
  'We cannot make sure that it is Telecrm that answers, so nothing is sent. Check the date and time of this computer, ' +
  'and whether the Wi-Fi wants you to log in. We try again by ourselves at <time>.';

type Certificate = { readonly key: string; readonly cert: string };
type Telecrm = { readonly server: Server; readonly port: number; readonly bodies: string[] };

/** A Telecrm that speaks TLS and accepts everything, at this port or any. */
async function telecrm(certificate: Certificate = GOOD, wishedPort = 0): Promise<Telecrm> {
  const bodies: string[] = [];
  const server = https.createServer(certificate, (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      bodies.push(body);
      response.end('{"status":"QUEUED"}');
    });
  });
  server.on('tlsClientError', () => {});
  server.listen(wishedPort, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return { server, port: (server.address() as AddressInfo).port, bodies };
}

async function proxyTo(port: number): Promise<PretendProxy> {
  const proxy = new PretendProxy(port);
  await proxy.start();
  onTestFinished(() => proxy.stop());
  return proxy;
}

function targetAt(apiUrl: string, routes: readonly Route[] = []): Target {
  const way = routes.length === 0 ? {} : { proxies: new FixedRoutes(routes) };
  return { apiUrl, enterpriseId: 'acme', token: 'a-token', trusted: TRUSTED, ...way };
}

describe('Telecrm’s certificate is wrong', () => {
  test.each<[string, Certificate, string]>([
    ['nobody vouches for it', SELF_SIGNED, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['it is for another host', OTHER_HOST, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['it has expired', EXPIRED, 'CERT_HAS_EXPIRED'],
    ['it is not valid yet', NOT_YET, 'CERT_NOT_YET_VALID'],
  ])('%s: nothing is sent, people are told, and after a while it stops', async (_, certificate, code) => {
    const { server, port, bodies } = await telecrm(certificate);
    const run = new RealRun(LEADS);
    const target = targetAt(`https://localhost:${port}`);
    const end = await run.send(target);
    expect(end).toMatchObject({
      state: { kind: 'stopped', failure: { kind: 'certificate-refused', code } },
      counts: { queued: LEADS, unknown: 0, rejected: 0 },
    });
    expect(end.told[0]).toBe(CERTIFICATE);
    expect(end.told.at(-1)).toContain('Check the date and time of this computer.');
    expect(bodies).toEqual([]);
    server.setSecureContext(GOOD);
    expect(await run.send(target)).toMatchObject({
      state: { kind: 'finished' },
      counts: { accepted: LEADS },
    });
    expect([bodies.length, new Set(bodies).size]).toEqual([LEADS, LEADS]);
  });

  test('only for a moment, as behind a Wi-Fi’s log-in page: sending goes on by itself', async () => {
    const { server, port, bodies } = await telecrm(OTHER_HOST);
    const run = new RealRun(LEADS);
    const end = await run.send(targetAt(`https://localhost:${port}`), () => server.setSecureContext(GOOD));
    expect(end).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS } });
    expect([end.told, bodies.length]).toEqual([[CERTIFICATE], LEADS]);
  });

  test('what listens there does not speak TLS', async () => {
    const proxy = await proxyTo(9);
    const route = proxy.route();
    const port = route.kind === 'proxy' ? route.port : 0;
    const end = await new RealRun(LEADS).send(targetAt(`https://localhost:${port}`));
    expect(end.state).toMatchObject({ kind: 'stopped', failure: { kind: 'certificate-refused' } });
    expect(end.counts).toMatchObject({ queued: LEADS });
  });
});

describe('no connection', () => {
  test('nobody listens: waited for, and gone on with as soon as somebody does', async () => {
    const { server, port, bodies } = await telecrm(GOOD, await quietPort());
    server.close();
    await once(server, 'close');
    const run = new RealRun(LEADS);
    const end = await run.send(targetAt(`https://localhost:${port}`), () => server.listen(port, '127.0.0.1'));
    expect(end).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS } });
    expect([end.told, bodies.length]).toEqual([[OFFLINE], LEADS]);
  });

  test('a host whose name leads nowhere: waited for, whatever the name service says', async () => {
    const { port, bodies } = await telecrm();
    const proxy = await proxyTo(port);
    // No name is as long as that, so that no name server needs to be asked.
    const target = targetAt(`https://${'a'.repeat(70)}.invalid`, [{ kind: 'direct' }]);
    const end = await new RealRun(LEADS).send(target, () => {
      if (target.proxies instanceof FixedRoutes) {
        // Another network, where a proxy knows the way; its certificate is for another name all the same.
        target.proxies.routes = [proxy.route()];
      }
    });
    expect(end.told.slice(0, 2)).toEqual([OFFLINE, CERTIFICATE]);
    expect(end.counts).toMatchObject({ queued: LEADS });
    expect(bodies).toEqual([]);
  });
});

describe('the proxy of the network', () => {
  test.each<[string, ProxyManner, string]>([
    ['does not answer', { kind: 'closes' }, 'The proxy of this network is not answering. Nothing is lost.'],
    [
      'wants a password',
      { kind: 'answers', head: '407 Who are you?' },
      'wants a password, which this program cannot give',
    ],
    [
      'forbids it',
      { kind: 'answers', head: '403 Forbidden', body: '<html>' },
      'does not let us through to Telecrm.',
    ],
    ['does not reach Telecrm', { kind: 'answers', head: '502 Bad Gateway' }, OFFLINE],
  ])('%s: people are told, and sending goes on by itself when it does', async (_, manner, sentence) => {
    const { port, bodies } = await telecrm();
    const proxy = await proxyTo(port);
    proxy.manner = manner;
    const end = await new RealRun(LEADS).send(targetAt('https://telecrm.test', [proxy.route()]), () => {
      proxy.manner = { kind: 'tunnel' };
    });
    expect(end).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS } });
    expect(end.told).toEqual([expect.stringContaining(sentence)]);
    expect([bodies.length, new Set(bodies).size]).toEqual([LEADS, LEADS]);
  });

  test.each<[string, ProxyManner, string, string]>([
    [
      'wants a password',
      { kind: 'answers', head: '407 Who?' },
      'proxy-password',
      'Ask whoever looks after your network',
    ],
    [
      'forbids it',
      { kind: 'answers', head: '403 No' },
      'proxy-refused',
      'Ask whoever looks after your network',
    ],
  ])('%s for a quarter of an hour: sending stops', async (_, manner, kind, hint) => {
    const { port, bodies } = await telecrm();
    const proxy = await proxyTo(port);
    proxy.manner = manner;
    const end = await new RealRun(LEADS).send(targetAt('https://telecrm.test', [proxy.route()]));
    expect(end).toMatchObject({ state: { kind: 'stopped', failure: { kind } }, counts: { queued: LEADS } });
    expect(end.told.at(-1)).toContain(hint);
    expect([Math.round(end.tookMs / 60_000), bodies.length]).toEqual([15, 0]);
  });

  test('is of a kind that this program does not speak: sending stops and says so', async () => {
    const socks: Route = { kind: 'unsupported', scheme: 'socks5' };
    const end = await new RealRun(LEADS).send(targetAt('https://telecrm.test', [socks]));
    expect(end.state).toMatchObject({ kind: 'stopped', failure: { kind: 'proxy-unsupported' } });
    expect(end.told.at(-1)).toContain('(SOCKS)');
  });
});
