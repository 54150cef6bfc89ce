import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { GOOD } from '../electron/telecrm/certificates.ts';
import { PretendProxy } from '../electron/telecrm/pretend-proxy.ts';
import { connectTelecrm, goToFix, openSpreadsheet, say, sendFast, writeLeads } from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

/** A Telecrm that only the proxy of the network knows the way to. */
class FarTelecrm extends PretendTelecrm {
  override get url(): string {
    return 'https://telecrm.test';
  }
}

test('leads take the way that the network’s proxy script names, and what is wrong there is said', async ({
  start,
  dataFolder,
}) => {
  let requests = 0;
  const stranger = https.createServer(GOOD, () => {
    requests += 1;
  });
  stranger.on('tlsClientError', () => undefined);
  stranger.listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const proxy = new PretendProxy((stranger.address() as AddressInfo).port);
  await proxy.start();
  proxy.manner = { kind: 'answers', head: '407 Who are you?', body: 'Password!' };
  const { app, page } = await start();
  const route = proxy.route();
  const place = route.kind === 'proxy' ? `${route.host}:${route.port}` : '';
  await app.evaluate(async ({ session }, proxyPlace) => {
    const script = `function FindProxyForURL(url, host) {
      return host === 'telecrm.test' ? 'SOCKS5 127.0.0.1:1; PROXY ${proxyPlace}' : 'DIRECT';
    }`;
    const pacScript = `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`;
    await session.defaultSession.setProxy({ mode: 'pac_script', pacScript });
  }, place);

  await connectTelecrm(page, new FarTelecrm());
  await openSpreadsheet(app, page, writeLeads(dataFolder, 30));
  await goToFix(page);
  await sendFast(page);
  await expect(page.getByText(beginningOf('waiting.proxy-password'))).toBeVisible();
  expect(proxy.asked[0]?.authority).toBe('telecrm.test:443');

  // Past the proxy, somebody answers in Telecrm's name whom nobody vouches for.
  proxy.manner = { kind: 'tunnel' };
  await expect(page.getByText(beginningOf('waiting.certificate'))).toBeVisible({ timeout: 30_000 });
  expect(requests).toBe(0);
  await proxy.stop();
  stranger.close();
});

/** A sentence up to where the time stands in it. */
function beginningOf(key: 'waiting.proxy-password' | 'waiting.certificate'): string {
  return say(key, { time: '<time>' }).split('<time>')[0] ?? '';
}
