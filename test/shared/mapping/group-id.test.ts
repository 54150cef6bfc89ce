import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import type { Problem } from '../../../shared/cleaning/problem.ts';
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
      expect(parts && groupIdOf(parts.columnIndex, parts.problem, parts.value)).toBe(groupId);
    }),
  );
});

test.each(['', 'x', '1', ':phone', '1:', 'a:phone-too-short', '-1:phone'])('%j names no group', (text) => {
  expect(partsOfGroupId(text)).toBeNull();
});
