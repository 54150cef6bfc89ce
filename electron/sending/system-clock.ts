import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Clock } from './ports.ts';

/** Longest delay that `setTimeout` takes; beyond it would fire at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
/** A jump of the uptime against the precise clock from which it is time asleep; less is rounding. */
const SLEEP_SHOWS_FROM_MS = 5_000;
/** `os.uptime` may count whole seconds, so this much of a jump may not have been. */
const UPTIME_STEP_MS = 1_000;
/** Asking for the uptime costs a read from the system, so it is asked this seldom. */
const LOOK_EVERY_MS = 250;

/** The system's three clocks, all in milliseconds; handed in so that tests own them. */
export type TimeSources = {
  readonly wallMs: () => number;
  /** Precise, cannot be set; on some systems it stands still while the machine sleeps. */
  readonly preciseMs: () => number;
  /** Since the machine started, time asleep included; coarse. */
  readonly uptimeMs: () => number;
};

const SYSTEM_SOURCES: TimeSources = {
  wallMs: () => Date.now(),
  preciseMs: () => performance.now(),
  uptimeMs: () => uptime() * 1000,
};

/**
 * The real clock. Its monotonic time is `performance.now` for precision, moved on by what `os.uptime` ran ahead of it: on
 * Linux the former stands still while the machine sleeps and the latter does not (it is the kernel's boot time clock; on
 * Windows the tick count, on macOS counted from the boot time, which the system moves when the wall clock is set). So an
 * hour asleep frees an hour's allowance, and setting the wall clock frees nothing.
 */
export class SystemClock implements Clock {
  readonly #sources: TimeSources;
  #asleepMs = 0;
  #newestMs = 0;
  /** When the uptime was asked last, by the precise clock, and by how much it was ahead of it. */
  #lookedAtMs: number;
  #aheadMs: number;

  constructor(sources: TimeSources = SYSTEM_SOURCES) {
    this.#sources = sources;
    this.#lookedAtMs = sources.preciseMs();
    this.#aheadMs = sources.uptimeMs() - this.#lookedAtMs;
  }

  wallMs(): number {
    return this.#sources.wallMs();
  }

  monotonicMs(): number {
    const preciseMs = this.#sources.preciseMs();
    if (preciseMs - this.#lookedAtMs >= LOOK_EVERY_MS) {
      const aheadMs = this.#sources.uptimeMs() - preciseMs;
      const jumpMs = aheadMs - this.#aheadMs;
      this.#asleepMs += jumpMs >= SLEEP_SHOWS_FROM_MS ? jumpMs - UPTIME_STEP_MS : 0;
      this.#aheadMs = aheadMs;
      this.#lookedAtMs = preciseMs;
    }
    this.#newestMs = Math.max(this.#newestMs, preciseMs + this.#asleepMs);
    return this.#newestMs;
  }

  async wait(delayMs: number, signal: AbortSignal): Promise<void> {
    let leftMs = Math.max(0, delayMs);
    do {
      const partMs = Math.min(leftMs, LONGEST_TIMEOUT_MS);
      await timeout(partMs, signal);
      leftMs -= partMs;
    } while (leftMs > 0 && !signal.aborted);
  }
}

function timeout(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    signal.addEventListener('abort', done, { once: true });
  });
}
