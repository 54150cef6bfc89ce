import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fault, ScriptedFault } from '../../../electron/practice/faults.ts';
import { PracticeServer } from '../../../electron/practice/practice-server.ts';
import { RealRun, type Target } from './real-run.ts';

// Each fault by itself: the real sender, a real journal, a real server, real connections; only time is simulated. Said are
// the sentences that people read meanwhile.

const LEADS = 30;
const PAGE = '<html><head><title>503 Service Unavailable</title></head><body>…</body></html>';

const LIMIT = 'Telecrm’s hourly limit is reached. Sending continues by itself at <time>.';
const TROUBLE = 'Telecrm is not answering properly. Nothing is lost. We try again by ourselves at <time>.';
const REPEAT = 'The last few leads got no clear answer. They are sent once more at <time>.';
const SOMETHING_ELSE =
  'Something else answers in Telecrm’s place. It may be a Wi-Fi that wants you to log in: open any website to see. ' +
  'We try again by ourselves at <time>.';

type Setting = { readonly run: RealRun; readonly server: PracticeServer; readonly target: Target };

async function against(faults: readonly ScriptedFault[], leads = LEADS): Promise<Setting> {
  const run = new RealRun(leads);
  const server = new PracticeServer({ faults, nowMs: () => run.clock.wallMs() });
  const { url, enterpriseId, token } = await server.start();
  onTestFinished(() => server.stop());
  return { run, server, target: { apiUrl: url, enterpriseId, token } };
}

function page(status: number, more: Partial<Extract<Fault, { kind: 'status' }>> = {}) {
  const headers = { 'content-type': 'text/html' };
  return { kind: 'status', status, body: PAGE, headers, isTakenIn: false, ...more } as const;
}

/** How often each lead was taken in, at most. */
function mostTimes(server: PracticeServer): number {
  return Math.max(...server.leads().map((lead) => lead.requests));
}

describe('one fault in the middle of a run: every lead is accepted in the end', () => {
  test.each<[string, Fault, readonly string[], number]>([
    ['429 with seconds', { kind: 'rate-limit', retryAfter: '20' }, [LIMIT], 1],
    [
      '429 with a date',
      { kind: 'rate-limit', retryAfter: new Date(Date.now() + 60_000).toUTCString() },
      [LIMIT],
      1,
    ],
    [
      '429 with a date that is over',
      { kind: 'rate-limit', retryAfter: 'Mon, 05 Jan 2009 10:05:00 GMT' },
      [LIMIT],
      1,
    ],
    ['429 with nonsense', { kind: 'rate-limit', retryAfter: 'later, perhaps' }, [LIMIT], 1],
    ['429 without a word', { kind: 'rate-limit', retryAfter: null }, [LIMIT], 1],
    ['500 with a page', page(500), [REPEAT], 1],
    ['502 with a page', page(502), [REPEAT], 1],
    ['503 with a page', page(503), [REPEAT], 1],
    ['503 that says for how long', page(503, { headers: { 'retry-after': '120' } }), [REPEAT], 1],
    ['504, but the lead was taken in', page(504, { isTakenIn: true }), [REPEAT], 2],
    ['a connection that is reset before the request is read', { kind: 'reset-before' }, [REPEAT], 1],
    ['a connection that is reset after the lead was taken in', { kind: 'reset-after' }, [REPEAT], 2],
    ['half an answer', { kind: 'half-answer' }, [REPEAT], 2],
    ['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/log-in' }, [REPEAT], 1],
    ['a web page with 200', { kind: 'html', status: 200 }, [REPEAT], 1],
    ['a network that wants a log-in (511)', { kind: 'html', status: 511 }, [], 1],
    ['a proxy’s 407 in Telecrm’s place', { kind: 'html', status: 407 }, [], 1],
  ])('%s', async (_, fault, told, times) => {
    const { run, server, target } = await against([{ ...fault, atRequest: 7 }]);
    const end = await run.send(target);
    expect(end).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS } });
    expect(end.told).toEqual(told);
    expect(server.leads()).toHaveLength(LEADS);
    expect([server.requestCount, mostTimes(server)]).toEqual([LEADS + 1, times]);
  });

  test.each<[string, string | null, number, number]>([
    ['seconds', '20', 19_000, 35_000],
    // Relative to the answer's own date, which the server takes from the real clock: a slow machine makes it less.
    ['a date', new Date(Date.now() + 300_000).toUTCString(), 200_000, 315_000],
    ['nonsense', '-1', 4_000, 20_000],
    ['no word', null, 4_000, 20_000],
  ])('a 429 with %s: nothing leaves before it is time', async (_, retryAfter, leastMs, mostMs) => {
    const { run, server, target } = await against([{ atRequest: 7, kind: 'rate-limit', retryAfter }]);
    await run.send(target);
    const refusedAtMs = server.received().find((request) => request.status === 429)?.atMs ?? 0;
    const times = server.received().map((request) => request.atMs - refusedAtMs);
    expect(times.filter((timeMs) => timeMs > 0 && timeMs < leastMs)).toEqual([]);
    expect(Math.max(...times)).toBeLessThan(mostMs);
  });
});

