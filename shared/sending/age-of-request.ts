/**
 * A moment by two clocks: the wall clock, which people and time servers set, and the time since the machine started, which
 * nobody sets but which begins anew with every start.
 */
export type Moment = {
  readonly wallMs: number;
  /** Milliseconds since the machine started, time asleep included; `null` where it is not known. */
  readonly uptimeMs: number | null;
  /** Names one start of the machine; `null` where the system does not name them. */
  readonly bootId: string | null;
};

/** Some systems count the time since their start in whole seconds, so less of a difference says nothing. */
const UPTIME_STEP_MS = 1_000;

/**
 * How long ago a request left, in milliseconds, at least: so that an hour's allowance is never taken for free before it is,
 * even if the wall clock was set while the program was closed. (A computer whose clock battery is dead starts years ago, and
 * is set right by the network a minute later.)
 *
 * - The machine has not been started since, for certain: the time since its start tells, to a second.
 * - It has, for certain: the wall clock tells, and at least as much as the machine runs now.
 * - It cannot be told: it runs longer now than then, so at least the difference has passed, whichever is the case. Where the
 *   machine was started in between, that is too little, and costs a wait of an hour at most.
 */
export function ageMs(then: Moment, now: Moment): number {
  const byWall = now.wallMs - then.wallMs;
  if (then.uptimeMs === null || now.uptimeMs === null) {
    return byWall;
  }
  const byUptime = now.uptimeMs - then.uptimeMs;
  if (byUptime < 0 || (then.bootId !== null && now.bootId !== null && then.bootId !== now.bootId)) {
    return Math.max(byWall, now.uptimeMs);
  }
  return Math.abs(byWall - byUptime) <= UPTIME_STEP_MS ? byWall : Math.max(0, byUptime - UPTIME_STEP_MS);
}
