import type { FateCounts } from './fate.ts';
import { HOUR_MS, WINDOW_MARGIN_MS, type RollingWindow } from './rolling-window.ts';
import type { Speed } from './status.ts';

/** A rate is called real after this long; before, a finishing time would jump about. */
export const REAL_RATE_AFTER_MS = 20_000;
/**
 * What fast sending is taken to reach while nothing was measured: sixteen requests under way at 0.8 s each. It only decides
 * the first of an import's hours: after that the allowance does.
 */
export const ASSUMED_FAST_PER_SECOND = 20;
const SPAN_MS = HOUR_MS + WINDOW_MARGIN_MS;

/** Leads that the import set out to send. They stay in this number whatever becomes of them. */
export function totalToSend(counts: FateCounts): number {
  return leftToSend(counts) + gone(counts);
}

/** Leads that were not answered yet. Unknown ones that will be repeated are not among them: they left once. */
export function leftToSend(counts: FateCounts): number {
  return counts.queued + counts.sending;
}

/** Leads that were sent: answered, or so far without a clear answer. */
export function gone(counts: FateCounts): number {
  return accepted(counts) + counts.rejected + counts.unknown;
}

/** Leads that Telecrm accepted, those that were looked for afterwards included, whatever was found. */
export function accepted(counts: FateCounts): number {
  return counts.accepted + counts.confirmed + counts['not-found'];
}

/**
 * The counts once nobody sends: of leads that are still on their way on record nobody knows whether they arrived, since their
 * answers did not come or could not be written down.
 */
export function withNothingOnItsWay(counts: FateCounts): FateCounts {
  return { ...counts, sending: 0, unknown: counts.unknown + counts.sending };
}

/** All rows of the sheet. */
export function allRows(counts: FateCounts): number {
  const { ready, problem, duplicate, skipped } = counts;
  return counts.new + ready + problem + duplicate + skipped + totalToSend(counts);
}

/** What a finishing time follows from. Times are effective times in milliseconds. */
export type Outlook = {
  readonly speed: Speed;
  /** Leads still to go. */
  readonly remaining: number;
  readonly window: RollingWindow;
  /** Time between requests by the present pace; 0 for fast. See `pace.ts`. */
  readonly intervalMs: number;
  /** Answers in a second as measured over at least 20 s of sending; `null` before that. */
  readonly realPerSecond: number | null;
  readonly nowMs: number;
  /** When sending goes on; `nowMs` when nothing holds it. */
  readonly goesOnAtMs: number;
};

/**
 * When the last lead will leave; `null` until it can be told. Even sending and imports beyond the hour's allowance follow
 * a schedule and can be told at once; fast sending within the allowance only from a real rate.
 */
export function finishAtMs(outlook: Outlook): number | null {
  const { speed, remaining, window, nowMs, realPerSecond } = outlook;
  if (speed === 'fast' && realPerSecond === null && remaining <= window.free(nowMs)) {
    return null;
  }
  return expectedFinishAtMs({ ...outlook, realPerSecond });
}

/** The same with an assumed rate where none was measured: for the receipt, before anything is sent. */
export function expectedFinishAtMs(outlook: Outlook): number {
  const { remaining, window, nowMs } = outlook;
  const startMs = Math.max(nowMs, outlook.goesOnAtMs);
  if (remaining <= 0) {
    return startMs;
  }
  return Math.ceil(lastLeavesAtMs(remaining, window, shortestStepMs(outlook), nowMs, startMs));
}

function shortestStepMs({ speed, intervalMs, realPerSecond }: Outlook): number {
  const perSecond = realPerSecond ?? (speed === 'fast' ? ASSUMED_FAST_PER_SECOND : Infinity);
  return Math.max(intervalMs, perSecond <= 0 ? 0 : 1000 / perSecond);
}

/**
 * Requests leave at least `stepMs` apart and each at least `SPAN_MS` after the one `limit` before it. The last one's time is
 * the longest way through those two rules, and since every way is a sum, the longest takes either no step of the second kind
 * or as many as fit: so a million leads cost no more than one hour's worth.
 */
function lastLeavesAtMs(
  remaining: number,
  window: RollingWindow,
  stepMs: number,
  nowMs: number,
  startMs: number,
): number {
  const limit = window.limitPerHour;
  const spans = Math.floor((remaining - 1) / limit);
  const rest = remaining - spans * limit;
  let latestMs = startMs;
  for (let nth = 1; nth <= Math.min(limit, remaining); nth += 1) {
    const freeMs = Math.max(startMs, window.freeAtMs(nth, nowMs));
    const withoutSpans = freeMs + (remaining - nth) * stepMs;
    const spansThatFit = nth <= rest ? spans : spans - 1;
    const withSpans = freeMs + spansThatFit * SPAN_MS + (remaining - nth - spansThatFit * limit) * stepMs;
    latestMs = Math.max(latestMs, withoutSpans, withSpans);
  }
  return latestMs;
}
