import type { Cell, SheetRow } from '../../shared/sheet/sheet.ts';
import type { Database, Statement } from './open-database.ts';

/**
 * Rows in one block. Small enough that showing one row or sending it unpacks little (about 40 kB of text), large enough that
 * a million rows are four thousand database rows.
 */
export const ROWS_PER_BLOCK = 256;

/** The raw rows of an import, as read and never changed afterwards. */
export class BlockStore {
  readonly #insert: Statement;
  readonly #select: Statement;
  readonly #database: Database;
  /** Used again for every block, because its memory would otherwise be asked for and given back thousands of times. */
  #room = Buffer.alloc(0);

  constructor(database: Database) {
    this.#database = database;
    // Text that is handed over as bytes gets into SQLite in half the time.
    this.#insert = database.prepare(
      'INSERT INTO block (block_index, row_numbers, cells, origins) VALUES (?, ?, CAST(? AS TEXT), ?)',
    );
    this.#select = database.prepare('SELECT row_numbers, cells, origins FROM block WHERE block_index = ?');
  }

  /** Adds block `blockIndex`: `ROWS_PER_BLOCK` rows, fewer only in the last block. */
  add(blockIndex: number, rows: readonly SheetRow[]): void {
    const cells: (readonly Cell[])[] = [];
    for (const row of rows) {
      cells.push(row.cells);
    }
    const bytes = this.#encoded(JSON.stringify(cells));
    this.#insert.run(blockIndex, packRowNumbers(rows), bytes, packOrigins(rows));
  }

  /** The rows of a block in order; empty when there is no such block. */
  read(blockIndex: number): readonly SheetRow[] {
    const found = this.#select.get(blockIndex) as Packed | undefined;
    if (found === undefined) {
      return [];
    }
    const cells = JSON.parse(found.cells) as (readonly Cell[])[];
    const rowNumbers = unpackRowNumbers(found.row_numbers, cells.length);
    const origins = found.origins === null ? {} : (JSON.parse(found.origins) as PackedOrigins);
    return cells.map((rowCells, index) => {
      const row = { rowNumber: rowNumbers[index] ?? 0, cells: rowCells };
      const rowOrigins = origins[index];
      return rowOrigins === undefined ? row : { ...row, origins: rowOrigins };
    });
  }

  /** Only the row numbers of a block, in order: cheaper than its rows. Empty when there is no such block. */
  rowNumbers(blockIndex: number): readonly number[] {
    const found = this.#database
      .prepare('SELECT row_numbers FROM block WHERE block_index = ?')
      .get(blockIndex) as { row_numbers: string } | undefined;
    return found === undefined ? [] : unpackRowNumbers(found.row_numbers, ROWS_PER_BLOCK);
  }

  /** Number of blocks; they are numbered from 0 without gaps. */
  count(): number {
    return (this.#database.prepare('SELECT count(*) AS count FROM block').get() as { count: number }).count;
  }

  /** Forgets every row, to read the file again in another way. */
  clear(): void {
    this.#database.exec('DELETE FROM block');
  }

  /** The text as UTF-8, until the next call. */
  #encoded(text: string): Buffer {
    const mostBytes = text.length * MOST_BYTES_PER_UNIT;
    if (mostBytes > LARGEST_ROOM) {
      return Buffer.from(text);
    }
    if (mostBytes > this.#room.length) {
      this.#room = Buffer.allocUnsafeSlow(mostBytes);
    }
    return this.#room.subarray(0, this.#room.write(text));
  }
}

/** A UTF-16 code unit becomes three bytes at most. */
const MOST_BYTES_PER_UNIT = 3;

/** A block of such size is one of few; others have some forty kilobytes. */
const LARGEST_ROOM = 4 * 1024 * 1024;

type Packed = { readonly row_numbers: string; readonly cells: string; readonly origins: string | null };

/** What stands behind cells, by the row's place in the block; see `SheetRow`. */
type PackedOrigins = Readonly<Record<number, NonNullable<SheetRow['origins']>>>;

/** `null` where no row has any, as in every text file. */
function packOrigins(rows: readonly SheetRow[]): string | null {
  const packed: Record<number, NonNullable<SheetRow['origins']>> = {};
  let isEmpty = true;
  for (const [index, { origins }] of rows.entries()) {
    if (origins !== undefined) {
      packed[index] = origins;
      isEmpty = false;
    }
  }
  return isEmpty ? null : JSON.stringify(packed);
}

/** Row numbers mostly grow by one: then the first says it all; otherwise (blank rows between) each is written. */
function packRowNumbers(rows: readonly SheetRow[]): string {
  const first = rows[0]?.rowNumber ?? 0;
  const isUnbroken = rows.every((row, index) => row.rowNumber === first + index);
  return JSON.stringify(isUnbroken ? first : rows.map((row) => row.rowNumber));
}

function unpackRowNumbers(packed: string, count: number): readonly number[] {
  const found = JSON.parse(packed) as number | number[];
  return typeof found === 'number' ? Array.from({ length: count }, (_unused, index) => found + index) : found;
}
