import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDuplicates,
  MARK,
  MOST_COMBINED,
  type PersonChoice,
} from '../../../shared/cleaning/find-duplicates.ts';
import { findShared, ROLE, type DuplicateInput } from '../../../shared/cleaning/find-shared.ts';
import { DigestList } from '../../../shared/cleaning/digest-list.ts';
import { identifierDigest } from '../../../shared/cleaning/identifier-digest.ts';
import type { DuplicateChoice } from '../../../shared/import.ts';
import { DUPLICATE_RULES, type DuplicateRule } from '../../../shared/mapping/mapping.ts';

type Row = { readonly key: string | null; readonly role: 0 | 1 | 2 };

function inputOf(rows: readonly Row[]): DuplicateInput {
  const digests = new DigestList();
  for (const { key } of rows) {
    const { first, second } = identifierDigest(key);
    digests.add(first, second);
  }
  return { digests, roles: Uint8Array.from(rows, (row) => (row.key === null ? ROLE.none : row.role)) };
}

/** What was found, an entry for every row: the winner, the first row of the person (-1 for none) and the mark. */
function find(
  rows: readonly Row[],
  rule: DuplicateRule,
  choices: readonly PersonChoice[] = [],
): { winners: number[]; leaders: number[]; marks: number[] } {
  const found = findDuplicates(inputOf(rows), rule, choices);
  const places = rows.map((_row, index) => found.rows.indexOf(index));
  return {
    winners: places.map((place) => found.winners[place] ?? -1),
    leaders: places.map((place) => found.rows[found.leaders[place] ?? -1] ?? -1),
    marks: places.map((place) => found.marks[place] ?? MARK.none),
  };
}

function winnersOf(
  rows: readonly Row[],
  rule: DuplicateRule,
  choices: readonly PersonChoice[] = [],
): number[] {
  return find(rows, rule, choices).winners;
}

function choiceFor(key: string, choice: DuplicateChoice): PersonChoice {
  const { first, second } = identifierDigest(key);
  return { firstDigest: first, secondDigest: second, choice };
}

function ready(...keys: readonly (string | null)[]): Row[] {
  return keys.map((key) => ({ key, role: ROLE.candidate }));
}

const rows = fc.array(
  fc.record({
    key: fc.option(fc.constantFrom('919876543210', '919876543211', 'a@b.c', 'a@b.d', 'x'), { nil: null }),
    role: fc.constantFrom<0 | 1 | 2>(ROLE.none, ROLE.candidate, ROLE.settled),
  }),
  { maxLength: 40 },
);

