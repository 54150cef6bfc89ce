import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findColumns, occurrencesOf } from '../../../shared/mapping/find-columns.ts';

const sheet = (...headings: readonly string[]) => headings.map((heading, index) => ({ index, heading }));

test('repeated headings are counted from left to right', () => {
  expect(occurrencesOf(['Phone', 'Name', 'Phone', '', ''])).toEqual([1, 1, 2, 1, 2]);
});

test('an exact heading is preferred to one that only looks alike', () => {
  const found = findColumns([{ heading: 'phone', occurrence: 1 }], sheet('Phone', 'phone'));
  expect(found).toEqual([{ index: 1, heading: 'phone' }]);
});

test('the second of two is found when it is the only one left that is not exact', () => {
  const wanted = [
    { heading: 'Phone', occurrence: 1 },
    { heading: 'Phone', occurrence: 2 },
  ];
  expect(findColumns(wanted, sheet('PHONE', 'Phone')).map((column) => column?.index)).toEqual([1, 0]);
  expect(findColumns(wanted, sheet('Phone')).map((column) => column?.index)).toEqual([0, undefined]);
});

test('a heading of signs only is not taken for one without text', () => {
  expect(findColumns([{ heading: '###', occurrence: 1 }], sheet(''))).toEqual([undefined]);
});

test('no column is found twice, and a sheet finds all of its own columns', () => {
  const headings = fc.array(fc.constantFrom('Phone', 'phone', 'PHONE ', 'Name', '', '#', 'Phone 2'), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(headings, headings, (left, right) => {
      const occurrences = occurrencesOf(left);
      const wanted = left.map((heading, index) => ({ heading, occurrence: occurrences[index] ?? 1 }));
      const found = findColumns(wanted, sheet(...right)).filter((column) => column !== undefined);
      expect(new Set(found).size).toBe(found.length);
      expect(findColumns(wanted, sheet(...left)).map((column) => column?.index)).toEqual(
        left.map((_, index) => index),
      );
    }),
  );
});
