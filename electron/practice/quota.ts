const HOUR_MS = 3_600_000;

/**
 * Counts requests as a server would: no more than `limitPerHour` in any rolling hour, by its own clock. Knows nothing of the
 * sender's own reckoning, on purpose: it is what that is tested against.
 */
export class Quota {
  readonly limitPerHour: number;
  readonly #times: number[] = [];
  #first = 0;

  constructor(limitPerHour: number) {
    this.limitPerHour = limitPerHour;
  }

  /** Counts a request; answers with 0 when it is within the quota, otherwise with the milliseconds until one is again. */
  take(nowMs: number): number {
    while (this.#first < this.#times.length && (this.#times[this.#first] ?? 0) <= nowMs - HOUR_MS) {
      this.#first += 1;
    }
    if (this.#first > 10_000) {
      this.#times.splice(0, this.#first);
      this.#first = 0;
    }
    if (this.#times.length - this.#first >= this.limitPerHour) {
      return Math.max(1, (this.#times[this.#first] ?? nowMs) + HOUR_MS - nowMs);
    }
    this.#times.push(nowMs);
    return 0;
  }
}
