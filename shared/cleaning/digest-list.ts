import type { IdentifierDigest } from './identifier-digest.ts';

/** Rows in one piece: its two halves are half a megabyte each. */
const ROWS_PER_PIECE = 65_536;
const SHIFT = 16;
const MASK = ROWS_PER_PIECE - 1;

/**
 * The digests of any number of rows, in eight bytes a row where every identifier is a phone number, else in sixteen. It grows
 * piece by piece, so nothing is ever copied and nothing is kept in advance.
 */
export class DigestList {
  readonly #firsts: Float64Array[] = [];
  /** `null` where the second number of every digest of the piece is 0. */
  readonly #seconds: (Float64Array | null)[] = [];
  #count = 0;

  /** Rows so far. */
  get count(): number {
    return this.#count;
  }

  /** Adds the next row's digest. */
  add(first: number, second: number): void {
    const row = this.#count;
    if ((row & MASK) === 0) {
      this.#firsts.push(new Float64Array(ROWS_PER_PIECE));
      this.#seconds.push(null);
    }
    this.#count += 1;
    this.set(row, first, second);
  }

  /** Replaces the digest of a row that was added. */
  set(row: number, first: number, second: number): void {
    const place = row >>> SHIFT;
    const firsts = this.#firsts[place];
    if (firsts === undefined) {
      throw new RangeError(`There is no row with index ${row}`);
    }
    firsts[row & MASK] = first;
    const seconds = this.#seconds[place] ?? null;
    if (seconds !== null) {
      seconds[row & MASK] = second;
    } else if (second !== 0) {
      const made = new Float64Array(ROWS_PER_PIECE);
      made[row & MASK] = second;
      this.#seconds[place] = made;
    }
  }

  /** The first number of a row's digest; 0 where it has no identifier. */
  first(row: number): number {
    return this.#firsts[row >>> SHIFT]?.[row & MASK] ?? 0;
  }

  /** The second number of a row's digest; 0 for a phone number. */
  second(row: number): number {
    return this.#seconds[row >>> SHIFT]?.[row & MASK] ?? 0;
  }

  /** Both numbers of a row's digest. */
  of(row: number): IdentifierDigest {
    return { first: this.first(row), second: this.second(row) };
  }
}
