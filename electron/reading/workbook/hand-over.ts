import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { BATCH_ROWS, type TakeWorkbookRows, type WorkbookReadOptions } from './workbook.ts';

/** Thrown to end a reading early; never leaves this folder. */
export class ReadingEnded extends Error {
  readonly reason: 'enough' | 'cancelled';

  constructor(reason: 'enough' | 'cancelled') {
    super(reason);
    this.name = 'ReadingEnded';
    this.reason = reason;
  }
}

/** Hands rows on in batches, counts them, and notices when it is enough, cancelled, or time to let others run. */
export class HandOver {
  readonly #takeRows: TakeWorkbookRows;
  readonly #options: WorkbookReadOptions;
  #batch: SheetRow[] = [];
  #rowCount = 0;
  #turnAtMs = performance.now();

  constructor(takeRows: TakeWorkbookRows, options: WorkbookReadOptions) {
    this.#takeRows = takeRows;
    this.#options = options;
  }

  /** Rows handed on so far. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /** @throws ReadingEnded */
  async give(rows: readonly SheetRow[], bytesRead: number, sizeBytes: number): Promise<void> {
    const { signal, onProgress, maxRows = Infinity } = this.#options;
    if (signal?.aborted === true) {
      throw new ReadingEnded('cancelled');
    }
    for (const row of rows) {
      if (this.#rowCount + this.#batch.length >= maxRows) {
        await this.flush();
        throw new ReadingEnded('enough');
      }
      this.#batch.push(row);
      if (this.#batch.length === BATCH_ROWS) {
        await this.flush();
      }
    }
    if (performance.now() - this.#turnAtMs > LONGEST_STRETCH_MS) {
      onProgress?.(bytesRead, sizeBytes);
      await nextTurn();
      this.#turnAtMs = performance.now();
    }
  }

  /** Hands on what is left. */
  async flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) {
      return;
    }
    this.#batch = [];
    this.#rowCount += batch.length;
    const taking = this.#takeRows(batch);
    if (taking !== undefined) {
      await taking;
    }
    if (this.#options.signal?.aborted === true) {
      throw new ReadingEnded('cancelled');
    }
  }
}

/** After so long other messages get a turn: a click on "Cancel" is noticed at once. */
const LONGEST_STRETCH_MS = 10;
