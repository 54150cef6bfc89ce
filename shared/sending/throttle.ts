import type { TelecrmFailure } from '../failure.ts';
import type { Verdict } from './judge-reply.ts';
import {
  afterAcceptance,
  afterSending,
  intervalMs,
  isSlowed,
  paceAllows,
  restarted,
  slowedDown,
  startPace,
  withSpeed,
  type Pace,
} from './pace.ts';
import { HOUR_MS, RollingWindow } from './rolling-window.ts';
import type { Speed } from './status.ts';
import {
  inFlightWhileRefused,
  isBadWeather,
  lastingTrouble,
  repeatedRefusal,
  triesInTrouble,
} from './read-weather.ts';
import {
  CLEAR_WEATHER,
  weatherAfter,
  weatherOnline,
  type AnswerTimes,
  type Hold,
  type Weather,
} from './weather.ts';

/** A wait for the allowance that is worth telling; shorter ones are the ordinary spacing of requests. */
const WAIT_WORTH_TELLING_MS = 2_000;
/** Over how long the real pace is looked at when a 429 asks for half of it. */
const OBSERVED_MS = 10_000;

/** How many requests may leave now, at least 1, or until when to wait and what for. */
export type Permit =
  | { readonly kind: 'go'; readonly count: number }
  | {
      readonly kind: 'wait';
      /** `null` when there is nothing to tell: the next request's turn comes shortly, or an answer is waited for. */
      readonly reason: 'allowance' | Hold['kind'] | null;
      /** `Infinity` when only an answer can change anything. */
      readonly untilMs: number;
    };

/**
 * When requests may leave: the hour's allowance, the pace and the weather in one place. Knows no clock; times are effective
 * times in milliseconds and never go back.
 */
export class Throttle {
  readonly window: RollingWindow;
  readonly #maxInFlight: number;
  #pace: Pace;
  #weather: Weather = CLEAR_WEATHER;

  /** `times` are the requests of the last hour on record, ascending. */
  constructor(options: {
    readonly speed: Speed;
    readonly limitPerHour: number;
    readonly maxInFlight: number;
    readonly times: readonly number[];
    readonly nowMs: number;
  }) {
    this.window = new RollingWindow(options.limitPerHour, options.times);
    this.#maxInFlight = Math.max(1, options.maxInFlight);
    this.#pace = startPace(options.speed, this.window.limitPerHour, options.nowMs);
  }

  /** What may be done now, with `inFlight` requests under way. */
  permit(nowMs: number, inFlight: number): Permit {
    const { hold } = this.#weather;
    if (hold !== null && nowMs < hold.untilMs) {
      return { kind: 'wait', reason: hold.kind, untilMs: hold.untilMs };
    }
    const free = this.window.free(nowMs);
    if (free === 0) {
      const untilMs = this.window.freeAtMs(1, nowMs);
      const isLong = untilMs - nowMs >= WAIT_WORTH_TELLING_MS;
      return { kind: 'wait', reason: isLong ? 'allowance' : null, untilMs };
    }
    const room =
      Math.min(this.#maxInFlight, this.#pace.inFlight, inFlightWhileRefused(this.#weather)) - inFlight;
    if (room <= 0) {
      return { kind: 'wait', reason: null, untilMs: Infinity };
    }
    const allowed = paceAllows(this.#pace, nowMs);
    return allowed === 0
      ? { kind: 'wait', reason: null, untilMs: this.#pace.nextAtMs }
      : { kind: 'go', count: Math.min(free, room, allowed) };
  }

  /** `count` requests leave. */
  sent(count: number, nowMs: number): void {
    this.window.add(nowMs, count);
    this.#pace = afterSending(this.#pace, count, nowMs);
  }

  /** An answer came. */
  answered(verdict: Verdict, times: AnswerTimes): void {
    const before = this.#weather;
    this.#weather = weatherAfter(before, verdict, times);
    if (verdict.kind === 'accepted') {
      this.#pace = afterAcceptance(this.#pace);
    }
    if (this.#weather.slowDowns > before.slowDowns) {
      this.#pace = slowedDown(this.#pace, this.#observedIntervalMs(times.nowMs), times.nowMs);
    }
  }

  /** Why sending should stop until somebody looks at it: the answers all refuse, or a trouble lasts; `null` while neither. */
  refusal(nowMs: number): TelecrmFailure | null {
    return repeatedRefusal(this.#weather) ?? lastingTrouble(this.#weather, nowMs);
  }

  /** What the last failure says about its lead: see `decideOutcome`. */
  blame(): { readonly tries: number; readonly isBadWeather: boolean } {
    return { tries: triesInTrouble(this.#weather), isBadWeather: isBadWeather(this.#weather) };
  }

  /** The network is back: a wait for it is over. */
  online(): void {
    this.#weather = weatherOnline(this.#weather);
  }

  /** Sending goes on after a pause, a wait or a sleep of the machine: gently, with one request. */
  restart(nowMs: number): void {
    this.#pace = restarted(this.#pace, nowMs);
  }

  setSpeed(speed: Speed, nowMs: number): void {
    this.#pace = withSpeed(this.#pace, speed, this.window.limitPerHour, nowMs);
  }

  /** Another share of the allowance is kept free from now on. A slowing down stays in force. */
  setLimit(limitPerHour: number, speed: Speed, nowMs: number): void {
    this.window.setLimit(limitPerHour);
    this.setSpeed(speed, nowMs);
  }

  /** Time between requests at this moment; 0 when they leave as quickly as answers come. */
  intervalMs(nowMs: number): number {
    return intervalMs(this.#pace, nowMs);
  }

  /** Whether Telecrm asked for less, and requests leave further apart than they would because of it. */
  isSlowed(nowMs: number): boolean {
    return isSlowed(this.#pace, nowMs);
  }

  /** Never longer than even spacing: few requests lately mean that we waited, not that the server wants it slower still. */
  #observedIntervalMs(nowMs: number): number {
    const count = this.window.countSince(nowMs - OBSERVED_MS);
    return Math.min(OBSERVED_MS / Math.max(1, count), HOUR_MS / this.window.limitPerHour);
  }
}