describe('a fault that lasts', () => {
  test.each<[string, Fault, string]>([
    ['500 with pages', page(500), TROUBLE],
    ['502 with pages', page(502), TROUBLE],
    ['503 with pages', page(503), TROUBLE],
    ['resets', { kind: 'reset-before' }, TROUBLE],
    ['redirects', { kind: 'redirect', location: 'http://127.0.0.1:9/log-in' }, SOMETHING_ELSE],
    ['web pages with 200', { kind: 'html', status: 200 }, SOMETHING_ELSE],
    ['log-in pages with 511', { kind: 'html', status: 511 }, SOMETHING_ELSE],
  ])('%s: it is said, and sending goes on by itself when it is over', async (_, fault, sentence) => {
    const { run, server, target } = await against([{ ...fault, atRequest: 7, times: 14 }]);
    const end = await run.send(target);
    expect(end).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS, unknown: 0 } });
    expect(end.told).toContain(sentence);
    expect(server.leads()).toHaveLength(LEADS);
    expect(server.requestCount).toBe(LEADS + 14);
  });

  test('web pages for a quarter of an hour: sending stops and says what to look at; then it goes on where it was', async () => {
    const { run, server, target } = await against([{ atRequest: 7, times: 40, kind: 'html', status: 200 }]);
    const end = await run.send(target);
    expect(end.state).toEqual({
      kind: 'stopped',
      failure: { kind: 'not-telecrm', words: 'Welcome to the Wi-Fi' },
    });
    expect(end.told.at(-1)).toContain('It may be a Wi-Fi that wants you to log in');
    expect(Math.round(end.tookMs / 60_000)).toBeLessThan(20);
    const { accepted, queued, unknown } = end.counts;
    expect([accepted, queued + unknown]).toEqual([6, LEADS - 6]);
    const next = await run.send(target);
    expect(next).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS } });
    expect([server.leads().length, mostTimes(server)]).toEqual([LEADS, 1]);
  });

  test('leads refused five times in a row with the same words stop sending; each other one waits', async () => {
    const body = '{"error":{"code":"BAD_REQUEST","message":"The workspace is being moved"}}';
    const refusal = page(400, { body, headers: { 'content-type': 'application/json' } });
    const { run, server, target } = await against([{ ...refusal, atRequest: 7, times: 100 }]);
    const end = await run.send(target);
    expect(end.state).toMatchObject({
      kind: 'stopped',
      failure: { kind: 'repeated-refusal', leads: 5, words: 'The workspace is being moved' },
    });
    expect(end.told.at(-1)).toContain('The reason is probably a setting and not the leads.');
    // Those that were under way when it showed were refused as well; not many more.
    const { rejected, queued } = end.counts;
    expect(rejected).toBeLessThanOrEqual(5 + 6);
    expect([end.counts.accepted, rejected + queued]).toEqual([6, LEADS - 6]);
    expect(server.requestCount).toBe(6 + rejected);
  });
});

describe('what stops sending at once', () => {
  test('401 in the middle: the rest waits; with another token it goes on, and no lead is sent twice', async () => {
    const { run, server, target } = await against([{ atRequest: 20, kind: 'token-deleted' }]);
    const end = await run.send(target);
    expect(end).toMatchObject({
      state: { kind: 'stopped', failure: { kind: 'token-refused' } },
      counts: { accepted: 19, queued: 11, sending: 0, unknown: 0, rejected: 0 },
    });
    expect(end.told).toEqual([
      'Telecrm didn’t accept the token. Check that it is an Async token and hasn’t been deleted. ' +
        'Nothing more will be sent until this is fixed.',
    ]);
    const { enterpriseId } = target;
    const renewed = new PracticeServer({ enterpriseId, token: 'another-token' });
    const { url } = await renewed.start();
    onTestFinished(() => renewed.stop());
    const next = await run.send({ apiUrl: url, enterpriseId, token: 'another-token' });
    expect(next).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: LEADS } });
    expect([renewed.requestCount, server.leads().length]).toEqual([11, 19]);
    expect(new Set([...server.leads(), ...renewed.leads()].map((lead) => lead.identifier)).size).toBe(LEADS);
  });

  test.each([
    ['401', 401, 'NOT_AUTHORIZED', 'token-refused', 'Check that it is an Async token'],
    ['403', 403, 'FORBIDDEN', 'workspace-refused', 'Check the enterprise id'],
    ['404', 404, 'ENTERPRISE_NOT_FOUND', 'workspace-refused', 'Check the enterprise id'],
    ['an expired licence', 403, 'ENTERPRISE_LICENSE_EXPIRED', 'licence-expired', 'press Continue'],
    ['an expired licence, said with 400', 400, 'ENTERPRISE_LICENSE_EXPIRED', 'licence-expired', 'renew it'],
    ['a bad token, said with 200', 200, 'INVALID_TOKEN', 'token-refused', 'hasn’t been deleted'],
  ])('%s at the first lead costs one request and no lead', async (_, status, code, kind, hint) => {
    const body = JSON.stringify({ error: { code, message: 'No' } });
    const refusal = page(status, { body, headers: { 'content-type': 'application/json' } });
    const { run, server, target } = await against([{ ...refusal, atRequest: 1 }]);
    const end = await run.send(target);
    expect(end).toMatchObject({ state: { kind: 'stopped', failure: { kind } }, counts: { queued: LEADS } });
    expect(end.told.join()).toContain(hint);
    expect(server.requestCount).toBe(1);
    // What was wrong is put right: nothing was lost.
    expect(await run.send(target)).toMatchObject({ counts: { accepted: LEADS } });
  });
});

test('a request that hangs is given up after half a minute, and its lead sent again', async () => {
  const { run, server, target } = await against([{ atRequest: 1, kind: 'hang', isTakenIn: true }], 5);
  const end = run.send(target);
  while (server.requestCount === 0) {
    await setImmediate();
  }
  run.clock.advance(30_000);
  expect(await end).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: 5 } });
  expect([server.requestCount, mostTimes(server)]).toEqual([6, 2]);
});
