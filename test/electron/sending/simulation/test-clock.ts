import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../../electron/sending/ports.ts';

type Timer = { readonly atMs: number; readonly wake: () => void };

/** A few turns of the event loop: enough for everything that is ready to happen before time moves on. */
const TURNS_BEFORE_TIME_MOVES = 4;

/**
 * A clock that only moves when it is told to. `runUntil` moves it from timer to timer while a promise is pending, so that
 * simulated hours pass in milliseconds, always in the same way.
 */
export class TestClock implements Clock {
  #wallMs: number;
  #monotonicMs = 5_000;
  readonly #timers = new Set<Timer>();

  constructor(wallMs = Date.UTC(2026, 0, 5, 10, 0, 0)) {
    this.#wallMs = wallMs;
  }

  /** Whole, as the system's is, though what is waited for may be a part of a millisecond. */
  wallMs(): number {
    return Math.floor(this.#wallMs);
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  wait(delayMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer: Timer = {
        atMs: this.#monotonicMs + Math.max(0, delayMs),
        wake: () => {
          this.#timers.delete(timer);
          signal.removeEventListener('abort', timer.wake);
          resolve();
        },
      };
      if (signal.aborted || delayMs <= 0) {
        resolve();
        return;
      }
      this.#timers.add(timer);
      signal.addEventListener('abort', timer.wake, { once: true });
    });
  }

  /** Somebody sets the computer's clock. */
  setWallMs(wallMs: number): void {
    this.#wallMs = wallMs;
  }

  /** Time passes, and every timer that it passes fires. */
  advance(byMs: number): void {
    this.#wallMs += byMs;
    this.#monotonicMs += byMs;
    const due = [...this.#timers].filter((timer) => timer.atMs <= this.#monotonicMs);
    for (const timer of due.toSorted((left, right) => left.atMs - right.atMs)) {
      timer.wake();
    }
  }

  /** Moves on to the next timer; false when there is none. */
  advanceToNext(): boolean {
    let nextMs = Infinity;
    for (const timer of this.#timers) {
      nextMs = Math.min(nextMs, timer.atMs);
    }
    if (nextMs === Infinity) {
      return false;
    }
    this.advance(Math.max(0, nextMs - this.#monotonicMs));
    return true;
  }

  /** Moves time until `promise` is settled. Fails when nothing is left that could settle it. */
  async runUntil<Value>(promise: Promise<Value>): Promise<Value> {
    const state = { isSettled: false };
    const settled = promise.finally(() => {
      state.isSettled = true;
    });
    settled.catch(() => {});
    for (;;) {
      for (let turn = 0; turn < TURNS_BEFORE_TIME_MOVES; turn += 1) {
        await setImmediate();
        if (state.isSettled) {
          return await settled;
        }
      }
      if (!this.advanceToNext()) {
        throw new Error('Nothing is left to wait for, and the promise is still pending');
      }
    }
  }

  /** Moves time on by `byMs`, letting everything happen in between. */
  async runFor(byMs: number): Promise<void> {
    const end = new AbortController();
    await this.runUntil(this.wait(byMs, end.signal));
    await settle();
  }
}

/** Lets everything happen that is ready to, without time passing. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2 * TURNS_BEFORE_TIME_MOVES; turn += 1) {
    await setImmediate();
  }
}
