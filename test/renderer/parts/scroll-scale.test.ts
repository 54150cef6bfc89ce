import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_BOX_PX, offsetToShow, scrollScale } from '../../../renderer/parts/scroll-scale.ts';

test('content that fits into the box is not scaled', () => {
  const scale = scrollScale(52_000, 500);
  expect(scale.boxPx).toBe(52_000);
  expect(scale.toContent(1234)).toBe(1234);
});

test('of a million rows, the first and the last can be reached', () => {
  const contentPx = 1_000_000 * 52;
  const scale = scrollScale(contentPx, 500);
  expect(scale.boxPx).toBe(MAX_BOX_PX);
  expect(scale.toContent(0)).toBe(0);
  expect(scale.toContent(MAX_BOX_PX - 500)).toBeCloseTo(contentPx - 500, 3);
});

test('a place in the content is found again in the box', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 60_000_000 }),
      fc.integer({ min: 0, max: 900 }),
      (contentPx, offset) => {
        const scale = scrollScale(contentPx, 500);
        expect(scale.toContent(scale.toBox(offset))).toBeCloseTo(offset, 6);
      },
    ),
  );
});

test.each([
  ['already in sight', 100, 100],
  ['above', 500, 260],
  ['below', 0, 12],
])('a row that is %s is shown by the shortest way', (_where, offset, expected) => {
  expect(offsetToShow({ startPx: 260, endPx: 312 }, offset, 300)).toBe(expected);
});
