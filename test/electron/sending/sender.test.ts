import { describe, expect, test } from 'vitest';
import { HOUR_MS, WINDOW_MARGIN_MS } from '../../../shared/sending/rolling-window.ts';
import { MemoryAllowance } from './simulation/memory-allowance.ts';
import { MemoryQueue, fieldsOnly } from './simulation/memory-queue.ts';
import { shownStates, simulate } from './simulation/simulation.ts';
import { accepts, answer, answers, type SimulatedEnd } from './simulation/simulated-telecrm.ts';
import { TestClock, settle } from './simulation/test-clock.ts';

const HANGS: SimulatedEnd = { thereMs: 20, backMs: Infinity, reply: answer(200), isTakenIn: true };
const NO_NETWORK: SimulatedEnd = {
  thereMs: 1,
  backMs: 0,
  reply: { kind: 'not-sent', code: 'ENETUNREACH' },
  isTakenIn: false,
};

describe('a run', () => {
  test('sends every lead once, in the order of the sheet, and finishes', async () => {
    const { clock, queue, telecrm, sender, statuses } = simulate({ leads: 40 });
    expect(await clock.runUntil(sender.start())).toEqual({ kind: 'finished' });
    expect(queue.counts()).toMatchObject({ accepted: 40, queued: 0, sending: 0 });
    expect(telecrm.arrivals.map((arrival) => arrival.rowIndex)).toEqual(
      Array.from({ length: 40 }, (_, row) => row),
    );
    expect(statuses.at(-1)).toMatchObject({ state: { kind: 'finished' }, total: 40, usedThisHour: 40 });
  });

  test('with nothing to send finishes at once and sends nothing', async () => {
    const { clock, telecrm, sender } = simulate({ leads: 0 });
    expect(await clock.runUntil(sender.start())).toEqual({ kind: 'finished' });
    expect(telecrm.requests).toBe(0);
  });

  test('begins with one request and never has more than 16 under way', async () => {
    const { clock, telecrm, sender } = simulate({ leads: 300 });
    const end = sender.start();
    await settle();
    expect(telecrm.requests).toBe(1);
    await clock.runUntil(end);
    expect(telecrm.mostInFlight).toBe(16);
  });

  test('commits what belongs together in one', async () => {
    const { clock, queue, sender } = simulate({ leads: 1_000 });
    await clock.runUntil(sender.start());
    expect(queue.commits.length).toBeLessThan(150);
  });

  test('started twice is one run', async () => {
    const { clock, telecrm, sender } = simulate({ leads: 5 });
    const ends = [sender.start(), sender.start()];
    await clock.runUntil(Promise.all(ends));
    expect(telecrm.requests).toBe(5);
  });

  test('even sending takes the hour for the hour’s allowance', async () => {
    const { clock, sender } = simulate({ leads: 400, options: { speed: 'even', limitPerHour: 360 } });
    const startedMs = clock.monotonicMs();
    await clock.runUntil(sender.start());
    expect((clock.monotonicMs() - startedMs) / 1000).toBeCloseTo((399 * 3_603) / 360, 0);
  });
});

