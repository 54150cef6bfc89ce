import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../shared/cleaning/edit-distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'ab', 1],
  ['abc', 'abd', 1],
  ['abc', 'acb', 1],
  ['abc', 'bca', 2],
  ['facbook', 'facebook', 1],
  ['kitten', 'sitting', 3],
  ['follow', 'folowl', 2],
])('from %j to %j it is %i', (left, right, distance) => {
  expect(editDistance(left, right, 10)).toBe(distance);
  expect(editDistance(right, left, 10)).toBe(distance);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

test('it stops counting just above the limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 8 }), (left, right, limit) => {
      expect(editDistance(left, right, limit)).toBe(Math.min(editDistance(left, right, 100), limit + 1));
    }),
  );
});

test('it is the same in both directions, and 0 only for equal texts', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(editDistance(left, right, 100)).toBe(editDistance(right, left, 100));
      expect(editDistance(left, right, 100) === 0).toBe(left === right);
    }),
  );
});
