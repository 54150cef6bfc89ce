import type { DigestList } from './digest-list.ts';

/** What part a row takes when rows with an equal identifier are looked for. */
export const ROLE = {
  /** Has no usable identifier or will not be sent: takes no part. */
  none: 0,
  /** Would be sent: may be a duplicate. */
  candidate: 1,
  /** Is on its way or was sent: later rows with its identifier are duplicates of it, it never is one itself. */
  settled: 2,
} as const;

/** The rows of a sheet, column-wise, because a million objects would cost a hundred times the memory. */
export type DuplicateInput = {
  readonly digests: DigestList;
  /** One of `ROLE` for each row. */
  readonly roles: Uint8Array;
};

/** The rows whose identifier others have too. */
export type SharedRows = {
  /** Row indices, ascending. */
  readonly rows: Int32Array;
  /** For each of `rows`: the place in `rows` of the first row with its identifier. */
  readonly leaders: Int32Array;
};

/**
 * Rows that are compared in one pass, about: a table for twice as many has eight megabytes. Of a larger sheet the identifiers
 * are parted by their hash, each part is compared by itself, and the memory is bounded however many rows there are.
 */
const ROWS_PER_PASS = 1_048_576;

/**
 * Finds the rows that stand for one person with others. Rows without a role take no part. First one bit for each row says
 * whether others have its identifier; who they are is looked for among those rows alone, which mostly are few.
 *
 * @param rowsPerPass For tests. What comes out does not depend on it.
 */
export function findShared(input: DuplicateInput, rowsPerPass = ROWS_PER_PASS): SharedRows {
  const parts = partsOf(input, rowsPerPass);
  const table = newTable(Math.max(...parts.sizes));
  const isShared = new Uint8Array(Math.ceil(input.roles.length / 8));
  for (let part = 0; part < parts.sizes.length; part++) {
    table.places.fill(0);
    markShared(part, parts.shift, table, input, isShared);
  }
  const rows = rowsIn(isShared);
  const leaders = new Int32Array(rows.length);
  for (let part = 0; rows.length > 0 && part < parts.sizes.length; part++) {
    table.places.fill(0);
    findLeadersOf(part, parts.shift, { ...table, rows }, input.digests, leaders);
  }
  return { rows, leaders };
}

/** How identifiers are parted: by the highest bits of their hash, of which `shift` bits are left. */
type Parts = {
  readonly shift: number;
  /** Rows in each part. */
  readonly sizes: Int32Array;
};

function partsOf({ digests, roles }: DuplicateInput, rowsPerPass: number): Parts {
  let bits = 0;
  while (bits < 16 && roles.length >>> bits > rowsPerPass) {
    bits += 1;
  }
  const shift = 32 - bits;
  const sizes = new Int32Array(1 << bits);
  if (bits === 0) {
    sizes[0] = roles.length;
    return { shift, sizes };
  }
  for (let row = 0; row < roles.length; row++) {
    if (roles[row] !== ROLE.none) {
      const part = partOf(hashOf(digests.first(row)), shift);
      sizes[part] = (sizes[part] ?? 0) + 1;
    }
  }
  return { shift, sizes };
}

/** A word moved by 32 bits stays as it is in JavaScript: with one part, every hash is in part 0. */
function partOf(hash: number, shift: number): number {
  return shift === 32 ? 0 : hash >>> shift;
}

function markShared(
  part: number,
  shift: number,
  table: Table,
  { digests, roles }: DuplicateInput,
  isShared: Uint8Array,
): void {
  for (let row = 0; row < roles.length; row++) {
    if (roles[row] === ROLE.none) {
      continue;
    }
    const hash = hashOf(digests.first(row));
    if (partOf(hash, shift) !== part) {
      continue;
    }
    const holder = claim(table, digests, hash, row, row);
    if (holder >= 0) {
      mark(isShared, holder);
      mark(isShared, row);
    }
  }
}

function mark(bits: Uint8Array, row: number): void {
  bits[row >>> 3] = (bits[row >>> 3] ?? 0) | (1 << (row & 7));
}

/** The rows whose bit is set, ascending. */
function rowsIn(bits: Uint8Array): Int32Array {
  let count = 0;
  for (const byte of bits) {
    for (let left = byte; left !== 0; left &= left - 1) {
      count += 1;
    }
  }
  const rows = new Int32Array(count);
  let place = 0;
  for (let at = 0; at < bits.length; at++) {
    const byte = bits[at] ?? 0;
    for (let bit = 0; byte >>> bit !== 0; bit++) {
      if ((byte & (1 << bit)) !== 0) {
        rows[place] = at * 8 + bit;
        place += 1;
      }
    }
  }
  return rows;
}

function findLeadersOf(
  part: number,
  shift: number,
  table: Table & { readonly rows: Int32Array },
  digests: DigestList,
  leaders: Int32Array,
): void {
  const { rows } = table;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const hash = hashOf(digests.first(row));
    if (partOf(hash, shift) === part) {
      const holder = claim(table, digests, hash, row, place);
      leaders[place] = holder < 0 ? place : holder;
    }
  }
}

/** An open-addressed table of numbers plus one; 0 is a free place. Never more than half full. */
type Table = {
  readonly places: Int32Array;
  readonly mask: number;
  /** The rows that the numbers are places of; `null` where they are row indices themselves. */
  readonly rows: Int32Array | null;
};

function newTable(rowCount: number): Table {
  let size = 16;
  while (size < rowCount * 2) {
    size *= 2;
  }
  return { places: new Int32Array(size), mask: size - 1, rows: null };
}

/** Gives the identifier of `row` to `number` if nobody has it, and answers -1; otherwise answers who has it. */
function claim(
  { places, mask, rows }: Table,
  digests: DigestList,
  hash: number,
  row: number,
  number: number,
): number {
  const first = digests.first(row);
  const second = digests.second(row);
  let place = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const holder = (places[place] ?? 0) - 1;
    if (holder < 0) {
      places[place] = number + 1;
      return -1;
    }
    const held = rows === null ? holder : (rows[holder] ?? 0);
    if (digests.first(held) === first && digests.second(held) === second) {
      return holder;
    }
    place = (place + 1) & mask;
  }
}

/** The halves of one double. */
const halves = new Int32Array(2);
const whole = new Float64Array(halves.buffer);

/** Phone numbers of one region differ only in some bits of the double, so both halves are mixed over the whole word. */
function hashOf(first: number): number {
  whole[0] = first;
  return Math.imul((halves[0] ?? 0) ^ Math.imul(halves[1] ?? 0, 0x85eb_ca77), 0x9e37_79b1);
}
