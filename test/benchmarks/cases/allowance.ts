// How much of the hour's allowance is used while leads are waiting, and the most that ever left within an hour: the real
// sender on a simulated clock, at both speeds, for a little more than two hours each.
import { HOUR_MS } from '../../../shared/sending/rolling-window.ts';
import { SPEEDS } from '../../../shared/sending/status.ts';
import { simulate } from '../../electron/sending/simulation/simulation.ts';

/** Telecrm's quota (its documentation, "Rate limits"). */
const QUOTA = 18_000;
const HOURS = 2;

const figures: Record<string, number> = {};
for (const speed of SPEEDS) {
  const run = simulate({ leads: Math.ceil(QUOTA * (HOURS + 0.1)), options: { speed, limitPerHour: QUOTA } });
  const startedMs = run.clock.monotonicMs();
  await run.clock.runUntil(run.sender.start());
  const leftMs = run.telecrm.arrivals.map(({ atMs }) => atMs - startedMs);
  figures[`${speed}Percent`] =
    (100 * leftMs.filter((atMs) => atMs < HOURS * HOUR_MS).length) / (QUOTA * HOURS);
  figures[`${speed}MostInAnHour`] = mostWithin(leftMs, HOUR_MS);
}
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** The most of these ascending times that lie within any span of this length. */
function mostWithin(times: readonly number[], spanMs: number): number {
  let first = 0;
  let most = 0;
  for (const [index, atMs] of times.entries()) {
    while (atMs - (times[first] ?? 0) >= spanMs) {
      first += 1;
    }
    most = Math.max(most, index - first + 1);
  }
  return most;
}
