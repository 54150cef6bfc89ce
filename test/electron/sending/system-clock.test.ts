import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SystemClock, type TimeSources } from '../../../electron/sending/system-clock.ts';

/** The system's clocks as a test sets them: `awakeMs` is what the precise clock counts, `asleepMs` only the uptime does. */
function sources(uptimeStepMs = 10): {
  wallMs: number;
  awakeMs: number;
  asleepMs: number;
  clocks: TimeSources;
} {
  const state = { wallMs: 1_000_000, awakeMs: 500, asleepMs: 0 };
  return Object.assign(state, {
    clocks: {
      wallMs: () => state.wallMs,
      preciseMs: () => state.awakeMs,
      uptimeMs: () => Math.floor((90_000 + state.awakeMs + state.asleepMs) / uptimeStepMs) * uptimeStepMs,
    },
  });
}

describe('monotonic time', () => {
  test('counts time asleep, which the precise clock does not, to within a second', () => {
    const system = sources();
    const clock = new SystemClock(system.clocks);
    const before = clock.monotonicMs();
    system.asleepMs += 3_600_000;
    system.awakeMs += 300;
    const passedMs = clock.monotonicMs() - before;
    expect(passedMs).toBeLessThanOrEqual(3_600_300);
    expect(passedMs).toBeGreaterThanOrEqual(3_600_300 - 2_000);
  });

  test('is not moved by setting the wall clock', () => {
    const system = sources();
    const clock = new SystemClock(system.clocks);
    const before = clock.monotonicMs();
    system.wallMs += 7_200_000;
    system.awakeMs += 1_000;
    expect(clock.monotonicMs() - before).toBe(1_000);
    expect(clock.wallMs()).toBe(8_200_000);
  });

  test('never goes back, and never runs ahead of the time that really passed, also with an uptime in whole seconds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(10, 1_000),
        fc.array(fc.record({ awakeMs: fc.nat(2_000), asleepMs: fc.oneof(fc.constant(0), fc.nat(100_000)) })),
        (uptimeStepMs, steps) => {
          const system = sources(uptimeStepMs);
          const clock = new SystemClock(system.clocks);
          const startMs = clock.monotonicMs();
          let passedMs = 0;
          let newestMs = startMs;
          for (const { awakeMs, asleepMs } of steps) {
            system.awakeMs += awakeMs;
            system.asleepMs += asleepMs;
            passedMs += awakeMs + asleepMs;
            const nowMs = clock.monotonicMs();
            expect(nowMs).toBeGreaterThanOrEqual(newestMs);
            expect(nowMs - startMs).toBeLessThanOrEqual(passedMs);
            newestMs = nowMs;
          }
        },
      ),
    );
  });

  test('of this very machine moves forward', () => {
    const clock = new SystemClock();
    const before = clock.monotonicMs();
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(before);
    expect(Math.abs(clock.wallMs() - Date.now())).toBeLessThan(60_000);
  });
});

describe('waiting', () => {
  test('ends at once when it is called off, also a wait of years', async () => {
    const clock = new SystemClock();
    const abort = new AbortController();
    const years = clock.wait(2 ** 40, abort.signal);
    const forever = clock.wait(Infinity, abort.signal);
    abort.abort();
    await years;
    await forever;
    await clock.wait(2 ** 40, abort.signal);
  });

  test('a delay longer than a timer can take does not end at once', async () => {
    const clock = new SystemClock();
    const abort = new AbortController();
    let isOver = false;
    const wait = clock.wait(2 ** 31 + 5, abort.signal).then(() => {
      isOver = true;
    });
    // A timer given more than it takes fires after a millisecond; this one comes after it in the queue of timers.
    await clock.wait(3, new AbortController().signal);
    expect(isOver).toBe(false);
    abort.abort();
    await wait;
  });

  test('a delay that is over already does not wait', async () => {
    await new SystemClock().wait(-5, new AbortController().signal);
  });
});
