import { unreachable } from '../unreachable.ts';
import type { Verdict } from './judge-reply.ts';
import { retryAfterMs } from './retry-after.ts';
import {
  CAREFUL_WAIT,
  SLOW_DOWN_WAIT,
  TROUBLE_WAIT,
  growingWaitMs,
  type GrowingWait,
} from './retry-policy.ts';
import type { Trouble } from './trouble.ts';

/** Requests in a row without a trustworthy answer after which all sending waits. */
export const TROUBLES_BEFORE_WAIT = 3;
/** Waits at least this long after a 429, whatever it says. */
const SHORTEST_SLOW_DOWN_MS = 1_000;

/** All sending waits until `untilMs`, then tries with one request. */
export type Hold = {
  readonly kind: 'slow-down' | Trouble;
  readonly untilMs: number;
};

/** What the answers so far say about the way to Telecrm as a whole. A value; times are effective times in milliseconds. */
export type Weather = {
  /** Requests in a row that brought no trustworthy answer. */
  readonly troubles: number;
  /** Leads that failed since the last trustworthy answer and had never failed before; those of one storm all count. */
  readonly strangers: number;
  /** The newest trouble, since when and how often in a row it was this one; `null` when the last answer could be trusted. */
  readonly lasting: Lasting | null;
  /** 429s in a row. */
  readonly slowDowns: number;
  /** Answers to requests that left until then were counted already: sixteen under way make one storm, not sixteen. */
  readonly countedUntilMs: number;
  readonly hold: Hold | null;
  /** The refusals in a row that say the same; `null` when the last answer was none. */
  readonly refusals: {
    readonly leads: number;
    readonly status: number;
    readonly words: string | null;
  } | null;
};

type Lasting = {
  readonly trouble: Trouble;
  readonly sinceMs: number;
  readonly times: number;
  /** Those of the last time. */
  readonly words: string | null;
};

/** Nothing is known yet. */
export const CLEAR_WEATHER: Weather = {
  troubles: 0,
  strangers: 0,
  lasting: null,
  slowDowns: 0,
  countedUntilMs: -Infinity,
  hold: null,
  refusals: null,
};

/** When an answer came, by the effective clock and by the wall clock, and when its request left. `random` is 0 to 1. */
export type AnswerTimes = {
  /** Whether the lead had failed before. */
  readonly hasFailed: boolean;
  readonly leftAtMs: number;
  readonly nowMs: number;
  readonly wallMs: number;
  readonly random: number;
};

/** The weather after one more answer. */
export function weatherAfter(weather: Weather, verdict: Verdict, times: AnswerTimes): Weather {
  switch (verdict.kind) {
    case 'accepted':
      return { ...afterAnswer(weather, times), refusals: null };
    case 'rejected':
      return { ...afterAnswer(weather, times), refusals: oneMoreRefusal(weather.refusals, verdict) };
    case 'stop':
      return afterAnswer(weather, times);
    case 'back-in-queue':
      return verdict.why === 'slow-down'
        ? afterSlowDown(weather, verdict, times)
        : afterTrouble(
            weather,
            { ...verdict, trouble: verdict.why, wait: TROUBLE_WAIT, isOfLead: false },
            times,
          );
    case 'unknown': {
      const wait = verdict.mayRepeat ? TROUBLE_WAIT : CAREFUL_WAIT;
      return afterTrouble(weather, { ...verdict, wait, isOfLead: true }, times);
    }
    default:
      return unreachable(verdict);
  }
}

/**
 * The weather when the system says that there is a network, perhaps another one than before: nothing that kept us from
 * Telecrm is waited out any longer. What Telecrm itself asked for stays in force.
 */
export function weatherOnline(weather: Weather): Weather {
  const kind = weather.hold?.kind;
  return kind === 'slow-down' || kind === 'server-trouble' ? weather : { ...weather, hold: null };
}

/** Telecrm answered as itself: trouble is over. A 429 stays in force until its time has come. */
function afterAnswer(weather: Weather, times: AnswerTimes): Weather {
  return {
    ...weather,
    troubles: 0,
    strangers: 0,
    lasting: null,
    slowDowns: times.leftAtMs > weather.countedUntilMs ? 0 : weather.slowDowns,
    hold: weather.hold?.kind === 'slow-down' ? weather.hold : null,
  };
}

function afterSlowDown(weather: Weather, verdict: Asking, times: AnswerTimes): Weather {
  const asked = waitAsked(verdict, times);
  if (times.leftAtMs <= weather.countedUntilMs) {
    return asked === null
      ? weather
      : { ...weather, hold: longer(weather.hold, 'slow-down', times.nowMs + asked) };
  }
  const slowDowns = weather.slowDowns + 1;
  const waitMs = Math.max(
    SHORTEST_SLOW_DOWN_MS,
    asked ?? growingWaitMs(SLOW_DOWN_WAIT, slowDowns, times.random),
  );
  return {
    ...weather,
    troubles: 0,
    strangers: 0,
    lasting: null,
    slowDowns,
    countedUntilMs: times.nowMs,
    hold: longer(weather.hold, 'slow-down', times.nowMs + waitMs),
  };
}

type Met = Asking & {
  readonly trouble: Trouble;
  readonly words: string | null;
  readonly wait: GrowingWait;
  /** Whether the request left, so that its lead may be to blame. */
  readonly isOfLead: boolean;
};

function afterTrouble(weather: Weather, met: Met, times: AnswerTimes): Weather {
  const strangers = weather.strangers + (met.isOfLead && !times.hasFailed ? 1 : 0);
  if (times.leftAtMs <= weather.countedUntilMs) {
    return { ...weather, strangers };
  }
  const { trouble, words } = met;
  const troubles = weather.troubles + 1;
  const lasting = onceMore(weather.lasting, trouble, words, times.nowMs);
  const asked = waitAsked(met, times);
  if (troubles < TROUBLES_BEFORE_WAIT && asked === null) {
    return { ...weather, troubles, strangers, lasting };
  }
  const waitMs = growingWaitMs(met.wait, Math.max(1, troubles - TROUBLES_BEFORE_WAIT + 1), times.random);
  return {
    ...weather,
    troubles,
    strangers,
    lasting,
    countedUntilMs: times.nowMs,
    hold: longer(weather.hold, trouble, times.nowMs + Math.max(waitMs, asked ?? 0)),
  };
}

function onceMore(lasting: Lasting | null, trouble: Trouble, words: string | null, nowMs: number): Lasting {
  return lasting?.trouble === trouble
    ? { ...lasting, times: lasting.times + 1, words }
    : { trouble, sinceMs: nowMs, times: 1, words };
}

type Asking = { readonly retryAfter: string | null; readonly date: string | null };

function waitAsked(verdict: Asking, times: AnswerTimes): number | null {
  return retryAfterMs(verdict.retryAfter, verdict.date, times.wallMs);
}

/** Of two waits the one that ends later. */
function longer(hold: Hold | null, kind: Hold['kind'], untilMs: number): Hold {
  return hold !== null && hold.untilMs >= untilMs ? hold : { kind, untilMs };
}

function oneMoreRefusal(
  refusals: Weather['refusals'],
  { status, words }: { readonly status: number; readonly words: string | null },
): Weather['refusals'] {
  const isSame = refusals !== null && refusals.status === status && refusals.words === words;
  return { leads: isSame ? refusals.leads + 1 : 1, status, words };
}
