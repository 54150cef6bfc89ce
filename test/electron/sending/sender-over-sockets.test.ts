import net, { type Socket } from 'node:net';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { ScriptedFault } from '../../../electron/practice/faults.ts';
import { PracticeServer, type PracticeServerOptions } from '../../../electron/practice/practice-server.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import type { SenderState, SendingStatus } from '../../../shared/sending/status.ts';
import { quietPort } from '../telecrm/quiet-port.ts';
import { MemoryAllowance } from './simulation/memory-allowance.ts';
import { MemoryQueue, fieldsOnly } from './simulation/memory-queue.ts';
import { shownStates } from './simulation/simulation.ts';
import { TestClock, settle } from './simulation/test-clock.ts';

const cleanUps: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) {
    await cleanUp();
  }
});

type Setting = {
  readonly clock: TestClock;
  readonly server: PracticeServer;
  readonly queue: MemoryQueue;
  readonly sender: Sender;
  readonly statuses: SendingStatus[];
};

/** A sender that talks to a practice server over real sockets; only time is simulated. */
async function setUp(
  options: PracticeServerOptions,
  given: {
    readonly leads?: number;
    readonly hasActions?: boolean;
    readonly token?: string;
    readonly url?: string;
  } = {},
): Promise<Setting> {
  const clock = new TestClock();
  const server = new PracticeServer({ nowMs: () => clock.wallMs(), ...options });
  const { url, enterpriseId, token } = await server.start();
  cleanUps.push(() => server.stop());
  const rows = fieldsOnly(given.leads ?? 30).map(() => ({ hasActions: given.hasActions ?? false }));
  const queue = new MemoryQueue(rows);
  const sink = new AsyncClient({
    apiUrl: given.url ?? url,
    enterpriseId,
    readToken: () => given.token ?? token,
  });
  cleanUps.push(() => sink.close());
  const statuses: SendingStatus[] = [];
  const sender = new Sender({
    queue,
    sink,
    allowance: new MemoryAllowance(),
    clock,
    random: () => 0.5,
    options: { importId: 'import-1', speed: 'fast' },
    onStatus: (status) => statuses.push(status),
  });
  return { clock, server, queue, sender, statuses };
}

/** Runs to the end. Time moves on, to the next thing that is waited for, only while no request is under way. */
async function runToEnd({ clock, queue, sender }: Setting): Promise<SenderState> {
  const run: { end: SenderState | null } = { end: null };
  void sender.start().then((state) => {
    run.end = state;
  });
  for (;;) {
    await settle();
    if (run.end !== null) {
      return run.end;
    }
    if (queue.counts().sending === 0) {
      clock.advanceToNext();
    }
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await setImmediate();
  }
}

/** How often each lead was taken in. */
function timesTakenIn(server: PracticeServer): readonly number[] {
  return server.leads().map((lead) => lead.requests);
}

const GATEWAY = {
  kind: 'status',
  status: 502,
  headers: { 'content-type': 'text/html' },
  isTakenIn: false,
} as const;

describe('one fault in the middle, fields only: every lead arrives in the end', () => {
  test.each<[string, ScriptedFault, number]>([
    ['429 with seconds', { atRequest: 7, kind: 'rate-limit', retryAfter: '20' }, 1],
    ['429 with a date', { atRequest: 7, kind: 'rate-limit', retryAfter: 'Mon, 05 Jan 2026 10:05:00 GMT' }, 1],
    ['429 with nonsense', { atRequest: 7, kind: 'rate-limit', retryAfter: 'later' }, 1],
    ['429 without a word', { atRequest: 7, kind: 'rate-limit', retryAfter: null }, 1],
    ['502 with a page', { atRequest: 7, ...GATEWAY, body: '<html><title>502 Bad Gateway</title></html>' }, 1],
    ['three 502s in a row', { atRequest: 1, times: 3, ...GATEWAY, body: '' }, 1],
    ['reset before it was read', { atRequest: 7, kind: 'reset-before' }, 1],
    ['reset after it was taken in', { atRequest: 7, kind: 'reset-after' }, 2],
    ['half an answer', { atRequest: 7, kind: 'half-answer' }, 2],
    ['a redirect', { atRequest: 7, kind: 'redirect', location: 'http://127.0.0.1:9/' }, 1],
    ['a portal’s page with 200', { atRequest: 7, kind: 'html', status: 200 }, 1],
  ])('%s', async (_, fault, mostTimes) => {
    const setting = await setUp({ faults: [fault] });
    expect(await runToEnd(setting)).toEqual({ kind: 'finished' });
    expect(setting.queue.counts()).toMatchObject({ accepted: 30 });
    expect(setting.server.leads()).toHaveLength(30);
    expect(Math.max(...timesTakenIn(setting.server))).toBe(mostTimes);
    expect(setting.server.requestCount).toBe(30 + (fault.times ?? 1));
  });
});

