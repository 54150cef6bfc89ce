import { WINDOW_MARGIN_MS } from '../../shared/sending/rolling-window.ts';
import { SendingRate } from '../../shared/sending/sending-rate.ts';
import type { Speed } from '../../shared/sending/status.ts';
import { Throttle } from '../../shared/sending/throttle.ts';
import { EffectiveClock } from './effective-clock.ts';
import type { AllowanceRecord, Clock } from './ports.ts';
import type { SenderOptions } from './sender-options.ts';

/** How fast one run of the sender may go and how fast it goes: its time, the throttle, and the rate that comes of both. */
export class SenderPace {
  readonly #clock: Clock;
  readonly #maxInFlight: number;
  #speed: Speed;
  #limitPerHour: number;
  #time: EffectiveClock;
  #throttle: Throttle;
  #rate: SendingRate;
  /** Whether sending has to begin gently again. */
  #hasWaited = false;

  constructor(clock: Clock, options: Required<SenderOptions>) {
    this.#clock = clock;
    this.#maxInFlight = options.maxInFlight;
    this.#speed = options.speed;
    this.#limitPerHour = options.limitPerHour;
    this.#time = new EffectiveClock(clock, null);
    this.#throttle = this.#newThrottle([]);
    this.#rate = new SendingRate(this.#time.nowMs());
  }

  get speed(): Speed {
    return this.#speed;
  }

  get time(): EffectiveClock {
    return this.#time;
  }

  get throttle(): Throttle {
    return this.#throttle;
  }

  get rate(): SendingRate {
    return this.#rate;
  }

  /** Reads what the last hour holds: a little more than an hour, because the window counts its margin too. */
  begin(allowance: AllowanceRecord): void {
    const times = allowance.load(this.#clock.wallMs() - WINDOW_MARGIN_MS);
    this.#time = new EffectiveClock(this.#clock, times.at(-1) ?? null);
    this.#throttle = this.#newThrottle(times);
    this.#rate = new SendingRate(this.#time.nowMs());
  }

  /** Answers whether that is another speed than before. */
  setSpeed(speed: Speed): boolean {
    const isOther = speed !== this.#speed;
    if (isOther) {
      this.#speed = speed;
      this.#throttle.setSpeed(speed, this.#time.nowMs());
    }
    return isOther;
  }

  /** Answers whether that is another limit than before. */
  setLimit(limitPerHour: number): boolean {
    const isOther = limitPerHour !== this.#throttle.window.limitPerHour;
    if (isOther) {
      this.#limitPerHour = limitPerHour;
      this.#throttle.setLimit(limitPerHour, this.#speed, this.#time.nowMs());
    }
    return isOther;
  }

  /** Nothing leaves for now, so the rate stands still until `restart`. */
  noteWait(): void {
    if (!this.#hasWaited) {
      this.#hasWaited = true;
      this.#rate.halt(this.#time.nowMs());
    }
  }

  /** Begins gently again after a wait. Answers `false`, and changes nothing, where there was none. */
  restart(nowMs: number): boolean {
    const hasWaited = this.#hasWaited;
    if (hasWaited) {
      this.#hasWaited = false;
      this.#throttle.restart(nowMs);
      this.#rate.restart(nowMs);
    }
    return hasWaited;
  }

  #newThrottle(times: readonly number[]): Throttle {
    return new Throttle({
      speed: this.#speed,
      limitPerHour: this.#limitPerHour,
      maxInFlight: this.#maxInFlight,
      times,
      nowMs: this.#time.nowMs(),
    });
  }
}
