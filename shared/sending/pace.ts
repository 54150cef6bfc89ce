import { ASSUMED_FAST_PER_SECOND } from './progress.ts';
import { HOUR_MS, WINDOW_MARGIN_MS } from './rolling-window.ts';
import type { Speed } from './status.ts';

/**
 * How far behind its schedule even sending may catch up. It lets timers be late without losing any of the allowance; what
 * was missed beyond it, asleep or paused, is not caught up, so there is never a rush.
 */
export const CATCH_UP_MS = 1_000;
/** One request a minute: however often Telecrm says 429, this is as slow as it gets. */
export const SLOWEST_INTERVAL_MS = 60_000;
/** After this long without a 429 a slowed pace becomes a fifth shorter; from half speed back to full in four minutes. */
const RECOVERY_STEP_MS = 60_000;
const RECOVERY_FACTOR = 0.8;

/** When requests may leave besides what the allowance permits. A value; times are effective times in milliseconds. */
export type Pace = {
  /** Time between requests when nothing slows them; 0 for fast, which is bounded by answers and allowance alone. */
  readonly ownIntervalMs: number;
  /** Time between requests that a 429 brought, as of `slowedAtMs`; 0 before any. */
  readonly slowedIntervalMs: number;
  readonly slowedAtMs: number;
  /** When the next request is scheduled. */
  readonly nextAtMs: number;
  /**
   * How many requests may be under way together, besides the sender's own bound. Begins at 1 and grows with every lead that
   * is accepted, so that a wrong token, a dead network or a changed server meets one lead, not sixteen.
   */
  readonly inFlight: number;
};

/** The pace at the start: the first request may leave at once, alone. */
export function startPace(speed: Speed, limitPerHour: number, nowMs: number): Pace {
  return {
    ownIntervalMs: ownInterval(speed, limitPerHour),
    slowedIntervalMs: 0,
    slowedAtMs: nowMs,
    nextAtMs: nowMs,
    inFlight: 1,
  };
}

/** Time between requests at this moment: our own, or what is left of a slowing down. */
export function intervalMs(pace: Pace, nowMs: number): number {
  const steps = Math.floor(Math.max(0, nowMs - pace.slowedAtMs) / RECOVERY_STEP_MS);
  const slowed = pace.slowedIntervalMs * RECOVERY_FACTOR ** steps;
  // Below a millisecond a schedule says nothing any more.
  return Math.max(pace.ownIntervalMs, slowed < 1 ? 0 : slowed);
}

/** Whether a 429 still holds requests further apart than they would be; beyond what fast sending reaches nobody feels it. */
export function isSlowed(pace: Pace, nowMs: number): boolean {
  return intervalMs(pace, nowMs) > Math.max(pace.ownIntervalMs, 1000 / ASSUMED_FAST_PER_SECOND);
}

/** How many requests may leave now by schedule; `Infinity` when there is none. */
export function paceAllows(pace: Pace, nowMs: number): number {
  const interval = intervalMs(pace, nowMs);
  if (interval === 0) {
    return Infinity;
  }
  return pace.nextAtMs > nowMs ? 0 : Math.floor((nowMs - scheduleStart(pace, nowMs)) / interval) + 1;
}

/** The pace after `count` requests left. */
export function afterSending(pace: Pace, count: number, nowMs: number): Pace {
  return { ...pace, nextAtMs: scheduleStart(pace, nowMs) + count * intervalMs(pace, nowMs) };
}

/** The pace after a lead was accepted. */
export function afterAcceptance(pace: Pace): Pace {
  return { ...pace, inFlight: Math.min(pace.inFlight + 1, 1_000_000) };
}

/** The pace after a 429: half as fast as requests were really leaving, `observedIntervalMs` apart. */
export function slowedDown(pace: Pace, observedIntervalMs: number, nowMs: number): Pace {
  const halved = 2 * Math.max(intervalMs(pace, nowMs), observedIntervalMs, 1);
  return { ...pace, slowedIntervalMs: Math.min(SLOWEST_INTERVAL_MS, halved), slowedAtMs: nowMs };
}

/** The pace when sending goes on after a pause, a wait or a sleep: one request, and nothing to catch up. */
export function restarted(pace: Pace, nowMs: number): Pace {
  return { ...pace, nextAtMs: Math.max(pace.nextAtMs, nowMs), inFlight: 1 };
}

/** The pace with another speed; a slowing down stays in force. */
export function withSpeed(pace: Pace, speed: Speed, limitPerHour: number, nowMs: number): Pace {
  return { ...pace, ownIntervalMs: ownInterval(speed, limitPerHour), nextAtMs: nowMs };
}

function ownInterval(speed: Speed, limitPerHour: number): number {
  return speed === 'fast' ? 0 : (HOUR_MS + WINDOW_MARGIN_MS) / limitPerHour;
}

function scheduleStart(pace: Pace, nowMs: number): number {
  return Math.max(pace.nextAtMs, nowMs - CATCH_UP_MS);
}
