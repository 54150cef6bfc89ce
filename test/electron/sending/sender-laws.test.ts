import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendingStatus } from '../../../shared/sending/status.ts';
import { HOUR_MS } from '../../../shared/sending/rolling-window.ts';
import { MemoryAllowance } from './simulation/memory-allowance.ts';
import { MemoryQueue, type BeforeCommit } from './simulation/memory-queue.ts';
import { simulate } from './simulation/simulation.ts';
import { SimulatedTelecrm, answer, type SimulatedEnd } from './simulation/simulated-telecrm.ts';
import { TestClock } from './simulation/test-clock.ts';

/** Every way in which a request can end, good ends most often. `arrives` says whether the lead may have been taken in. */
/** Generated runs for each law; `LAW_SCHEDULES=2000` goes through thousands. */
const SCHEDULES = Number(process.env['LAW_SCHEDULES'] ?? 120);

const END: fc.Arbitrary<SimulatedEnd> = fc
  .record({
    thereMs: fc.integer({ min: 0, max: 2_500 }),
    backMs: fc.integer({ min: 0, max: 3_000 }),
    what: fc.oneof(
      { weight: 12, arbitrary: fc.constant({ reply: answer(200), isTakenIn: true }) },
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          { reply: answer(429), isTakenIn: false },
          { reply: answer(429, '', { retryAfter: '40' }), isTakenIn: false },
          { reply: answer(500), isTakenIn: false },
          { reply: answer(502, '<html>'), isTakenIn: true },
          { reply: answer(302), isTakenIn: false },
          { reply: answer(200, '<html>'), isTakenIn: false },
          { reply: { kind: 'no-answer' as const, code: 'ECONNRESET' }, isTakenIn: true },
          { reply: { kind: 'no-answer' as const, code: 'ECONNRESET' }, isTakenIn: false },
          { reply: { kind: 'not-sent' as const, code: 'ECONNREFUSED' }, isTakenIn: false },
        ),
      },
      {
        weight: 2,
        arbitrary: fc.nat(1_000).map((n) => ({ reply: answer(400, `{"error":"n${n}"}`), isTakenIn: false })),
      },
    ),
    isHanging: fc.integer({ min: 0, max: 20 }).map((n) => n === 0),
  })
  .map(({ thereMs, backMs, what, isHanging }) => ({
    thereMs,
    backMs: isHanging ? Infinity : backMs,
    ...what,
  }));

/** How the first requests end; all later ones are accepted, so that every run comes to its end. */
const ENDS = fc.array(END, { maxLength: 60 });

const RUN = fc.record({
  actions: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
  ends: ENDS,
  speed: fc.constantFrom('even' as const, 'fast' as const),
  limitPerHour: fc.integer({ min: 3, max: 60 }),
  maxInFlight: fc.integer({ min: 1, max: 16 }),
  agesMs: fc.array(fc.integer({ min: 0, max: HOUR_MS + 10_000 }), { maxLength: 70 }),
  randoms: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
});
type Run = typeof RUN extends fc.Arbitrary<infer Value> ? Value : never;

const LATER: SimulatedEnd = { thereMs: 30, backMs: 40, reply: answer(200), isTakenIn: true };

/** The world around one or several senders, one after another: what Telecrm got, and what is on our disk. */
function worldOf(run: Run, beforeCommit: BeforeCommit = () => {}) {
  const clock = new TestClock();
  const telecrm = new SimulatedTelecrm(clock, (_row, request) => run.ends[request - 1] ?? LATER);
  const recordedMs = run.agesMs
    .map((ageMs) => clock.wallMs() - ageMs)
    .toSorted((left, right) => left - right);
  const queue = new MemoryQueue(
    run.actions.map((hasActions) => ({ hasActions })),
    beforeCommit,
  );
  const allowance = new MemoryAllowance(recordedMs, beforeCommit);
  let asked = 0;
  const random = (): number => run.randoms[(asked += 1) % run.randoms.length] ?? 0;
  const { speed, limitPerHour, maxInFlight } = run;
  const options = { speed, limitPerHour, maxInFlight, requestTimeoutMs: 8_000 };
  return { clock, telecrm, queue, allowance, random, options, recordedMs };
}

