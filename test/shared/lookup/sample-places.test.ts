import fc from 'fast-check';
import { expect, it } from 'vitest';
import { samplePlaces } from '../../../shared/lookup/sample-places.ts';

it('a sample has as many rows as were asked for, each once, in order, within the sheet', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000 }),
      fc.option(fc.integer({ min: 1, max: 3_000 })),
      (rowCount, sampleSize) => {
        let next = 0;
        let total = 0;
        for (const { place, count } of samplePlaces(rowCount, sampleSize, 100)) {
          expect(place).toBeGreaterThanOrEqual(next);
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(100);
          next = place + count;
          total += count;
        }
        expect(next).toBeLessThanOrEqual(rowCount);
        expect(total).toBe(Math.min(rowCount, sampleSize ?? rowCount));
      },
    ),
  );
});

it('a small sample of a large sheet comes from all over it', () => {
  const places = [...samplePlaces(1_000_000, 50, 100)].map(({ place }) => place);
  expect(places).toHaveLength(50);
  expect(places.at(-1)).toBeGreaterThan(950_000);
});
