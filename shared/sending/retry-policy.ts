/** Waits that double from `firstMs` to `longestMs`. */
export type GrowingWait = {
  readonly firstMs: number;
  readonly longestMs: number;
};

/** Between the attempts of one lead whose fate is unknown. */
export const LEAD_WAIT: GrowingWait = { firstMs: 5_000, longestMs: 600_000 };
/**
 * While all sending waits, a lead that was tried waits a minute for each try so far, up to an hour: it comes back after about
 * as long as the trouble has lasted. So at least every other try is one of a lead that was not tried yet, and shows whether
 * it was the leads or the way.
 */
const WEATHER_WAIT_STEP_MS = 60_000;
const LONGEST_WEATHER_WAIT_MS = 3_600_000;
/** Between the probes of a sender that is offline or whose server is in trouble. */
export const TROUBLE_WAIT: GrowingWait = { firstMs: 2_000, longestMs: 60_000 };
/** The same where each probe is a lead with actions: if it may have arrived, a person has to decide about it. */
export const CAREFUL_WAIT: GrowingWait = { firstMs: 2_000, longestMs: 600_000 };
/** After a 429 that does not say how long to wait. */
export const SLOW_DOWN_WAIT: GrowingWait = { firstMs: 5_000, longestMs: 300_000 };

/**
 * Failed attempts after which a lead is no longer repeated by itself: a quarter of an hour of trying. What is left is for
 * the user to decide, who can put all such leads back in the queue at once. An attempt in bad weather does not count.
 */
export const MOST_FAILED_ATTEMPTS = 8;

/** No wait is longer than this, jitter included; a time further ahead can only come from a clock that was set. */
export const LONGEST_LEAD_WAIT_MS = LONGEST_WEATHER_WAIT_MS * 1.25;

/**
 * The wait in milliseconds after the `attempt`th failure in a row (1 for the first), a quarter more or less by `random`
 * (0 to 1), so that several programs that failed together do not come back together.
 */
export function growingWaitMs(wait: GrowingWait, attempt: number, random: number): number {
  const doubled = wait.firstMs * 2 ** Math.min(30, Math.max(0, attempt - 1));
  return jittered(Math.min(wait.longestMs, doubled), random);
}

function jittered(waitMs: number, random: number): number {
  return Math.round(waitMs * (0.75 + random / 2));
}

/**
 * When a lead whose fate is unknown is sent again by itself, `null` for never. Telecrm appends actions on every call, so a
 * lead that carries any is never repeated without the user; fields are an upsert, and repeating them is harmless.
 * `failedAttempts` counts the one that just failed, unless the weather was to blame for it. `tries` is the number of tries of
 * all sending since it waits, 0 while it does not.
 */
export function nextAttemptAtMs(lead: {
  readonly hasActions: boolean;
  readonly failedAttempts: number;
  readonly tries: number;
  readonly nowMs: number;
  readonly random: number;
}): number | null {
  if (lead.hasActions || lead.failedAttempts >= MOST_FAILED_ATTEMPTS) {
    return null;
  }
  const { tries, failedAttempts, nowMs, random } = lead;
  const ownWaitMs = growingWaitMs(LEAD_WAIT, failedAttempts, random);
  const weatherWaitMs = Math.min(LONGEST_WEATHER_WAIT_MS, WEATHER_WAIT_STEP_MS * tries);
  return nowMs + Math.max(ownWaitMs, jittered(weatherWaitMs, random));
}
