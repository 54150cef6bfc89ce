import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseFew, type FewCandidate } from '../../../shared/sending/choose-few.ts';

describe('the few leads that go first', () => {
  test.each<[string, readonly (readonly string[])[], readonly number[]]>([
    ['all of them where there are no more than three', [['name'], ['name']], [0, 1]],
    [
      'the fullest, then what it lacks, then the barest',
      [
        ['name', 'phone'],
        ['name', 'phone', 'city', 'email'],
        ['name', 'phone', 'city', 'email'],
        ['name', 'phone', 'city', 'budget'],
        ['phone'],
        ['name', 'phone', 'city'],
      ],
      [1, 3, 4],
    ],
    [
      'the earliest where all are alike',
      [
        ['phone', 'name'],
        ['name', 'phone'],
        ['phone', 'name'],
        ['name', 'phone'],
      ],
      [0, 1, 2],
    ],
    [
      'one with an action, however few fields it has',
      [
        ['phone', 'name', 'city'],
        ['phone', 'name', 'city'],
        ['phone', 'name', 'city'],
        ['phone', 'PAYMENT'],
      ],
      [0, 1, 3],
    ],
    ['none where there is none', [], []],
  ])('are %s', (_, filled, expected) => {
    expect(chooseFew(filled.map((names, rowIndex) => ({ rowIndex, filled: names })))).toEqual(expected);
  });

  test('are always distinct candidates in the order of the sheet, and show a name if three leads can', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 30 }), (filled) => {
        const candidates: FewCandidate[] = filled.map((one, index) => ({ rowIndex: index * 7, filled: one }));
        const chosen = chooseFew(candidates);
        expect(chosen.length).toBe(Math.min(3, filled.length));
        expect([...new Set(chosen)].sort((one, other) => one - other)).toEqual(chosen);
        const shown = new Set(chosen.flatMap((rowIndex) => filled[rowIndex / 7] ?? []));
        const most = Math.max(0, ...filled.map((one) => one.length));
        expect(shown.size).toBeGreaterThanOrEqual(most);
      }),
    );
  });
});
