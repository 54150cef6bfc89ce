import type { Clock } from './ports.ts';

/** A sleep that anything may end: an answer, a button, a time. */
export class Alarm {
  readonly #clock: Clock;
  #isRung = false;
  #sleep: AbortController | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends the present sleep, or the next one before it begins. */
  ring(): void {
    this.#isRung = true;
    this.#sleep?.abort();
  }

  /** Sleeps until rung, for at most `delayMs`; `Infinity` sleeps until rung. */
  async sleep(delayMs: number): Promise<void> {
    if (!this.#isRung && delayMs > 0) {
      this.#sleep = new AbortController();
      await this.#clock.wait(delayMs, this.#sleep.signal);
      this.#sleep = null;
    }
    this.#isRung = false;
  }
}