describe('the allowance', () => {
  test('with 18,000 requests of the last hour on record, the 18,001st waits its time and is then sent', async () => {
    const clock = new TestClock();
    const firstMs = clock.wallMs() - 1_800_000;
    const times = Array.from({ length: 18_000 }, (_, index) => firstMs + index * 50);
    const run = simulate({ clock, leads: 3, allowance: new MemoryAllowance(times) });
    const wallAtStart = clock.wallMs();
    const end = run.sender.start();
    await settle();
    expect(run.telecrm.requests).toBe(0);
    expect(run.sender.status()).toMatchObject({
      usedThisHour: 18_000,
      state: {
        kind: 'running',
        waiting: { kind: 'allowance', untilMs: firstMs + HOUR_MS + WINDOW_MARGIN_MS },
      },
    });
    expect(run.sender.status().finishAtMs).toBeGreaterThanOrEqual(firstMs + HOUR_MS + WINDOW_MARGIN_MS);
    await clock.runUntil(end);
    const firstLeftMs = run.allowance.times[18_000] ?? 0;
    expect(firstLeftMs - firstMs).toBeGreaterThanOrEqual(HOUR_MS);
    expect(firstLeftMs - firstMs).toBeLessThan(HOUR_MS + WINDOW_MARGIN_MS + 100);
    expect(clock.wallMs() - wallAtStart).toBeLessThan(1_804_000);
  });

  test('requests that left up to 3 s more than an hour before a restart still count', async () => {
    const clock = new TestClock();
    const leftMs = clock.wallMs() - HOUR_MS - 2_000;
    const run = simulate({
      clock,
      leads: 1,
      allowance: new MemoryAllowance([leftMs]),
      options: { limitPerHour: 1 },
    });
    await clock.runUntil(run.sender.start());
    expect((run.allowance.times[1] ?? 0) - leftMs).toBe(HOUR_MS + WINDOW_MARGIN_MS);
  });

  test.each([
    ['back a day before the start', -24 * HOUR_MS, 0],
    ['forward two hours while sending', 0, 2 * HOUR_MS],
    ['back two hours while sending', 0, -2 * HOUR_MS],
  ])('a clock that was set %s frees nothing early', async (_, beforeMs, whileMs) => {
    const clock = new TestClock();
    const times = [clock.wallMs() - 1_000];
    clock.setWallMs(clock.wallMs() + beforeMs);
    const run = simulate({
      clock,
      leads: 3,
      allowance: new MemoryAllowance(times),
      options: { limitPerHour: 2 },
    });
    const startedMs = clock.monotonicMs();
    const end = run.sender.start();
    await clock.runFor(10_000);
    clock.setWallMs(clock.wallMs() + whileMs);
    expect(run.telecrm.arrivals).toHaveLength(1);
    await clock.runUntil(end);
    expect((run.telecrm.arrivals[1]?.atMs ?? 0) - startedMs).toBeGreaterThan(HOUR_MS - 2_000);
    expect((run.telecrm.arrivals[2]?.atMs ?? 0) - (run.telecrm.arrivals[0]?.atMs ?? 0)).toBeGreaterThan(
      HOUR_MS,
    );
  });

  test.each([
    ['fast' as const, 18_000],
    ['even' as const, 1_800],
  ])('%s sending uses at least 999 of 1,000 of it, and never more than all', async (speed, limitPerHour) => {
    const leads = Math.round(limitPerHour * 1.2);
    const run = simulate({ leads, options: { speed, limitPerHour } });
    const startedMs = run.clock.monotonicMs();
    await run.clock.runUntil(run.sender.start());
    const arrivals = run.telecrm.arrivals.map((arrival) => arrival.atMs - startedMs);
    for (let index = limitPerHour; index < leads; index += 1) {
      expect((arrivals[index] ?? 0) - (arrivals[index - limitPerHour] ?? 0)).toBeGreaterThanOrEqual(HOUR_MS);
    }
    expect(arrivals.filter((atMs) => atMs < HOUR_MS).length).toBeGreaterThanOrEqual(limitPerHour * 0.999);
    // Even: a straight line. Fast: an hour's worth in the first minute, the rest as soon as those are an hour old.
    const bestMs = speed === 'even' ? HOUR_MS * 1.2 : HOUR_MS + 60_000;
    expect(arrivals.at(-1)).toBeLessThan(bestMs * 1.001);
  });
});

