import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_FAILED_ATTEMPTS } from '../../../shared/sending/retry-policy.ts';
import { MemoryQueue } from './simulation/memory-queue.ts';
import { simulate } from './simulation/simulation.ts';
import { accepts, answer, answers, type SimulatedEnd } from './simulation/simulated-telecrm.ts';
import { TestClock } from './simulation/test-clock.ts';

const MINUTE_MS = 60_000;
const HANGS: SimulatedEnd = { thereMs: 20, backMs: Infinity, reply: answer(200), isTakenIn: false };

/** What every request meets while Telecrm is down. */
const OUTAGE_END = fc.constantFrom<SimulatedEnd>(
  answers(answer(500, '{"error":"Oops"}')),
  answers(answer(502, '<html><title>502 Bad Gateway</title></html>')),
  answers(answer(503)),
  answers(answer(503, '', { retryAfter: '90' })),
  answers({ kind: 'no-answer', code: 'ECONNRESET' }),
  answers({ kind: 'not-sent', code: 'ECONNREFUSED' }),
  HANGS,
);

const OUTAGE = fc.record({
  leads: fc.integer({ min: 60, max: 120 }),
  /** The request with which it begins; enough leads are left then to tell it from bad leads. */
  fromRequest: fc.integer({ min: 1, max: 40 }),
  lastsMinutes: fc.integer({ min: 30, max: 420 }),
  ends: fc.array(OUTAGE_END, { minLength: 1, maxLength: 4 }),
  speed: fc.constantFrom('even' as const, 'fast' as const),
  /** Rows with which Telecrm has trouble for ever. */
  badRows: fc.uniqueArray(fc.nat(59), { maxLength: 12 }),
});

/** Whether an end is one of a Telecrm that got the request and has trouble with it. */
function troubled(): SimulatedEnd {
  return answers(answer(500, '{"error":"Oops"}'));
}

describe('an outage of hours in the middle of a run', () => {
  test('uses up no lead, and the run finishes when it is over; leads that are bad themselves are given up', async () => {
    await fc.assert(
      fc.asyncProperty(OUTAGE, async ({ leads, fromRequest, lastsMinutes, ends, speed, badRows }) => {
        const clock = new TestClock();
        let untilMs = Infinity;
        const run = simulate({
          clock,
          leads,
          options: { speed },
          decide: (row, request) => {
            if (request === fromRequest) {
              untilMs = clock.monotonicMs() + lastsMinutes * MINUTE_MS;
            }
            if (request >= fromRequest && clock.monotonicMs() < untilMs) {
              return ends[request % ends.length] ?? troubled();
            }
            return badRows.includes(row) ? troubled() : accepts();
          },
        });
        expect(await clock.runUntil(run.sender.start())).toEqual({ kind: 'finished' });
        run.queue.rows.forEach((row, rowIndex) => {
          const isBad = badRows.includes(rowIndex);
          expect([rowIndex, row.fate]).toEqual([rowIndex, isBad ? 'unknown' : 'accepted']);
          expect(row.failedAttempts <= MOST_FAILED_ATTEMPTS).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('that lasts half a day stops sending with a reason; no lead was used up, and the next run sends them all', async () => {
    let isDown = true;
    const queue = new MemoryQueue(Array.from({ length: 100 }, () => ({ hasActions: false })));
    const clock = new TestClock();
    const given = { clock, queue, decide: () => (isDown ? answers(answer(503, 'Down')) : accepts()) };
    const first = simulate(given);
    const startedMs = clock.monotonicMs();
    expect(await clock.runUntil(first.sender.start())).toEqual({
      kind: 'stopped',
      failure: { kind: 'server-trouble-lasts', words: 'Down' },
    });
    expect((clock.monotonicMs() - startedMs) / MINUTE_MS / 60).toBeGreaterThan(11);
    const { unknown, queued } = queue.counts();
    expect([unknown + queued, queue.rows.every((row) => row.failedAttempts <= 1)]).toEqual([100, true]);

    isDown = false;
    const second = simulate({ ...given, telecrm: first.telecrm });
    expect(await clock.runUntil(second.sender.start())).toEqual({ kind: 'finished' });
    expect(queue.counts()).toMatchObject({ accepted: 100 });
  });

  test('leaves few leads with actions for a person to decide', async () => {
    const clock = new TestClock();
    const beganMs = clock.monotonicMs();
    const queue = new MemoryQueue(Array.from({ length: 300 }, () => ({ hasActions: true })));
    const run = simulate({
      clock,
      queue,
      decide: () => (clock.monotonicMs() - beganMs < 300 * MINUTE_MS ? answers(answer(503)) : accepts()),
    });
    expect(await clock.runUntil(run.sender.start())).toEqual({ kind: 'finished' });
    const { accepted, unknown } = queue.counts();
    expect([accepted + unknown, unknown < 45]).toEqual([300, true]);
  });
});

describe('several bad leads side by side', () => {
  test.each([
    [3, 'even', 0.5],
    [10, 'even', 20],
    [10, 'fast', 1],
    [40, 'fast', 120],
  ] as const)('%d of them, %s: after %d minutes the others are through', async (bad, speed, minutes) => {
    const clock = new TestClock();
    const run = simulate({
      clock,
      leads: 300,
      options: { speed },
      decide: (row) => (row >= 100 && row < 100 + bad ? troubled() : accepts()),
    });
    const end = run.sender.start();
    await clock.runFor(MINUTE_MS + minutes * MINUTE_MS);
    expect(run.queue.counts().accepted).toBe(300 - bad);
    expect(await clock.runUntil(end)).toEqual({ kind: 'finished' });
    expect(run.queue.counts()).toMatchObject({ accepted: 300 - bad, unknown: bad });
  });

  test('that are left at the very end are given up: nothing else is there that could tell', async () => {
    const run = simulate({ leads: 60, decide: (row) => (row % 3 === 2 ? troubled() : accepts()) });
    expect(await run.clock.runUntil(run.sender.start())).toEqual({ kind: 'finished' });
    expect(run.queue.counts()).toMatchObject({ accepted: 40, unknown: 20 });
    expect(run.queue.rows.every((row) => row.fate === 'accepted' || row.failedAttempts === 8)).toBe(true);
  });
});
