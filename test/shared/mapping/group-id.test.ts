import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import type { Problem } from '../../../shared/cleaning/problem.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import { groupIdOf, partsOfGroupId } from '../../../shared/mapping/group-id.ts';

const problem: fc.Arbitrary<Problem> = fc.oneof(
  fc.constantFrom<Problem>(
    { kind: 'phone-too-short' },
    { kind: 'identifier-missing' },
    { kind: 'rating-not-1-to-5' },
  ),
  fc.string({ unit: 'grapheme' }).map((value): Problem => ({ kind: 'option-unknown', value, closest: null })),
  fc
    .constantFrom(':', '1:phone-too-short', '', 'a\nb')
    .map((value): Problem => ({ kind: 'status-unknown', value, closest: 'x' })),
);

test('the name of a group can be taken apart and put together again, whatever the label', () => {
  fc.assert(
    fc.property(fc.nat(99_999), problem, (columnIndex, each) => {
      const groupId = problemGroupId(columnIndex, each);
      const parts = partsOfGroupId(groupId);
      expect(parts).toMatchObject({
        columnIndex,
        problem: each.kind,
        value: 'value' in each ? each.value : null,
      });
      expect(parts && groupIdOf(parts)).toBe(groupId);
    }),
  );
});

test('values of one column that go to several places have groups of their own, whatever the API name', () => {
  const apiNames = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(':', '%3A', '%', '>:'),
  );
  fc.assert(
    fc.property(fc.nat(99_999), apiNames, problem, (columnIndex, apiName, each) => {
      const destination = destinationKey({ kind: 'field', apiName });
      const groupId = problemGroupId(columnIndex, each, destination);
      const parts = partsOfGroupId(groupId);
      expect(parts).toMatchObject({ columnIndex, destination, problem: each.kind });
      expect(parts && groupIdOf(parts)).toBe(groupId);
      expect(groupId).not.toBe(problemGroupId(columnIndex, each));
    }),
  );
  expect(problemGroupId(3, { kind: 'phone-too-short' }, 'field:alt_phone')).toBe(
    '3>field%3Aalt_phone:phone-too-short',
  );
});

test('the names that older versions stored still mean the column’s own target', () => {
  expect(partsOfGroupId('3:option-unknown:Fac:book')).toEqual({
    columnIndex: 3,
    destination: null,
    problem: 'option-unknown',
    value: 'Fac:book',
  });
});

test.each(['', 'x', '1', ':phone', '1:', 'a:phone-too-short', '-2:phone', '1>:phone'])(
  '%j names no group',
  (text) => {
    expect(partsOfGroupId(text)).toBeNull();
  },
);