describe('429', () => {
  test.each([
    ['in seconds', '30', 30_000],
    ['as a date', 'Mon, 05 Jan 2026 10:01:00 GMT', 59_950],
    ['with nonsense', 'soon', 5_000],
    ['without a word', undefined, 5_000],
  ])(
    '%s: everything waits so long, then goes on, and no attempt is counted',
    async (_, retryAfter, waitMs) => {
      const { clock, queue, telecrm, sender, statuses } = simulate({
        leads: 50,
        decide: (_row, request) =>
          request === 1
            ? answers(answer(429, '', retryAfter === undefined ? {} : { retryAfter }))
            : accepts(),
      });
      await clock.runUntil(sender.start());
      const [first, second] = telecrm.arrivals;
      // The answer takes 30 ms back, the next request 20 ms there.
      expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(waitMs + 50 - 1);
      expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeLessThan(waitMs + 1_000);
      expect(second?.rowIndex).toBe(first?.rowIndex);
      expect(queue.row(0)).toMatchObject({ fate: 'accepted', failedAttempts: 0 });
      expect(shownStates(statuses)).toEqual(['running', 'waiting: slow-down', 'running', 'finished']);
    },
  );

  test('in the middle of fast sending halves the pace', async () => {
    const run = simulate({
      leads: 2_000,
      decide: (_row, request) => (request === 1_000 ? answers(answer(429)) : accepts()),
    });
    await run.clock.runUntil(run.sender.start());
    const times = run.telecrm.arrivals.map((arrival) => arrival.atMs);
    const before = ((times[990] ?? 0) - (times[490] ?? 0)) / 500;
    const after = ((times[1_900] ?? 0) - (times[1_400] ?? 0)) / 500;
    expect(after / before).toBeGreaterThan(1.9);
  });
});

describe('trouble', () => {
  test('offline: it says so, tries with one request now and then, and goes on by itself when the network is back', async () => {
    let isOnline = false;
    const { clock, queue, telecrm, sender, statuses } = simulate({
      leads: 30,
      decide: () => (isOnline ? accepts() : NO_NETWORK),
    });
    const end = sender.start();
    await clock.runFor(600_000);
    expect(sender.status().state).toMatchObject({ kind: 'running', waiting: { kind: 'offline' } });
    // Waits of 2, 4, 8 … 60 s: not more than that many tries in ten minutes.
    expect(telecrm.requests).toBeLessThan(20);
    expect(telecrm.mostInFlight).toBe(1);
    expect(queue.counts()).toMatchObject({ queued: 30 });
    isOnline = true;
    await clock.runUntil(end);
    expect(queue.counts()).toMatchObject({ accepted: 30 });
    expect(queue.rows.every((row) => row.failedAttempts === 0)).toBe(true);
    expect(shownStates(statuses)).toContain('waiting: offline');
  });

  test('5xx: leads with fields only are repeated until they are accepted', async () => {
    const { clock, queue, sender, statuses } = simulate({
      leads: 200,
      decide: (_row, request) => (request > 50 && request < 100 ? answers(answer(503, '<html>')) : accepts()),
    });
    await clock.runUntil(sender.start());
    expect(queue.counts()).toMatchObject({ accepted: 200 });
    expect(shownStates(statuses)).toContain('waiting: server-trouble');
  });

  test('leads with actions are never sent again by themselves', async () => {
    const queue = new MemoryQueue(Array.from({ length: 20 }, () => ({ hasActions: true })));
    const { clock, telecrm, sender } = simulate({
      queue,
      decide: (row) => (row % 2 === 0 ? answers(answer(500)) : accepts()),
    });
    expect(await clock.runUntil(sender.start())).toEqual({ kind: 'finished' });
    expect(queue.counts()).toMatchObject({ accepted: 10, unknown: 10 });
    expect(telecrm.requests).toBe(20);
    expect(queue.row(0).nextAttemptAtMs).toBeNull();
  });

  test('one lead that always fails is given up after eight attempts, and the others are not held up', async () => {
    const { clock, queue, telecrm, sender } = simulate({
      leads: 200,
      decide: (row) => (row === 3 ? answers(answer(500, '{"error":"Oops"}')) : accepts()),
    });
    const end = sender.start();
    await clock.runFor(5_000);
    expect(queue.counts().accepted).toBe(199);
    expect(await clock.runUntil(end)).toEqual({ kind: 'finished' });
    expect(queue.row(3)).toMatchObject({ fate: 'unknown', failedAttempts: 8, nextAttemptAtMs: null });
    expect(queue.row(3).outcomes.at(-1)).toMatchObject({ status: 500, words: 'Oops' });
    expect(telecrm.requests).toBe(207);
  });

  test('a request without an answer is given up after its time and is unknown, then repeated', async () => {
    const { clock, queue, sender } = simulate({
      leads: 3,
      options: { requestTimeoutMs: 700 },
      decide: (_row, request) => (request === 1 ? HANGS : accepts()),
    });
    const end = sender.start();
    await clock.runFor(690);
    expect(queue.counts()).toMatchObject({ sending: 1 });
    await clock.runFor(20);
    expect(queue.row(0).outcomes).toMatchObject([
      { fate: 'unknown', words: 'TIMEOUT', isFailedAttempt: true },
    ]);
    await clock.runUntil(end);
    expect(queue.counts()).toMatchObject({ accepted: 3 });
  });

  test('after the machine slept, requests under way are given up and sending begins gently again', async () => {
    const { clock, queue, telecrm, sender } = simulate({ leads: 3_000 });
    const end = sender.start();
    await clock.runFor(2_000);
    expect(telecrm.mostInFlight).toBe(16);
    telecrm.mostInFlight = 0;
    const before = telecrm.requests;
    clock.advance(HOUR_MS);
    await settle();
    expect(telecrm.requests - before).toBeLessThanOrEqual(1);
    await clock.runUntil(end);
    expect(queue.counts()).toMatchObject({ accepted: 3_000 });
  });
});

