import type { Clock } from '../sending/ports.ts';

/** Nothing documents how much the Sync API takes; 3,600 calls an hour were seen in public code. */
export const SYNC_GAP_MS = 1_000;

/** Lets calls to the Sync API begin one by one, with at least a gap between their beginnings. One for all who share a limit. */
export class SyncPace {
  readonly #clock: Pick<Clock, 'monotonicMs' | 'wait'>;
  readonly #gapMs: number;
  #freeAtMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Pick<Clock, 'monotonicMs' | 'wait'>, gapMs = SYNC_GAP_MS) {
    this.#clock = clock;
    this.#gapMs = gapMs;
  }

  /** Resolves with true when it is the caller's turn, and with false as soon as `signal` is aborted. */
  async turn(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      const nowMs = this.#clock.monotonicMs();
      if (nowMs >= this.#freeAtMs) {
        this.#freeAtMs = nowMs + this.#gapMs;
        return true;
      }
      await this.#clock.wait(this.#freeAtMs - nowMs, signal);
    }
    return false;
  }

  /** How long the next turn is away, in milliseconds; others who wait for theirs aside. */
  waitMs(): number {
    return Math.max(0, this.#freeAtMs - this.#clock.monotonicMs());
  }

  /** Nobody's turn comes for this long: the server asked for it, or is in trouble. */
  pause(delayMs: number): void {
    this.#freeAtMs = Math.max(this.#freeAtMs, this.#clock.monotonicMs() + delayMs);
  }
}
