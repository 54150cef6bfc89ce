import type { DuplicateRule } from '../mapping/mapping.ts';

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
  readonly firstDigests: Float64Array;
  readonly secondDigests: Float64Array;
  /** One of `ROLE` a row. */
  readonly roles: Uint8Array;
};

/**
 * Finds, for each row, the row that is sent in its place: `winners[i]` is a row index, or -1 where row `i` is not a
 * duplicate. Of rows with an equal identifier the last (or first) candidate wins, and a settled row always does.
 */
export function findDuplicates(input: DuplicateInput, rule: DuplicateRule): Int32Array {
  const count = input.roles.length;
  const winners = new Int32Array(count).fill(-1);
  const table = newTable(input);
  for (let row = 0; row < count; row++) {
    if (input.roles[row] === ROLE.settled) {
      claim(table, input, row);
    }
  }
  for (let step = 0; step < count; step++) {
    const row = rule === 'last-wins' ? count - 1 - step : step;
    if (input.roles[row] === ROLE.candidate) {
      winners[row] = claim(table, input, row);
    }
  }
  return winners;
}

/** An open-addressed table of row indices plus one; 0 is a free place. Never more than half full. */
type Table = {
  readonly places: Int32Array;
  readonly mask: number;
  /** The first digests again, as the two halves of each double. */
  readonly bits: Int32Array;
};

function newTable({ roles, firstDigests }: DuplicateInput): Table {
  const rowCount = roles.length;
  let size = 16;
  while (size < rowCount * 2) {
    size *= 2;
  }
  const bits = new Int32Array(firstDigests.buffer, firstDigests.byteOffset, firstDigests.length * 2);
  return { places: new Int32Array(size), mask: size - 1, bits };
}

/** Gives the identifier of `row` to it if nobody has it, and answers -1; otherwise answers who has it. */
function claim({ places, mask, bits }: Table, input: DuplicateInput, row: number): number {
  const { firstDigests, secondDigests } = input;
  const first = firstDigests[row] ?? 0;
  const second = secondDigests[row] ?? 0;
  // Phone numbers of one region differ only in some bits of the double, so both halves are mixed over the whole word.
  const mixed = Math.imul((bits[row * 2] ?? 0) ^ Math.imul(bits[row * 2 + 1] ?? 0, 0x85eb_ca77), 0x9e37_79b1);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  for (;;) {
    const holder = (places[place] ?? 0) - 1;
    if (holder < 0) {
      places[place] = row + 1;
      return -1;
    }
    if (firstDigests[holder] === first && secondDigests[holder] === second) {
      return holder;
    }
    place = (place + 1) & mask;
  }
}