describe('finding duplicates', () => {
  it('lets the last of equal identifiers win, or the first', () => {
    const people: Row[] = ['1', '2', '1', '1'].map((key) => ({ key, role: 1 }));
    expect(winnersOf(people, 'last-wins')).toEqual([3, -1, 3, -1]);
    expect(winnersOf(people, 'first-wins')).toEqual([-1, -1, 0, 0]);
  });

  it('never makes a duplicate of a row that was sent, and always of its later twins', () => {
    const people: Row[] = [
      { key: 'a', role: 2 },
      { key: 'a', role: 1 },
    ];
    expect(winnersOf(people, 'last-wins')).toEqual([-1, 0]);
  });

  it('leaves for each identifier exactly one candidate, unless one was sent', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<'last-wins' | 'first-wins'>('last-wins', 'first-wins'),
        (people, rule) => {
          const winners = winnersOf(people, rule);
          for (const key of new Set(people.map((row) => row.key))) {
            const same = people.flatMap((row, index) =>
              row.key === key && key !== null ? [{ row, index }] : [],
            );
            const settled = same.filter(({ row }) => row.role === ROLE.settled).length;
            const candidates = same.filter(({ row }) => row.role === ROLE.candidate);
            const left = candidates.filter(({ index }) => winners[index] === -1).length;
            expect(left).toBe(settled > 0 || candidates.length === 0 ? 0 : 1);
            for (const { index } of candidates) {
              const winner = winners[index] ?? -1;
              expect(winner === -1 || people[winner]?.key === key).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe('people who stand in several rows', () => {
  it('combines all rows of a person in the last one, where the rule says so', () => {
    const found = find(ready('1', '2', '1', '1'), 'combine');
    expect([...found.winners]).toEqual([3, -1, 3, -1]);
    expect([...found.marks]).toEqual([MARK.none, MARK.none, MARK.none, MARK.combined]);
    expect([...found.leaders]).toEqual([0, -1, 0, 0]);
  });

  it('lets all rows of a person wait, and nobody else, where the rule is to ask', () => {
    const found = find(ready('1', '2', '1'), 'ask');
    expect([...found.winners]).toEqual([-1, -1, -1]);
    expect([...found.marks]).toEqual([MARK.asked, MARK.none, MARK.asked]);
  });

  it.each(DUPLICATE_RULES)('follows the choice for one person before the rule %s', (rule) => {
    const people = ready('1', '2', '1', '1', '2');
    const used = find(people, rule, [choiceFor('1', { kind: 'use-row', rowIndex: 2 })]);
    expect([0, 2, 3].map((row) => used.winners[row])).toEqual([2, -1, 2]);
    expect([0, 2, 3].map((row) => used.marks[row])).toEqual([0, 0, 0]);
    const combined = find(people, rule, [choiceFor('1', { kind: 'combine' })]);
    expect([0, 2, 3].map((row) => combined.winners[row])).toEqual([3, 3, -1]);
    expect(combined.marks[3]).toBe(MARK.combined);
    const plain = find(people, rule);
    expect([combined.winners[1], combined.marks[4]]).toEqual([plain.winners[1], plain.marks[4]]);
  });

  it('falls back to the rule where the chosen row cannot be sent, or is somebody else’s by now', () => {
    const people: Row[] = [...ready('1', '1', '2'), { key: '1', role: ROLE.none }];
    for (const rowIndex of [2, 3, 99]) {
      const choice = choiceFor('1', { kind: 'use-row', rowIndex });
      expect(winnersOf(people, 'last-wins', [choice])).toEqual([1, -1, -1, -1]);
    }
    expect(winnersOf(people, 'last-wins', [choiceFor('7', { kind: 'combine' })])).toEqual([1, -1, -1, -1]);
  });

  it('never takes back what was sent, whatever the rule or the choice', () => {
    const people: Row[] = [{ key: 'a', role: ROLE.settled }, ...ready('a', 'a')];
    for (const rule of DUPLICATE_RULES) {
      const found = find(people, rule, [choiceFor('a', { kind: 'use-row', rowIndex: 2 })]);
      expect([...found.winners]).toEqual([-1, 0, 0]);
      expect([...found.marks]).toEqual([0, 0, 0]);
    }
  });

  it('does not combine more rows than anybody has by intent: they wait', () => {
    const many = ready(...new Array<string>(MOST_COMBINED + 1).fill('1'));
    expect(find(many, 'combine').marks.every((mark) => mark === MARK.asked)).toBe(true);
    expect(find(many.slice(1), 'combine').marks.at(-1)).toBe(MARK.combined);
  });

  it('finds nobody in a column of empty identifiers, and one person in a million equal ones', () => {
    const empty = find(ready(...new Array<null>(1000).fill(null)), 'combine');
    expect(empty.leaders.every((leader) => leader === -1)).toBe(true);
    const count = 1_000_000;
    const digests = new DigestList();
    for (let row = 0; row < count; row++) {
      digests.add(919_876_543_210, 0);
    }
    const input = { digests, roles: new Uint8Array(count).fill(ROLE.candidate) };
    expect(findDuplicates(input, 'last-wins').winners[0]).toBe(count - 1);
    expect(findDuplicates(input, 'first-wins').winners[count - 1]).toBe(0);
    expect(findDuplicates(input, 'combine').marks[count - 1]).toBe(MARK.asked);
  });

  it('has for each person exactly one row that is sent, or all of them wait', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...DUPLICATE_RULES),
        fc.nat({ max: 39 }),
        (people, rule, rowIndex) => {
          const key = people[rowIndex]?.key ?? 'x';
          const { winners, marks, leaders } = find(people, rule, [
            choiceFor(key, { kind: 'use-row', rowIndex }),
          ]);
          people.forEach((row, index) => {
            const isAsked = marks[index] === MARK.asked;
            const same = people.flatMap((other, place) =>
              other.key === row.key && row.key !== null && other.role !== ROLE.none ? [place] : [],
            );
            if (row.role === ROLE.none || row.key === null || same.length < 2) {
              expect([winners[index], marks[index], leaders[index]]).toEqual([-1, 0, -1]);
              return;
            }
            expect(leaders[index]).toBe(same[0]);
            const sent = same.filter((place) => winners[place] === -1 && marks[place] !== MARK.asked);
            const settled = same.filter((place) => people[place]?.role === ROLE.settled);
            expect(isAsked ? sent : sent.length).toEqual(isAsked ? [] : Math.max(1, settled.length));
          });
        },
      ),
    );
  });
});

describe('rows with an equal identifier', () => {
  it('are the same however many are compared at once', () => {
    const keys = fc.oneof(
      fc.constantFrom(null, 'a@b.c', 'A', '919876543210', '919876543211'),
      fc.integer({ min: 919_000_000_000, max: 919_000_000_050 }).map(String),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: keys, role: fc.constantFrom<0 | 1 | 2>(0, 1, 2) }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 90 }),
        (people, rowsPerPass) => {
          const takingPart = people.map(({ key, role }) => (role === ROLE.none ? null : key));
          const shared = takingPart.flatMap((key, row) =>
            key !== null && takingPart.indexOf(key) !== takingPart.lastIndexOf(key) ? [row] : [],
          );
          const { rows: found, leaders } = findShared(inputOf(people), rowsPerPass);
          expect([...found]).toEqual(shared);
          expect([...leaders].map((place) => found[place])).toEqual(
            shared.map((row) => takingPart.indexOf(takingPart[row] ?? null)),
          );
        },
      ),
    );
  });

  it('are found in a hundred thousand rows, of which each passes the table with few others', () => {
    const count = 100_000;
    const people = Array.from({ length: count }, (_unused, row): Row => ({
      key: row % 3 === 0 ? `lead.${row % 1000}@acme.example` : String(919_000_000_000 + row),
      role: ROLE.candidate,
    }));
    const whole = findShared(inputOf(people));
    const parted = findShared(inputOf(people), 700);
    expect(parted.rows.length).toBe(Math.ceil(count / 3));
    expect(parted).toEqual(whole);
  });
});