/** The most arrivals in any hour, those on record at the start among them. */
function mostInAnHour(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return Math.max(
    0,
    ...sorted.map((endMs, index) => index + 1 - sorted.findIndex((timeMs) => timeMs > endMs - HOUR_MS)),
  );
}

/** Laws that hold of the whole, whatever happened. */
function checkLaws(run: Run, world: ReturnType<typeof worldOf>, queue: MemoryQueue): void {
  const offsetMs = world.clock.wallMs() - world.clock.monotonicMs();
  const arrivedMs = world.telecrm.arrivals.map((arrival) => arrival.atMs + offsetMs);
  const most = mostInAnHour([...world.recordedMs, ...arrivedMs]);
  expect(most).toBeLessThanOrEqual(Math.max(run.limitPerHour, mostInAnHour(world.recordedMs)));
  // Each request was entered before it left.
  expect(world.allowance.times.length - world.recordedMs.length).toBeGreaterThanOrEqual(
    world.telecrm.requests,
  );

  queue.rows.forEach((row, rowIndex) => {
    const requests = world.telecrm.arrivals.filter((arrival) => arrival.rowIndex === rowIndex);
    if (row.fate === 'accepted') {
      expect(requests.some((request) => request.isTakenIn)).toBe(true);
    }
    if (row.hasActions) {
      // Taken in twice would show twice in Telecrm.
      expect(requests.filter((request) => request.isTakenIn).length).toBeLessThanOrEqual(1);
      const outcomes = row.outcomes.map((outcome) => outcome.fate);
      expect(outcomes.slice(0, -1).every((fate) => fate === 'queued')).toBe(true);
    }
  });
}

function checkSnapshots(run: Run, statuses: readonly SendingStatus[]): void {
  for (const { counts, total, usedThisHour } of statuses) {
    const sum = Object.values(counts).reduce((left, right) => left + right, 0);
    expect([sum, total]).toEqual([run.actions.length, run.actions.length]);
    expect(usedThisHour).toBeLessThanOrEqual(Math.max(run.limitPerHour, run.agesMs.length));
  }
}

describe('whatever Telecrm and the network do', () => {
  test('every lead ends in exactly one final fate, within the allowance, and none with actions is sent twice', async () => {
    await fc.assert(
      fc.asyncProperty(RUN, async (run) => {
        const world = worldOf(run);
        const { sender, statuses } = simulate(world);
        expect(await world.clock.runUntil(sender.start())).toEqual({ kind: 'finished' });
        const { accepted, rejected, unknown } = world.queue.counts();
        expect(accepted + rejected + unknown).toBe(run.actions.length);
        expect(
          world.queue.rows.every(
            (row) => row.fate !== 'unknown' || row.hasActions || row.failedAttempts >= 8,
          ),
        ).toBe(true);
        checkLaws(run, world, world.queue);
        checkSnapshots(run, statuses);
      }),
      { numRuns: SCHEDULES },
    );
  });

  test('pausing, continuing, changing speed and stopping at any moment change nothing of that', async () => {
    const press = fc.constantFrom(
      'pause' as const,
      'continue' as const,
      'even' as const,
      'fast' as const,
      'stop' as const,
    );
    await fc.assert(
      fc.asyncProperty(
        RUN,
        fc.array(fc.tuple(fc.nat(900_000), press), { maxLength: 12 }),
        async (run, presses) => {
          const world = worldOf(run);
          let { sender } = simulate(world);
          let end = sender.start();
          for (const [afterMs, button] of presses) {
            await world.clock.runFor(afterMs);
            switch (button) {
              case 'pause':
                sender.pause();
                break;
              case 'continue':
                sender.continue();
                break;
              case 'even':
              case 'fast':
                sender.setSpeed(button);
                break;
              case 'stop':
                await world.clock.runUntil(sender.stop());
                ({ sender } = simulate(world));
                end = sender.start();
                break;
            }
          }
          sender.continue();
          expect(await world.clock.runUntil(end)).toEqual({ kind: 'finished' });
          const { accepted, rejected, unknown } = world.queue.counts();
          expect(accepted + rejected + unknown).toBe(run.actions.length);
          checkLaws(run, world, world.queue);
        },
      ),
      { numRuns: SCHEDULES },
    );
  });
});