describe('what stops sending', () => {
  test.each([
    ['401', answer(401, '{"error":{"code":"NOT_AUTHORIZED"}}'), { kind: 'token-refused' }],
    ['404', answer(404, 'Nothing here'), { kind: 'workspace-refused', status: 404, words: 'Nothing here' }],
    [
      'an expired licence',
      answer(403, '{"error":{"code":"ENTERPRISE_LICENSE_EXPIRED","message":"Pay"}}'),
      { kind: 'licence-expired', words: 'Pay' },
    ],
    ['no token', { kind: 'not-sent', code: 'TOKEN_MISSING' } as const, { kind: 'token-missing' }],
  ])('%s at the first lead costs one request, and the lead waits', async (_, reply, failure) => {
    const { clock, queue, telecrm, sender, statuses } = simulate({
      leads: 100,
      decide: () => answers(reply),
    });
    expect(await clock.runUntil(sender.start())).toEqual({ kind: 'stopped', failure });
    expect(telecrm.requests).toBe(1);
    expect(queue.counts()).toMatchObject({ queued: 100, accepted: 0 });
    expect(queue.row(0).failedAttempts).toBe(0);
    expect(statuses.at(-1)?.state).toEqual({ kind: 'stopped', failure });
  });

  test('a token deleted in the middle: nothing more leaves, and what was under way waits too', async () => {
    const { clock, queue, telecrm, sender } = simulate({
      leads: 500,
      decide: (_row, request) => (request >= 100 ? answers(answer(401)) : accepts()),
    });
    expect(await clock.runUntil(sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'token-refused' },
    });
    expect(telecrm.requests).toBeLessThanOrEqual(100 + 16);
    expect(queue.counts()).toMatchObject({ accepted: 99, queued: 401, sending: 0, unknown: 0 });
  });

  test('five leads in a row refused with the same words; they keep their fate', async () => {
    const { clock, queue, sender } = simulate({
      leads: 100,
      decide: () => answers(answer(400, '{"error":{"message":"No such enterprise setup"}}')),
    });
    expect(await clock.runUntil(sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'repeated-refusal', leads: 5, status: 400, words: 'No such enterprise setup' },
    });
    expect(queue.counts()).toMatchObject({ rejected: 5, queued: 95 });
  });

  test('leads refused each for its own reason do not', async () => {
    const { clock, queue, sender } = simulate({
      leads: 60,
      decide: (row) => answers(answer(400, `{"error":"Wrong in row ${row}"}`)),
    });
    expect(await clock.runUntil(sender.start())).toEqual({ kind: 'finished' });
    expect(queue.counts()).toMatchObject({ rejected: 60 });
  });
});

