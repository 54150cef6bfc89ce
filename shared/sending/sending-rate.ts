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

  /** Leads accepted in the last minute. */
  acceptedPerMinute(nowMs: number): number {
    return this.#accepted.countOfLast(60, nowMs);
  }

  /**
   * Answers a second, measured over the last minute of sending without a wait, 20 s of it at the least; until then as it was
   * before the wait; `null` before any.
   */
  realPerSecond(nowMs: number): number | null {
    const goingMs = nowMs - this.#goingSinceMs;
    if (goingMs < REAL_RATE_AFTER_MS) {
      return this.#lastPerSecond;
    }
    // The present second is not over and is left out.
    const seconds = Math.min(59, Math.floor(goingMs / 1000));
    const counted = this.#answered.countOfLast(seconds + 1, nowMs) - this.#answered.countOfLast(1, nowMs);
    return counted / seconds;
  }
}
