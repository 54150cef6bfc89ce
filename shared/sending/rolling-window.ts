/** What Telecrm documents for one token in an hour. Nothing we send goes beyond it, whatever an option says. */
export const SEND_LIMIT_PER_HOUR = 18_000;
export const HOUR_MS = 3_600_000;

/**
 * How much longer than an hour a request counts here. A request arrives later than it leaves, and the server counts
 * arrivals: were one 2 s on its way and its successor an hour later only 0.1 s, the server would see them less than an hour
 * apart. 3 s of 3,603 keep 99.92 % of the allowance usable. A request that needs still longer to arrive may cost one 429.
 */
export const WINDOW_MARGIN_MS = 3_000;
const SPAN_MS = HOUR_MS + WINDOW_MARGIN_MS;

/**
 * How many requests may leave, so that there are never more than the limit in any rolling hour: that satisfies every kind of
 * hour that Telecrm may count in (which kind it is, its documentation does not say). Knows no clock; callers pass times
 * that never go back (see `effective-time.ts`), in milliseconds.
 */
export class RollingWindow {
  #limitPerHour: number;
  /** A ring: the `#count` times from `#first` on, ascending, are those that still count. */
  #times: Float64Array;
  #first = 0;
  #count = 0;

  /** `times` are the requests of the last hour and margin, ascending; there may be more of them than the limit. */
  constructor(limitPerHour: number, times: readonly number[]) {
    this.#limitPerHour = boundedLimit(limitPerHour);
    this.#times = new Float64Array(Math.max(this.#limitPerHour, times.length));
    for (const timeMs of times) {
      this.#push(timeMs);
    }
  }

  /** What we allow ourselves, 1 to `SEND_LIMIT_PER_HOUR`. */
  get limitPerHour(): number {
    return this.#limitPerHour;
  }

  /** Allows more or less from now on; what left already counts as before. */
  setLimit(limitPerHour: number): void {
    this.#limitPerHour = boundedLimit(limitPerHour);
  }

  /** Requests that count at this moment. */
  used(nowMs: number): number {
    this.#forgetBefore(nowMs);
    return this.#count;
  }

  /** How many requests may leave now. */
  free(nowMs: number): number {
    return Math.max(0, this.#limitPerHour - this.used(nowMs));
  }

  /** When the `nth` request from now may leave at the earliest; `nth` from 1 to `limitPerHour`. */
  freeAtMs(nth: number, nowMs: number): number {
    const blocking = this.used(nowMs) - (this.#limitPerHour - nth) - 1;
    return blocking < 0 ? nowMs : this.#at(blocking) + SPAN_MS;
  }

  /** When the oldest request that counts stops counting; `null` while none does. */
  nextFreesAtMs(nowMs: number): number | null {
    return this.used(nowMs) === 0 ? null : this.#at(0) + SPAN_MS;
  }

  /** Enters `count` requests that leave at `atMs`. */
  add(atMs: number, count: number): void {
    this.#forgetBefore(atMs);
    const newestMs = this.#count === 0 ? atMs : this.#at(this.#count - 1);
    for (let added = 0; added < count; added += 1) {
      this.#push(Math.max(atMs, newestMs));
    }
  }

  /** Requests that left at `sinceMs` or later. */
  countSince(sinceMs: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#at(middle) < sinceMs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.#count - low;
  }

  /** Each request is entered once and forgotten once, so this costs O(1) per request. */
  #forgetBefore(nowMs: number): void {
    while (this.#count > 0 && this.#at(0) + SPAN_MS <= nowMs) {
      this.#first = (this.#first + 1) % this.#times.length;
      this.#count -= 1;
    }
  }

  #at(index: number): number {
    return this.#times[(this.#first + index) % this.#times.length] ?? 0;
  }

  #push(timeMs: number): void {
    if (this.#count === this.#times.length) {
      const larger = new Float64Array(this.#count * 2);
      for (let index = 0; index < this.#count; index += 1) {
        larger[index] = this.#at(index);
      }
      this.#times = larger;
      this.#first = 0;
    }
    this.#times[(this.#first + this.#count) % this.#times.length] = timeMs;
    this.#count += 1;
  }
}

function boundedLimit(limitPerHour: number): number {
  return Math.min(SEND_LIMIT_PER_HOUR, Math.max(1, Math.floor(limitPerHour)));
}
