import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates, ROLE } from '../../../shared/cleaning/find-duplicates.ts';
import { identifierDigest } from '../../../shared/cleaning/identifier-digest.ts';

type Row = { readonly key: string | null; readonly role: 0 | 1 | 2 };

function winnersOf(rows: readonly Row[], rule: 'last-wins' | 'first-wins'): number[] {
  const digests = rows.map((row) => identifierDigest(row.key));
  return [
    ...findDuplicates(
      {
        firstDigests: Float64Array.from(digests, (digest) => digest.first),
        secondDigests: Float64Array.from(digests, (digest) => digest.second),
        roles: Uint8Array.from(rows, (row) => (row.key === null ? ROLE.none : row.role)),
      },
      rule,
    ),
  ];
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
