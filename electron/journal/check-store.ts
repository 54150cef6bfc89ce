import { FATES, type Fate } from '../../shared/sending/fate.ts';
import type { Database, Statement } from './open-database.ts';

/** Code of `queued` in the bytes of `CheckedBlock.fates`. */
const QUEUED_CODE = fateCode('queued');

/** What checking found for the rows of one block. */
export type CheckedBlock = {
  /** One byte a row: the fate's position in `FATES`. Rows that left the queue have their present fate in `lead`. */
  readonly fates: Uint8Array;
  /** Two doubles a row: the first and the second number of its identifier's digest. */
  readonly digests: Float64Array;
  /**
   * Pairs: position of the row in the block, then position of its problem's group in the list of groups; the complement of it
   * (`~position`) where the problem's value has an answer of its own.
   */
  readonly problems: readonly number[];
};

/** The byte that stands for a fate. */
export function fateCode(fate: Fate): number {
  return FATES.indexOf(fate);
}

/**
 * The byte of a row that is well in itself but waits until the user chose among the rows of its person. Its fate is
 * `problem`; the byte of its own says that it takes part when duplicates are looked for again.
 */
export const ASKED_CODE = 64;

/** The fate that a byte stands for; `new` for a byte that no version ever wrote. */
export function fateOfCode(code: number): Fate {
  return code === ASKED_CODE ? 'problem' : (FATES[code] ?? 'new');
}

/** The findings of checking, block by block, written whole whenever rows are checked anew. */
export class CheckStore {
  readonly #database: Database;
  readonly #put: Statement;
  readonly #putFates: Statement;
  readonly #problems: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#put = database.prepare(
      `INSERT INTO checked (block_index, fates, digests, problems, queued_count) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (block_index) DO UPDATE SET fates = excluded.fates, digests = excluded.digests,
         problems = excluded.problems, queued_count = excluded.queued_count`,
    );
    this.#problems = database.prepare('SELECT problems FROM checked WHERE block_index = ?');
    this.#putFates = database.prepare('UPDATE checked SET fates = ?, queued_count = ? WHERE block_index = ?');
  }

  put(blockIndex: number, block: CheckedBlock): void {
    this.#put.run(
      blockIndex,
      bytesOf(block.fates),
      bytesOf(block.digests),
      JSON.stringify(block.problems),
      queuedIn(block.fates),
    );
  }

  /** Replaces only the fates of a block, when duplicates were found or rows were queued. */
  putFates(blockIndex: number, fates: Uint8Array): void {
    this.#putFates.run(bytesOf(fates), queuedIn(fates), blockIndex);
  }

  /** Pairs of a block's rows and problems; empty when there is no such block. */
  problemsOf(blockIndex: number): readonly number[] {
    const found = this.#problems.get(blockIndex) as { problems: string } | undefined;
    return found === undefined ? [] : (JSON.parse(found.problems) as number[]);
  }

  /** Every block in order. */
  *all(): Generator<CheckedBlock> {
    const select = this.#database.prepare(
      'SELECT block_index, fates, digests, problems FROM checked WHERE block_index >= ? ORDER BY block_index LIMIT 64',
    );
    for (let next = 0; ;) {
      const found = select.all(next) as CheckedRecord[];
      for (const record of found) {
        yield {
          fates: new Uint8Array(record.fates),
          digests: doublesOf(record.digests),
          problems: JSON.parse(record.problems) as number[],
        };
        next = record.block_index + 1;
      }
      if (found.length < 64) {
        return;
      }
    }
  }

  clear(): void {
    this.#database.exec('DELETE FROM checked');
  }
}

type CheckedRecord = { block_index: number; fates: Buffer; digests: Buffer; problems: string };

function queuedIn(fates: Uint8Array): number {
  let count = 0;
  for (const code of fates) {
    if (code === QUEUED_CODE) {
      count += 1;
    }
  }
  return count;
}

function bytesOf(array: Uint8Array | Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** Doubles out of stored bytes, copied because a blob may not begin at a multiple of eight. */
function doublesOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.slice().buffer);
}
