import type { AllowanceRecord } from '../../../../electron/sending/ports.ts';
import { HOUR_MS } from '../../../../shared/sending/rolling-window.ts';
import type { BeforeCommit } from './memory-queue.ts';

/** The record of requests in memory. Throws when times go back, which no clock of ours may do. */
export class MemoryAllowance implements AllowanceRecord {
  readonly times: number[];
  readonly #beforeCommit: BeforeCommit;

  constructor(times: readonly number[] = [], beforeCommit: BeforeCommit = () => {}) {
    this.times = [...times];
    this.#beforeCommit = beforeCommit;
  }

  load(nowMs: number): readonly number[] {
    return this.times.filter((timeMs) => timeMs > nowMs - HOUR_MS);
  }

  add(atMs: number, count: number): void {
    this.#beforeCommit('allowance');
    if (atMs < (this.times.at(-1) ?? 0) || !Number.isInteger(atMs)) {
      throw new Error(`A request at ${atMs} after one at ${this.times.at(-1)}`);
    }
    for (let added = 0; added < count; added += 1) {
      this.times.push(atMs);
    }
  }
}
