import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../journal/made-import.ts';
import { GOOD } from '../telecrm/certificates.ts';
import { PretendProxy } from '../telecrm/pretend-proxy.ts';
import { startCli, type RunningCli } from './run-cli.ts';

const CLEAN = path.resolve(import.meta.dirname, '../../fixtures/leads-clean.csv');
const LEADS = 40;
const TOKEN = 'a-token-of-telecrm';

/** A Telecrm that only a proxy knows the way to; both on this machine. */
async function farTelecrm(): Promise<{ readonly proxy: PretendProxy; readonly tokens: string[] }> {
  const tokens: string[] = [];
  const server = https.createServer(GOOD, (request, response) => {
    tokens.push(request.headers.authorization ?? '');
    request.resume().on('end', () => response.end('{"status":"QUEUED"}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = new PretendProxy((server.address() as AddressInfo).port);
  await proxy.start();
  onTestFinished(async () => {
    await proxy.stop();
    server.close();
    server.closeAllConnections();
  });
  return { proxy, tokens };
}

/** An import to it, by the proxy that the environment names. */
function importBy(proxy: PretendProxy): RunningCli {
  const dataDir = temporaryFolder();
  const certificate = path.join(dataDir, 'company.pem');
  writeFileSync(certificate, GOOD.cert);
  const route = proxy.route();
  const place = route.kind === 'proxy' ? `${route.host}:${route.port}` : '';
  const to = ['--enterprise', '62ab16e5f1d2c3b4a5968778', '--api-url', 'https://telecrm.test'];
  const how = ['--speed', 'fast', '--yes', '--json', '--data-dir', dataDir];
  return startCli(['import', CLEAN, ...to, ...how], TOKEN, {
    https_proxy: `http://asha:s%40fe@${place}`,
    no_proxy: '',
    NODE_EXTRA_CA_CERTS: certificate,
  });
}

test('leads go through the proxy of the environment, with its password, which is written nowhere', async () => {
  const { proxy, tokens } = await farTelecrm();
  const run = await importBy(proxy).done;
  expect(run.objects.at(-1)).toMatchObject({ kind: 'done', rows: LEADS, accepted: LEADS });
  expect([run.exitCode, tokens.length]).toEqual([0, LEADS]);
  expect(proxy.asked[0]).toMatchObject({
    authority: 'telecrm.test:443',
    headers: { 'proxy-authorization': 'Basic YXNoYTpzQGZl' },
  });
  expect(JSON.stringify(proxy.asked)).not.toContain(TOKEN);
  expect(run.stdout + run.stderr).not.toContain('s@fe');
});

test('a proxy that wants another password is waited for, and says so; nothing is lost when it is interrupted', async () => {
  const { proxy, tokens } = await farTelecrm();
  proxy.manner = { kind: 'answers', head: '407 Who are you?' };
  const running = importBy(proxy);
  running.process.stdout?.on('data', (text: string) => {
    if (text.includes('"waiting":"proxy-password"')) {
      running.process.kill('SIGINT');
    }
  });
  const run = await running.done;
  expect(run.exitCode).toBe(130);
  expect(run.objects.at(-1)).toMatchObject({ kind: 'done', rows: LEADS, accepted: 0, waiting: LEADS });
  expect(tokens).toEqual([]);
});
