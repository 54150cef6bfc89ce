/**
 * The time by which the allowance and repeats are reckoned, in milliseconds since 1970. The wall clock can be set by people
 * and time servers, and a clock set forward an hour would free an hour's allowance early; so it is asked once, at the start,
 * and from there on only elapsed time counts.
 */
export type EffectiveTime = {
  readonly baseMs: number;
  readonly baseMonotonicMs: number;
};

/**
 * Begins at the wall clock, but never before the newest request on record: a clock that was set back since then frees
 * nothing early (it frees late, by as much as it was set back, for an hour at most).
 */
export function startEffectiveTime(
  wallMs: number,
  newestRecordedMs: number | null,
  monotonicMs: number,
): EffectiveTime {
  return { baseMs: Math.ceil(Math.max(wallMs, newestRecordedMs ?? wallMs)), baseMonotonicMs: monotonicMs };
}

/** Now, in whole milliseconds, as journals keep it. */
export function effectiveNowMs(time: EffectiveTime, monotonicMs: number): number {
  return Math.floor(time.baseMs + Math.max(0, monotonicMs - time.baseMonotonicMs));
}
