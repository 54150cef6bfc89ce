import { REAL_RATE_AFTER_MS } from './progress.ts';
import { RateMeter } from './rate-meter.ts';

/** How quickly leads are answered: for "per minute" and for the finishing time. Times are effective times in milliseconds. */
export class SendingRate {
  readonly #accepted = new RateMeter();
  readonly #answered = new RateMeter();
  #goingSinceMs: number;
  #lastPerSecond: number | null = null;

  constructor(nowMs: number) {
    this.#goingSinceMs = nowMs;
  }

  /** Counts answers, and how many of them accepted a lead. */
  add(nowMs: number, answered: number, accepted: number): void {
    this.#answered.add(nowMs, answered);
    this.#accepted.add(nowMs, accepted);
  }

  /** Sending waits from now on, which must not count as slow sending. */
  halt(nowMs: number): void {
    this.#lastPerSecond = this.realPerSecond(nowMs);
    this.#goingSinceMs = Infinity;
  }

  /** Sending goes on: the rate is measured anew. */
  restart(nowMs: number): void {
    this.#goingSinceMs = nowMs;
  }

  /**
   * Leads accepted in a minute, by the last minute of sending without a wait, 20 s of it at the least; 0 until then, because
   * what was accepted in a part of a minute is not what a minute brings.
   */
  acceptedPerMinute(nowMs: number): number {
    const perSecond = this.#perSecond(this.#accepted, nowMs);
    return perSecond === null ? 0 : 60 * perSecond;
  }

  /**
   * Answers a second, measured over the last minute of sending without a wait, 20 s of it at the least; until then as it was
   * before the wait; `null` before any.
   */
  realPerSecond(nowMs: number): number | null {
    return this.#perSecond(this.#answered, nowMs) ?? this.#lastPerSecond;
  }

  /** What a meter counted in a second since sending goes on; `null` before 20 s. */
  #perSecond(meter: RateMeter, nowMs: number): number | null {
    const goingMs = nowMs - this.#goingSinceMs;
    if (goingMs < REAL_RATE_AFTER_MS) {
      return null;
    }
    // The present second is not over and is left out.
    const seconds = Math.min(59, Math.floor(goingMs / 1000));
    return (meter.countOfLast(seconds + 1, nowMs) - meter.countOfLast(1, nowMs)) / seconds;
  }
}