describe('our own disk', () => {
  const full = Object.assign(new Error('Journal: disk-full'), { failure: { kind: 'disk-full' } });

  test.each([['allowance' as const], ['take' as const]])(
    'full at "%s": nothing leaves that is not on it',
    async (what) => {
      let commits = 0;
      const beforeCommit = (commit: string): void => {
        commits += commit === what ? 1 : 0;
        if (commit === what && commits === 3) {
          throw full;
        }
      };
      const queue = new MemoryQueue(fieldsOnly(50), beforeCommit);
      const run = simulate({ queue, allowance: new MemoryAllowance([], beforeCommit) });
      expect(await run.clock.runUntil(run.sender.start())).toEqual({
        kind: 'stopped',
        failure: { kind: 'disk-full' },
      });
      // What was under way came back and is on disk.
      expect(queue.counts()).toMatchObject({ sending: 0, accepted: run.telecrm.requests });
    },
  );

  test('full when outcomes are recorded: what cannot be recorded stays as sending, for the next start', async () => {
    let isFull = false;
    const queue = new MemoryQueue(fieldsOnly(200), (commit) => {
      if (isFull && commit === 'record') {
        throw full;
      }
    });
    const run = simulate({ queue, onStatus: (status) => (isFull ||= status.counts.accepted > 50) });
    expect(await run.clock.runUntil(run.sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'disk-full' },
    });
    const { accepted, sending } = queue.counts();
    expect(sending).toBeGreaterThan(0);
    expect(accepted + sending).toBe(run.telecrm.requests);
  });

  test('full for a moment only: what was answered is recorded after all', async () => {
    let times = 0;
    const queue = new MemoryQueue(fieldsOnly(200), (commit) => {
      times += commit === 'record' ? 1 : 0;
      if (commit === 'record' && times === 8) {
        throw full;
      }
    });
    const run = simulate({ queue });
    expect(await run.clock.runUntil(run.sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'disk-full' },
    });
    expect(queue.counts()).toMatchObject({ sending: 0, accepted: run.telecrm.requests });
  });

  test('any other error is called a bug, without paths, and stops sending as well', async () => {
    const queue = new MemoryQueue(fieldsOnly(5), () => {
      throw new RangeError('Wrong in /home/asha/leads/x.sqlite');
    });
    const run = simulate({ queue });
    expect(await run.clock.runUntil(run.sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'bug', detail: 'RangeError: Wrong in x.sqlite' },
    });
  });

  test('a sink that throws, and a listener that throws, stop sending and lose nothing', async () => {
    const run = simulate({
      leads: 40,
      decide: (_row, request) => {
        if (request === 20) {
          throw new Error('sink');
        }
        return accepts();
      },
    });
    expect(await run.clock.runUntil(run.sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'bug', detail: 'Error: sink' },
    });
    expect(run.queue.counts()).toMatchObject({ sending: 0, unknown: 1 });
    const listening = simulate({
      leads: 40,
      onStatus: (status) => {
        if (status.counts.accepted > 5) {
          throw new Error('listener');
        }
      },
    });
    expect(await listening.clock.runUntil(listening.sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'bug', detail: 'Error: listener' },
    });
    expect(listening.queue.counts()).toMatchObject({ sending: 0, accepted: listening.telecrm.requests });
  });
});

