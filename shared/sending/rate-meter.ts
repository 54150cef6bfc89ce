const SECONDS = 60;

/**
 * Counts what happened in the last minute, second by second. Knows no clock; callers pass times in milliseconds that never
 * go back.
 */
export class RateMeter {
  readonly #counts = Array.from({ length: SECONDS }, () => 0);
  /** The second that was written last; those after it, in the ring, are older than a minute. */
  #newestSecond = -Infinity;

  /** Counts `count` more at this moment. */
  add(nowMs: number, count: number): void {
    const second = this.#advance(nowMs);
    this.#counts[second % SECONDS] = (this.#counts[second % SECONDS] ?? 0) + count;
  }

  /** How many in the last `seconds` whole seconds (at most 60), the present one included. */
  countOfLast(seconds: number, nowMs: number): number {
    const newest = this.#advance(nowMs);
    let total = 0;
    for (let back = 0; back < Math.min(seconds, SECONDS, newest + 1); back += 1) {
      total += this.#counts[(newest - back) % SECONDS] ?? 0;
    }
    return total;
  }

  /** Empties the seconds in which nothing happened, and answers with the present one. */
  #advance(nowMs: number): number {
    const second = Math.max(0, Math.floor(nowMs / 1000));
    if (second > this.#newestSecond) {
      const passed = Math.min(SECONDS, second - this.#newestSecond);
      for (let back = 0; back < passed; back += 1) {
        this.#counts[(((second - back) % SECONDS) + SECONDS) % SECONDS] = 0;
      }
      this.#newestSecond = second;
    }
    return this.#newestSecond;
  }
}
