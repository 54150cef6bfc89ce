import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATCH_UP_MS } from '../../../shared/sending/pace.ts';
import { HOUR_MS, WINDOW_MARGIN_MS } from '../../../shared/sending/rolling-window.ts';
import { simulate } from './simulation/simulation.ts';
import { accepts, type SimulatedEnd } from './simulation/simulated-telecrm.ts';
import { settle, TestClock } from './simulation/test-clock.ts';

const MINUTE_MS = 60_000;
const NO_NETWORK: SimulatedEnd = {
  thereMs: 1,
  backMs: 0,
  reply: { kind: 'not-sent', code: 'ENETUNREACH' },
  isTakenIn: false,
};

/** What can interrupt sending, and for how long. */
const INTERRUPTION = fc.record({
  kind: fc.constantFrom('pause' as const, 'sleep' as const, 'rest' as const, 'offline' as const),
  afterMs: fc.integer({ min: 500, max: 12_000 }),
  // Beyond the hour of the allowance nothing changes any more.
  lastsMs: fc.integer({ min: 20_000, max: HOUR_MS + 5 * MINUTE_MS }),
});

/** More than leave before the last of four interruptions and in the minute after it, when they are spaced evenly. */
const LEADS = 540;

/** Runs a sender through interruptions; answers with when requests left, and the greatest breach of "one, then gently". */
async function runThrough(
  speed: 'even' | 'fast',
  limitPerHour: number,
  interruptions: readonly (typeof INTERRUPTION extends fc.Arbitrary<infer Value> ? Value : never)[],
): Promise<{ readonly leftMs: readonly number[]; readonly mostUnderWayAfter: readonly number[] }> {
  const clock = new TestClock();
  const leftMs: number[] = [];
  const mostUnderWayAfter: number[] = [];
  let isOnline = true;
  const run = simulate({
    clock,
    leads: LEADS,
    options: { speed, limitPerHour },
    decide: () => {
      leftMs.push(clock.monotonicMs());
      return isOnline ? accepts(20, 80) : NO_NETWORK;
    },
  });
  const end = run.sender.start();
  for (const { kind, afterMs, lastsMs } of interruptions) {
    await clock.runFor(afterMs);
    if (kind === 'sleep') {
      clock.advance(lastsMs);
    } else {
      isOnline = kind !== 'offline';
      if (kind === 'pause') {
        run.sender.pause();
      } else if (kind === 'rest') {
        run.sender.rest();
      }
      await clock.runFor(lastsMs);
      isOnline = true;
      run.sender.continue();
      run.sender.wake();
      run.sender.tryAtOnce();
    }
    const before = run.telecrm.requests;
    await settle();
    mostUnderWayAfter.push(run.telecrm.requests - before);
  }
  await clock.runUntil(end);
  expect(run.queue.counts()).toMatchObject({ accepted: LEADS });
  return { leftMs, mostUnderWayAfter };
}

test('after a pause, a sleep or an outage of any length the first request goes alone, at either speed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('even' as const, 'fast' as const),
      fc.array(INTERRUPTION, { minLength: 1, maxLength: 4 }),
      async (speed, interruptions) => {
        const { mostUnderWayAfter } = await runThrough(speed, 18_000, interruptions);
        expect(Math.max(...mostUnderWayAfter)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 25 },
  );
});

test('even sending never leaves more in a minute than its pace and one second of catching up, whatever interrupts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 600, max: 18_000 }),
      fc.array(INTERRUPTION, { maxLength: 4 }),
      async (limitPerHour, interruptions) => {
        const { leftMs } = await runThrough('even', limitPerHour, interruptions);
        const intervalMs = (HOUR_MS + WINDOW_MARGIN_MS) / limitPerHour;
        const most = Math.floor((MINUTE_MS + CATCH_UP_MS) / intervalMs) + 2;
        let first = 0;
        leftMs.forEach((timeMs, index) => {
          while ((leftMs[first] ?? 0) <= timeMs - MINUTE_MS) {
            first += 1;
          }
          expect(index - first + 1).toBeLessThanOrEqual(most);
        });
      },
    ),
    { numRuns: 25 },
  );
});