describe('a process that dies at any commit', () => {
  test('and starts again ends where it would have ended: nothing is lost, and only what was in the air is sent twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        RUN,
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
        async (run, deaths) => {
          let commitsToLive = deaths[0] ?? Infinity;
          const beforeCommit: BeforeCommit = () => {
            commitsToLive -= 1;
            if (commitsToLive < 0) {
              throw new Error('dead');
            }
          };
          const world = worldOf(run, beforeCommit);
          let { queue } = world;
          let inTheAir = 0;
          for (const lives of [...deaths.slice(1), Infinity]) {
            if (commitsToLive === Infinity) {
              break;
            }
            // From the first commit that fails on, every later one fails too: nothing of a dead process reaches the disk.
            const dying = simulate({ ...world, queue });
            const state = await world.clock.runUntil(dying.sender.start());
            if (state.kind === 'finished') {
              break;
            }
            inTheAir += queue.counts().sending;
            commitsToLive = lives;
            queue = queue.afterDeath(world.clock.wallMs(), beforeCommit);
          }
          commitsToLive = Infinity;
          const last = simulate({ ...world, queue });
          expect(await world.clock.runUntil(last.sender.start())).toEqual({ kind: 'finished' });
          const { accepted, rejected, unknown, sending, queued } = queue.counts();
          expect([accepted + rejected + unknown, sending, queued]).toEqual([run.actions.length, 0, 0]);
          checkLaws(run, world, queue);
          if (
            run.ends.every(
              (end) =>
                end.reply.kind === 'answered' &&
                end.reply.status === 200 &&
                end.reply.body !== '<html>' &&
                end.backMs < 5_000,
            )
          ) {
            // With a server that only says yes, every lead arrived, and at most those in the air twice.
            const fieldsOnly = run.actions.filter((hasActions) => !hasActions).length;
            expect(
              new Set(world.telecrm.arrivals.map((arrival) => arrival.rowIndex)).size,
            ).toBeGreaterThanOrEqual(fieldsOnly);
            expect(world.telecrm.arrivals.length).toBeLessThanOrEqual(run.actions.length + inTheAir);
          }
        },
      ),
      { numRuns: SCHEDULES },
    );
  });

  test('with a server that only says yes: exactly once, but for the requests in the air, at every single commit', async () => {
    const run: Run = {
      actions: Array.from({ length: 25 }, (_, row) => row % 5 === 0),
      ends: [],
      speed: 'fast',
      limitPerHour: 18_000,
      maxInFlight: 4,
      agesMs: [],
      randoms: [0.5],
    };
    let deaths = 0;
    for (let commitsToLive = 0; ; commitsToLive += 1) {
      let left = commitsToLive;
      const world = worldOf(run, () => {
        left -= 1;
        if (left < 0) {
          throw new Error('dead');
        }
      });
      const first = await world.clock.runUntil(simulate(world).sender.start());
      if (first.kind === 'finished') {
        break;
      }
      deaths += 1;
      const inTheAir = world.queue.rows.flatMap((row, rowIndex) =>
        row.fate === 'sending' ? [rowIndex] : [],
      );
      expect(inTheAir.length).toBeLessThanOrEqual(4);
      const queue = world.queue.afterDeath(world.clock.wallMs());
      const allowance = new MemoryAllowance(world.allowance.times);
      await world.clock.runUntil(simulate({ ...world, queue, allowance }).sender.start());
      run.actions.forEach((hasActions, rowIndex) => {
        const times = world.telecrm.arrivals.filter((arrival) => arrival.rowIndex === rowIndex).length;
        if (!inTheAir.includes(rowIndex)) {
          expect([times, queue.row(rowIndex).fate]).toEqual([1, 'accepted']);
        } else if (hasActions) {
          expect([queue.row(rowIndex).fate, times <= 1]).toEqual(['unknown', true]);
        } else {
          expect([queue.row(rowIndex).fate, times === 1 || times === 2]).toEqual(['accepted', true]);
        }
      });
    }
    expect(deaths).toBeGreaterThan(20);
  });
});