describe('the digests of many rows', () => {
  it('are kept as they were added or replaced last, phone numbers and others mixed', () => {
    const count = 150_000;
    const list = new DigestList();
    const kept: { first: number; second: number }[] = [];
    for (let row = 0; row < count; row++) {
      const digest = { first: row + 1, second: row >= 70_000 && row % 7 === 0 ? row : 0 };
      kept.push(digest);
      list.add(digest.first, digest.second);
    }
    for (const [row, digest] of [
      [0, { first: 5, second: 6 }],
      [65_535, { first: 0, second: 0 }],
      [70_000, { first: 9, second: 0 }],
    ] as const) {
      kept[row] = digest;
      list.set(row, digest.first, digest.second);
    }
    expect(list.count).toBe(count);
    expect(
      kept.every((digest, row) => list.first(row) === digest.first && list.second(row) === digest.second),
    ).toBe(true);
    expect(() => {
      list.set(count + 65_536, 1, 0);
    }).toThrow(RangeError);
  });
});

describe('the digest of an identifier', () => {
  it('is equal for equal keys and different for different ones', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        const first = identifierDigest(one);
        const second = identifierDigest(other);
        expect(first.first === second.first && first.second === second.second).toBe(one === other);
      }),
    );
  });

  it('is nothing without a key, and something for every key', () => {
    expect(identifierDigest(null)).toEqual({ first: 0, second: 0 });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (key) => {
        const digest = identifierDigest(key);
        expect(digest.first + digest.second).toBeGreaterThan(0);
      }),
    );
  });
});
