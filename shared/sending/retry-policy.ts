/** Waits that double from `firstMs` to `longestMs`. */
export type GrowingWait = {
  readonly firstMs: number;
  readonly longestMs: number;
};

/** Between the attempts of one lead whose fate is unknown. */
export const LEAD_WAIT: GrowingWait = { firstMs: 5_000, longestMs: 600_000 };
/** Between the probes of a sender that is offline or whose server is in trouble. */
export const TROUBLE_WAIT: GrowingWait = { firstMs: 2_000, longestMs: 60_000 };
/** The same where each probe is a lead with actions: if it may have arrived, a person has to decide about it. */
export const CAREFUL_WAIT: GrowingWait = { firstMs: 2_000, longestMs: 600_000 };
/** After a 429 that does not say how long to wait. */
export const SLOW_DOWN_WAIT: GrowingWait = { firstMs: 5_000, longestMs: 300_000 };

/** Requests in a row without a trustworthy answer from which on the way is to blame and not the leads: all sending waits. */
export const TROUBLES_BEFORE_WAIT = 3;

/**
 * Failed attempts after which a lead is no longer repeated by itself: about eleven minutes of trying. What is left is for
 * the user to decide, who can put all such leads back in the queue at once. An attempt at a time when no lead gets a
 * trustworthy answer is none of the lead's.
 */
export const MOST_FAILED_ATTEMPTS = 8;

/** No wait is longer than this, jitter included; a time further ahead can only come from a clock that was set. */
export const LONGEST_LEAD_WAIT_MS = LEAD_WAIT.longestMs * 1.25;

/**
 * The wait in milliseconds after the `attempt`th failure in a row (1 for the first), a quarter more or less by `random`
 * (0 to 1), so that several programs that failed together do not come back together.
 */
export function growingWaitMs(wait: GrowingWait, attempt: number, random: number): number {
  const doubled = wait.firstMs * 2 ** Math.min(30, Math.max(0, attempt - 1));
  return Math.round(Math.min(wait.longestMs, doubled) * (0.75 + random / 2));
}

/**
 * When a lead whose fate is unknown is sent again by itself, `null` for never. Telecrm appends actions on every call, so a
 * lead that carries any is never repeated without the user; fields are an upsert, and repeating them is harmless.
 * `failedAttempts` counts the one that just failed, unless the way was to blame for it. `troubles` is the number of requests
 * in a row, of any lead, that brought no trustworthy answer: from three on this lead waits longer than all sending does, so
 * that others have their turn and show whether it was the lead or the way.
 */
export function nextAttemptAtMs(lead: {
  readonly hasActions: boolean;
  readonly failedAttempts: number;
  readonly troubles: number;
  readonly nowMs: number;
  readonly random: number;
}): number | null {
  if (lead.hasActions || lead.failedAttempts >= MOST_FAILED_ATTEMPTS) {
    return null;
  }
  const waits = lead.troubles < TROUBLES_BEFORE_WAIT ? lead.failedAttempts : lead.troubles;
  return lead.nowMs + growingWaitMs(LEAD_WAIT, waits, lead.random);
}
