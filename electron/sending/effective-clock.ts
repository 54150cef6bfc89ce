import {
  effectiveNowMs,
  startEffectiveTime,
  type EffectiveTime,
} from '../../shared/sending/effective-time.ts';
import type { Clock } from './ports.ts';

/** The time by which one run of the sender reckons; see `effective-time.ts`. */
export class EffectiveClock {
  readonly #clock: Clock;
  readonly #time: EffectiveTime;

  /** Begins now, but not before the newest request on record (`null` when there is none). */
  constructor(clock: Clock, newestRecordedMs: number | null) {
    this.#clock = clock;
    this.#time = startEffectiveTime(clock.wallMs(), newestRecordedMs, clock.monotonicMs());
  }

  /** Whole milliseconds; never goes back. */
  nowMs(): number {
    return effectiveNowMs(this.#time, this.#clock.monotonicMs());
  }

  /** A time of this clock as the user's clock will show it, which may have been set since. */
  asWallMs(effectiveMs: number): number {
    return this.#clock.wallMs() + effectiveMs - this.nowMs();
  }
}