describe('the buttons', () => {
  test('pause takes in what is under way, sends no more, and continue goes on gently', async () => {
    const { clock, queue, telecrm, sender, statuses } = simulate({ leads: 2_000 });
    const end = sender.start();
    await clock.runFor(1_000);
    sender.pause();
    sender.pause();
    await clock.runFor(60_000);
    const { requests } = telecrm;
    expect(sender.status().state).toEqual({ kind: 'paused' });
    expect(queue.counts()).toMatchObject({ sending: 0, accepted: requests });
    await clock.runFor(600_000);
    expect(telecrm.requests).toBe(requests);
    sender.continue();
    sender.continue();
    await settle();
    expect(telecrm.requests).toBe(requests + 1);
    expect(await clock.runUntil(end)).toEqual({ kind: 'finished' });
    expect(queue.counts()).toMatchObject({ accepted: 2_000 });
    expect(shownStates(statuses)).toEqual(['running', 'pausing', 'paused', 'running', 'finished']);
  });

  test('stop waits for answers under way and ends as paused', async () => {
    const { clock, queue, telecrm, sender } = simulate({ leads: 2_000 });
    const end = sender.start();
    await clock.runFor(1_010);
    expect(queue.counts().sending).toBe(16);
    expect(await clock.runUntil(sender.stop())).toEqual({ kind: 'paused' });
    expect(await end).toEqual({ kind: 'paused' });
    expect(queue.counts()).toMatchObject({ sending: 0, unknown: 0, accepted: telecrm.requests });
  });

  test('stop does not wait long: an answer that does not come leaves its lead unknown', async () => {
    const { clock, queue, sender } = simulate({
      leads: 20,
      decide: (row) => (row === 2 ? HANGS : accepts()),
    });
    void sender.start();
    await clock.runFor(500);
    const startedMs = clock.monotonicMs();
    expect(await clock.runUntil(Promise.all([sender.stop(), sender.stop()]))).toEqual([
      { kind: 'paused' },
      { kind: 'paused' },
    ]);
    expect(clock.monotonicMs() - startedMs).toBe(5_000);
    expect(queue.row(2)).toMatchObject({ fate: 'unknown' });
    expect(queue.row(2).nextAttemptAtMs).not.toBeNull();
  });

  test('stop ends even when the sink never gives its request up', async () => {
    const { clock, queue, telecrm, sender } = simulate({ leads: 5 });
    telecrm.send = () => new Promise(() => {});
    void sender.start();
    await clock.runFor(100);
    expect(await clock.runUntil(sender.stop())).toEqual({ kind: 'paused' });
    expect(queue.counts()).toMatchObject({ sending: 1 });
  });

  test('stop while paused, while waiting, before the start and after the end', async () => {
    const paused = simulate({ leads: 100 });
    void paused.sender.start();
    await paused.clock.runFor(100);
    paused.sender.pause();
    await paused.clock.runFor(100);
    expect(await paused.clock.runUntil(paused.sender.stop())).toEqual({ kind: 'paused' });

    const waiting = simulate({ leads: 100, decide: () => answers(answer(429, '', { retryAfter: '3000' })) });
    void waiting.sender.start();
    await waiting.clock.runFor(1_000);
    const beganMs = waiting.clock.monotonicMs();
    expect(await waiting.clock.runUntil(waiting.sender.stop())).toEqual({ kind: 'paused' });
    expect(waiting.clock.monotonicMs()).toBe(beganMs);

    const early = simulate({});
    expect(await early.clock.runUntil(early.sender.stop())).toEqual({ kind: 'paused' });
    expect(early.telecrm.requests).toBe(0);

    const done = simulate({ leads: 1 });
    await done.clock.runUntil(done.sender.start());
    done.sender.pause();
    done.sender.continue();
    expect(await done.clock.runUntil(done.sender.stop())).toEqual({ kind: 'finished' });
    expect(done.sender.status().state).toEqual({ kind: 'finished' });
  });

  test('another speed counts at once', async () => {
    const { clock, telecrm, sender } = simulate({ leads: 500, options: { speed: 'even' } });
    const end = sender.start();
    await clock.runFor(10_000);
    expect(telecrm.requests).toBeGreaterThan(45);
    expect(telecrm.requests).toBeLessThan(55);
    sender.setSpeed('fast');
    sender.setSpeed('fast');
    await clock.runFor(5_000);
    expect(telecrm.requests).toBe(500);
    await clock.runUntil(end);
    expect(sender.status().speed).toBe('fast');
  });
});

