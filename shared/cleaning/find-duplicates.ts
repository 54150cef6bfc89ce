import type { DuplicateChoice } from '../import.ts';
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

/** What the user chose for one person, who is named by the digest of the identifier. */
export type PersonChoice = {
  readonly firstDigest: number;
  readonly secondDigest: number;
  readonly choice: DuplicateChoice;
};

/** What is special about a row of somebody who stands in several rows. */
export const MARK = {
  none: 0,
  /** Carries the lead that is combined of all rows of its person. */
  combined: 1,
  /** Waits, with all rows of its person, until the user chose. */
  asked: 2,
} as const;

/** What was found, an entry a row. */
export type Duplicates = {
  /** The row that is sent in this one's place; -1 where the row is not a duplicate. */
  readonly winners: Int32Array;
  /** The first row of the same person; -1 where nobody else has the identifier. */
  readonly leaders: Int32Array;
  /** One of `MARK`. */
  readonly marks: Uint8Array;
};

/**
 * Rows of one person that are combined to one lead at most. Nobody stands in more rows by intent, and a lead of a million
 * rows could not be sent: such a person waits for a choice.
 */
export const MOST_COMBINED = 1000;

/**
 * Finds, for each row, the row that is sent in its place. Of rows with an equal identifier a settled one always wins;
 * otherwise the user's choice for the person counts, and where there is none (or the chosen row cannot be sent) the rule. A
 * combined lead is carried by the last row.
 */
export function findDuplicates(
  input: DuplicateInput,
  rule: DuplicateRule,
  choices: readonly PersonChoice[] = [],
): Duplicates {
  const table = newTable(input);
  const leaders = findLeaders(table, input);
  const ways = waysOf(table, input, leaders, rule, choices);
  const winners = chooseWinners(input, leaders, ways);
  const marks = spreadWinners(input, leaders, ways, winners);
  return { winners, leaders, marks };
}

function findLeaders(table: Table, input: DuplicateInput): Int32Array {
  const { roles } = input;
  const leaders = new Int32Array(roles.length).fill(-1);
  for (let row = 0; row < roles.length; row++) {
    if (roles[row] !== ROLE.none) {
      const leader = claim(table, input, row);
      if (leader >= 0) {
        leaders[leader] = leader;
        leaders[row] = leader;
      }
    }
  }
  return leaders;
}

/** How people's rows become leads. */
type Ways = {
  readonly rule: DuplicateRule;
  /** By the first row of the person. */
  readonly chosen: ReadonlyMap<number, DuplicateChoice>;
  /** Rows of a person, by the first one; `null` where nobody's rows are combined. */
  readonly sizes: Int32Array | null;
};

function waysOf(
  table: Table,
  input: DuplicateInput,
  leaders: Int32Array,
  rule: DuplicateRule,
  choices: readonly PersonChoice[],
): Ways {
  const chosen = new Map<number, DuplicateChoice>();
  for (const { firstDigest, secondDigest, choice } of choices) {
    const leader = leaders[find(table, input, firstDigest, secondDigest)] ?? -1;
    const isPossible =
      choice.kind === 'combine' ||
      (leaders[choice.rowIndex] === leader && input.roles[choice.rowIndex] === ROLE.candidate);
    if (leader >= 0 && isPossible) {
      chosen.set(leader, choice);
    }
  }
  const combines = rule === 'combine' || [...chosen.values()].some(({ kind }) => kind === 'combine');
  return { rule, chosen, sizes: combines ? sizesOf(leaders) : null };
}

function sizesOf(leaders: Int32Array): Int32Array {
  const sizes = new Int32Array(leaders.length);
  for (const leader of leaders) {
    if (leader >= 0) {
      sizes[leader] = (sizes[leader] ?? 0) + 1;
    }
  }
  return sizes;
}

