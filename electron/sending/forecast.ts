import { finishAtMs, type Outlook } from '../../shared/sending/progress.ts';

/** A finishing time is read in minutes, so it is reckoned anew at most this often. */
const GOOD_FOR_MS = 1_000;

/** The finishing time, kept for a second, because snapshots come ten times as often and reckoning it costs the most of them. */
export class Forecast {
  #kept: { readonly untilMs: number; readonly finishAtMs: number | null } | null = null;

  /** Reckons anew next time: something changed that it depends on. */
  forget(): void {
    this.#kept = null;
  }

  /** As an effective time in milliseconds; `null` until it can be told. */
  finishAtMs(outlook: Outlook): number | null {
    if (this.#kept === null || outlook.nowMs >= this.#kept.untilMs) {
      this.#kept = { untilMs: outlook.nowMs + GOOD_FOR_MS, finishAtMs: finishAtMs(outlook) };
    }
    return this.#kept.finishAtMs;
  }
}