describe('what is shown', () => {
  test('at most ten snapshots a second besides changes of state, each of them whole', async () => {
    const shownAtMs: number[] = [];
    const clock = new TestClock();
    const { sender, statuses } = simulate({
      clock,
      leads: 3_000,
      onStatus: () => shownAtMs.push(clock.monotonicMs()),
    });
    await clock.runUntil(sender.start());
    for (const [index, atMs] of shownAtMs.entries()) {
      const tenEarlier = shownAtMs[index - 11];
      expect(tenEarlier === undefined || atMs - tenEarlier >= 1_000 - 100).toBe(true);
    }
    for (const { counts, total } of statuses) {
      expect(total).toBe(3_000);
      expect(counts.queued + counts.sending + counts.accepted).toBe(3_000);
    }
    expect(statuses.length).toBeGreaterThan(50);
  });

  test('the finishing time for fast sending comes after twenty seconds and is then right', async () => {
    const { clock, sender, statuses } = simulate({
      leads: 3_000,
      options: { maxInFlight: 4 },
      decide: () => accepts(20, 100),
    });
    const startedMs = clock.wallMs();
    await clock.runUntil(sender.start());
    const finishedMs = clock.wallMs();
    const told = statuses.filter((status) => status.finishAtMs !== null);
    expect(told.length).toBeGreaterThan(100);
    for (const status of told) {
      expect(Math.abs((status.finishAtMs ?? 0) - finishedMs)).toBeLessThan(0.05 * (finishedMs - startedMs));
    }
    expect(statuses.slice(0, 100).every((status) => status.finishAtMs === null)).toBe(true);
  });

  test('everything left is a repeat whose time has not come: it says so, and when', async () => {
    const { clock, sender, statuses } = simulate({
      leads: 2,
      decide: (_row, request) => (request === 2 ? answers(answer(500)) : accepts()),
    });
    await clock.runUntil(sender.start());
    expect(shownStates(statuses)).toEqual(['running', 'waiting: repeat', 'running', 'finished']);
  });

  test('a repeat that a wrong clock put far ahead is not waited for', async () => {
    const queue = new MemoryQueue(fieldsOnly(1));
    queue.take(1, 0);
    queue.record([
      {
        rowIndex: 0,
        fate: 'unknown',
        status: null,
        words: null,
        nextAttemptAtMs: Date.UTC(2030, 0, 1),
        isFailedAttempt: true,
        durationMs: 1,
      },
    ]);
    const { clock, sender } = simulate({ queue });
    const startedMs = clock.monotonicMs();
    await clock.runUntil(sender.start());
    expect(queue.counts()).toMatchObject({ accepted: 1 });
    expect(clock.monotonicMs() - startedMs).toBeLessThan(1_000);
  });

  test('a queue that says a lead is due and gives none does not use up the allowance', async () => {
    const queue = new MemoryQueue([]);
    queue.nextDueAtMs = () => 0;
    const run = simulate({ queue });
    void run.sender.start();
    await run.clock.runFor(60_000);
    expect(run.allowance.times.length).toBeLessThanOrEqual(61);
    await run.clock.runUntil(run.sender.stop());
  });
});