describe('the same with actions: nothing that may have arrived is repeated', () => {
  test.each<[string, ScriptedFault, 'accepted' | 'unknown']>([
    ['429', { atRequest: 7, kind: 'rate-limit', retryAfter: '20' }, 'accepted'],
    ['502', { atRequest: 7, ...GATEWAY, body: '' }, 'unknown'],
    ['reset before it was read', { atRequest: 7, kind: 'reset-before' }, 'unknown'],
    ['reset after it was taken in', { atRequest: 7, kind: 'reset-after' }, 'unknown'],
    ['half an answer', { atRequest: 7, kind: 'half-answer' }, 'unknown'],
    ['a portal’s page with 200', { atRequest: 7, kind: 'html', status: 200 }, 'unknown'],
  ])('%s', async (_, fault, fate) => {
    const setting = await setUp({ faults: [fault] }, { hasActions: true });
    expect(await runToEnd(setting)).toEqual({ kind: 'finished' });
    const unknown = fate === 'unknown' ? 1 : 0;
    expect(setting.queue.counts()).toMatchObject({ accepted: 30 - unknown, unknown });
    expect(Math.max(...timesTakenIn(setting.server))).toBe(1);
  });
});

describe('what needs more than one request to show', () => {
  test('faults by chance, of every kind: every lead arrives', async () => {
    const rates = {
      'reset-before': 0.05,
      'reset-after': 0.05,
      'half-answer': 0.03,
      html: 0.03,
      'server-error': 0.05,
      'late-error': 0.02,
      redirect: 0.02,
      'log-in': 0.02,
      'rate-limit': 0.01,
    };
    const setting = await setUp({ faults: { seed: 42, rates } }, { leads: 400 });
    expect(await runToEnd(setting)).toEqual({ kind: 'finished' });
    expect(setting.queue.counts()).toMatchObject({ accepted: 400 });
    expect(setting.server.leads()).toHaveLength(400);
  });

  test('a server whose quota is smaller than ours: its Retry-After is kept to the second', async () => {
    const setting = await setUp({ quotaPerHour: 40 }, { leads: 100 });
    expect(await runToEnd(setting)).toEqual({ kind: 'finished' });
    expect(setting.queue.counts()).toMatchObject({ accepted: 100 });
    // Two waits for the quota, and only the requests that were under way when it ran out were refused.
    expect(setting.server.received().filter((request) => request.status === 429).length).toBeLessThan(40);
    expect(shownStates(setting.statuses)).toContain('waiting: slow-down');
  });

  test('401 in the middle stops everything, and the rest waits in the queue', async () => {
    const setting = await setUp({ faults: [{ atRequest: 20, kind: 'token-deleted' }] });
    expect(await runToEnd(setting)).toEqual({ kind: 'stopped', failure: { kind: 'token-refused' } });
    const { accepted } = setting.queue.counts();
    expect(accepted).toBe(19);
    expect(setting.queue.counts()).toMatchObject({ queued: 11, sending: 0, unknown: 0 });
    expect(setting.server.leads()).toHaveLength(19);
  });

  test('a token pasted wrongly costs one request and no lead', async () => {
    const setting = await setUp({}, { token: 'wrong' });
    expect(await runToEnd(setting)).toEqual({ kind: 'stopped', failure: { kind: 'token-refused' } });
    expect(setting.server.requestCount).toBe(1);
    expect(setting.queue.counts()).toMatchObject({ queued: 30 });
  });

  test('a request that hangs is given up after 30 s, and its lead sent again', async () => {
    const setting = await setUp({ faults: [{ atRequest: 1, kind: 'hang', isTakenIn: true }] }, { leads: 5 });
    const end = setting.sender.start();
    await until(() => setting.server.received().length === 1);
    setting.clock.advance(29_999);
    await settle();
    expect(setting.queue.counts()).toMatchObject({ sending: 1 });
    setting.clock.advance(1);
    await until(() => setting.queue.counts().sending === 0 || setting.queue.counts().unknown === 1);
    expect(setting.queue.row(0).outcomes).toMatchObject([{ fate: 'unknown', words: 'TIMEOUT' }]);
    expect(await runToEnd(setting)).toEqual({ kind: 'finished' });
    await end;
    expect(setting.queue.counts()).toMatchObject({ accepted: 5 });
  });

  test('a server that is not there is waited for', async () => {
    const port = await quietPort();
    const setting = await setUp({}, { url: `http://127.0.0.1:${port}`, leads: 5 });
    const end = runToEnd(setting);
    await until(() => shownStates(setting.statuses).includes('waiting: offline'));
    expect(setting.queue.counts()).toMatchObject({ queued: 5 });
    let answered = 0;
    const sockets: Socket[] = [];
    const late = net.createServer((socket) => {
      sockets.push(socket);
      socket.on('data', () => {
        answered += 1;
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
      });
    });
    late.listen(port, '127.0.0.1');
    await once(late, 'listening');
    cleanUps.push(() => {
      sockets.forEach((socket) => socket.destroy());
      late.close();
    });
    expect(await end).toEqual({ kind: 'finished' });
    expect(setting.queue.counts()).toMatchObject({ accepted: 5 });
    expect(setting.queue.rows.every((row) => row.failedAttempts === 0)).toBe(true);
    expect(answered).toBe(5);
  });

  test('pause, continue and stop over real connections', async () => {
    const setting = await setUp({}, { leads: 3_000 });
    const { sender, server, queue } = setting;
    void sender.start();
    await until(() => server.requestCount > 500);
    sender.pause();
    await until(() => sender.status().state.kind === 'paused');
    const { requestCount } = server;
    expect(queue.counts()).toMatchObject({ accepted: requestCount, sending: 0 });
    await settle();
    expect(server.requestCount).toBe(requestCount);
    sender.continue();
    await until(() => server.requestCount > requestCount + 500);
    expect(await sender.stop()).toEqual({ kind: 'paused' });
    expect(queue.counts()).toMatchObject({ accepted: server.requestCount, sending: 0, unknown: 0 });
  });
});
