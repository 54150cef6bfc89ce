import { ROWS_PER_BLOCK } from './block-store.ts';
import { fateCode } from './check-store.ts';
import type { Database, Statement } from './open-database.ts';

const QUEUED_CODE = fateCode('queued');

/**
 * The queued rows that have never left, in the order of the sheet. They are found block by block when their turn comes, so
 * that a million of them cost nothing until they are sent.
 */
export class FreshRows {
  readonly #nextBlock: Statement;
  readonly #leftOfBlock: Statement;
  #nextBlockIndex = 0;
  /** Row indexes of the present block that are still to go, the next one last. */
  #rowIndexes: number[] = [];

  constructor(database: Database) {
    this.#nextBlock = database.prepare(
      'SELECT block_index, fates FROM checked WHERE queued_count > 0 AND block_index >= ? ORDER BY block_index LIMIT 1',
    );
    this.#leftOfBlock = database.prepare('SELECT row_index FROM lead WHERE row_index >= ? AND row_index < ?');
  }

  /** Whether there is one. */
  hasAny(): boolean {
    while (this.#rowIndexes.length === 0) {
      const found = this.#nextBlock.get(this.#nextBlockIndex) as
        { block_index: number; fates: Buffer } | undefined;
      if (found === undefined) {
        return false;
      }
      this.#nextBlockIndex = found.block_index + 1;
      this.#rowIndexes = this.#neverLeft(found.block_index * ROWS_PER_BLOCK, found.fates).reverse();
    }
    return true;
  }

  /** Takes the next one; `null` when there is none. */
  next(): number | null {
    return this.hasAny() ? (this.#rowIndexes.pop() ?? null) : null;
  }

  /** Begins again with what is on disk: rows were put back, or taking them was undone. */
  reset(): void {
    this.#nextBlockIndex = 0;
    this.#rowIndexes = [];
  }

  #neverLeft(first: number, fates: Uint8Array): number[] {
    const left = new Set(
      (this.#leftOfBlock.all(first, first + ROWS_PER_BLOCK) as { row_index: number }[]).map(
        (record) => record.row_index,
      ),
    );
    const rowIndexes: number[] = [];
    new Uint8Array(fates).forEach((code, offset) => {
      if (code === QUEUED_CODE && !left.has(first + offset)) {
        rowIndexes.push(first + offset);
      }
    });
    return rowIndexes;
  }
}
