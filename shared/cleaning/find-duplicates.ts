import type { DuplicateChoice } from '../import.ts';
import { lowerBound } from '../lower-bound.ts';
import type { DuplicateRule } from '../mapping/mapping.ts';
import { findShared, ROLE, type DuplicateInput, type SharedRows } from './find-shared.ts';

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

/** What was found: nothing about rows whose identifier nobody else has, which are nearly all. */
export type Duplicates = SharedRows & {
  /** For each of `rows`: the index of the row that is sent in its place; -1 where it is not a duplicate. */
  readonly winners: Int32Array;
  /** For each of `rows`: one of `MARK`. */
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
  const shared = findShared(input);
  const people: People = { ...shared, roles: Uint8Array.from(shared.rows, (row) => input.roles[row] ?? 0) };
  const ways = waysOf(people, input, rule, choices);
  const winners = chooseWinners(people, ways);
  const marks = spreadWinners(people, ways, winners);
  for (let place = 0; place < winners.length; place++) {
    const winner = winners[place] ?? -1;
    winners[place] = winner < 0 ? -1 : (shared.rows[winner] ?? -1);
  }
  return { ...shared, winners, marks };
}

/** The place of a row among rows that ascend; -1 where it is none of them. */
export function placeOfRow(rows: Int32Array, row: number): number {
  const place = lowerBound(rows, row);
  return rows[place] === row ? place : -1;
}

type People = SharedRows & {
  /** For each of `rows`. */
  readonly roles: Uint8Array;
};

/** How people's rows become leads. All numbers are places in the list of shared rows. */
type Ways = {
  readonly rule: DuplicateRule;
  /** By the first row of the person. */
  readonly chosen: ReadonlyMap<number, Chosen>;
  /** Rows of a person, by the first one; `null` where nobody's rows are combined. */
  readonly sizes: Int32Array | null;
};

type Chosen = { readonly kind: 'combine' } | { readonly kind: 'use-row'; readonly place: number };

function waysOf(
  people: People,
  { digests }: DuplicateInput,
  rule: DuplicateRule,
  choices: readonly PersonChoice[],
): Ways {
  const chosen = new Map<number, Chosen>();
  const byFirst = new Map<number, PersonChoice[]>();
  for (const choice of choices) {
    byFirst.set(choice.firstDigest, [...(byFirst.get(choice.firstDigest) ?? []), choice]);
  }
  for (let place = 0; byFirst.size > 0 && place < people.rows.length; place++) {
    const row = people.rows[place] ?? 0;
    if (people.leaders[place] !== place) {
      continue;
    }
    for (const { secondDigest, choice } of byFirst.get(digests.first(row)) ?? []) {
      const way = secondDigest === digests.second(row) ? possible(people, place, choice) : null;
      if (way !== null) {
        chosen.set(place, way);
      }
    }
  }
  const combines = rule === 'combine' || [...chosen.values()].some(({ kind }) => kind === 'combine');
  return { rule, chosen, sizes: combines ? sizesOf(people.leaders) : null };
}

/** A choice as it can be followed; `null` where the chosen row cannot be sent, or is somebody else's by now. */
function possible({ rows, leaders, roles }: People, leader: number, choice: DuplicateChoice): Chosen | null {
  if (choice.kind === 'combine') {
    return choice;
  }
  const place = placeOfRow(rows, choice.rowIndex);
  return leaders[place] === leader && roles[place] === ROLE.candidate ? { kind: 'use-row', place } : null;
}

function sizesOf(leaders: Int32Array): Int32Array {
  const sizes = new Int32Array(leaders.length);
  for (const leader of leaders) {
    sizes[leader] = (sizes[leader] ?? 0) + 1;
  }
  return sizes;
}

/** The row of each person that is sent, written down at the first row of the person; -1 everywhere else. */
function chooseWinners({ leaders, roles }: People, { rule, chosen }: Ways): Int32Array {
  const winners = new Int32Array(leaders.length).fill(-1);
  for (let place = 0; place < leaders.length; place++) {
    const leader = leaders[place] ?? 0;
    const best = winners[leader] ?? -1;
    if (best < 0) {
      winners[leader] = place;
    } else if (roles[best] !== ROLE.settled) {
      const wins = roles[place] === ROLE.settled || rule !== 'first-wins' || isCombined(chosen, leader);
      winners[leader] = wins ? place : best;
    }
  }
  for (const [leader, way] of chosen) {
    if (way.kind === 'use-row' && roles[winners[leader] ?? 0] !== ROLE.settled) {
      winners[leader] = way.place;
    }
  }
  return winners;
}

/** Tells every row who is sent in its place. Backwards, because what it reads stands at the first row of the person. */
function spreadWinners(
  { leaders, roles }: People,
  { rule, chosen, sizes }: Ways,
  winners: Int32Array,
): Uint8Array {
  const marks = new Uint8Array(leaders.length);
  for (let place = leaders.length - 1; place >= 0; place--) {
    const leader = leaders[place] ?? 0;
    const best = winners[leader] ?? -1;
    if (roles[best] === ROLE.settled) {
      winners[place] = roles[place] === ROLE.settled ? -1 : best;
      continue;
    }
    const way = chosen.size === 0 ? rule : (chosen.get(leader)?.kind ?? rule);
    const isTooMany = sizes !== null && (sizes[leader] ?? 0) > MOST_COMBINED;
    if (way === 'ask' || (way === 'combine' && isTooMany)) {
      winners[place] = -1;
      marks[place] = MARK.asked;
    } else {
      winners[place] = place === best ? -1 : best;
      marks[place] = place === best && way === 'combine' ? MARK.combined : MARK.none;
    }
  }
  return marks;
}

function isCombined(chosen: Ways['chosen'], leader: number): boolean {
  return chosen.size > 0 && chosen.get(leader)?.kind === 'combine';
}