/** The row of each person that is sent, written down at the first row of the person; -1 everywhere else. */
function chooseWinners({ roles }: DuplicateInput, leaders: Int32Array, { rule, chosen }: Ways): Int32Array {
  const winners = new Int32Array(leaders.length).fill(-1);
  for (let row = 0; row < leaders.length; row++) {
    const leader = leaders[row] ?? -1;
    if (leader < 0) {
      continue;
    }
    const best = winners[leader] ?? -1;
    if (best < 0) {
      winners[leader] = row;
    } else if (roles[best] !== ROLE.settled) {
      const wins = roles[row] === ROLE.settled || rule !== 'first-wins' || isCombined(chosen, leader);
      winners[leader] = wins ? row : best;
    }
  }
  for (const [leader, choice] of chosen) {
    if (choice.kind === 'use-row' && roles[winners[leader] ?? 0] !== ROLE.settled) {
      winners[leader] = choice.rowIndex;
    }
  }
  return winners;
}

/** Tells every row who is sent in its place. Backwards, because what it reads stands at the first row of the person. */
function spreadWinners(
  { roles }: DuplicateInput,
  leaders: Int32Array,
  { rule, chosen, sizes }: Ways,
  winners: Int32Array,
): Uint8Array {
  const marks = new Uint8Array(leaders.length);
  for (let row = leaders.length - 1; row >= 0; row--) {
    const leader = leaders[row] ?? -1;
    if (leader < 0) {
      continue;
    }
    const best = winners[leader] ?? -1;
    if (roles[best] === ROLE.settled) {
      winners[row] = roles[row] === ROLE.settled ? -1 : best;
      continue;
    }
    const way = chosen.size === 0 ? rule : (chosen.get(leader)?.kind ?? rule);
    const isTooMany = sizes !== null && (sizes[leader] ?? 0) > MOST_COMBINED;
    if (way === 'ask' || (way === 'combine' && isTooMany)) {
      winners[row] = -1;
      marks[row] = MARK.asked;
    } else {
      winners[row] = row === best ? -1 : best;
      marks[row] = row === best && way === 'combine' ? MARK.combined : MARK.none;
    }
  }
  return marks;
}

function isCombined(chosen: Ways['chosen'], leader: number): boolean {
  return chosen.size > 0 && chosen.get(leader)?.kind === 'combine';
}

/** An open-addressed table of row indices plus one; 0 is a free place. Never more than half full. */
type Table = {
  readonly places: Int32Array;
  readonly mask: number;
};

function newTable({ roles }: DuplicateInput): Table {
  let size = 16;
  while (size < roles.length * 2) {
    size *= 2;
  }
  return { places: new Int32Array(size), mask: size - 1 };
}

/** Gives the identifier of `row` to it if nobody has it, and answers -1; otherwise answers who has it. */
function claim(table: Table, input: DuplicateInput, row: number): number {
  const { places } = table;
  const place = placeOf(table, input, input.firstDigests[row] ?? 0, input.secondDigests[row] ?? 0);
  const holder = (places[place] ?? 0) - 1;
  if (holder < 0) {
    places[place] = row + 1;
  }
  return holder;
}

/** Who has this identifier; -1 for nobody. */
function find(table: Table, input: DuplicateInput, first: number, second: number): number {
  return (table.places[placeOf(table, input, first, second)] ?? 0) - 1;
}

/** The halves of one double. */
const halves = new Int32Array(2);
const whole = new Float64Array(halves.buffer);

/** The place that holds an identifier, or the free one where it belongs. */
function placeOf({ places, mask }: Table, input: DuplicateInput, first: number, second: number): number {
  const { firstDigests, secondDigests } = input;
  whole[0] = first;
  // Phone numbers of one region differ only in some bits of the double, so both halves are mixed over the whole word.
  const mixed = Math.imul((halves[0] ?? 0) ^ Math.imul(halves[1] ?? 0, 0x85eb_ca77), 0x9e37_79b1);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  for (;;) {
    const holder = (places[place] ?? 0) - 1;
    if (holder < 0 || (firstDigests[holder] === first && secondDigests[holder] === second)) {
      return place;
    }
    place = (place + 1) & mask;
  }
}
