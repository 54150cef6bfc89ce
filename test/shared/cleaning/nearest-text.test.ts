import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../shared/cleaning/edit-distance.ts';
import { nearestText } from '../../../shared/cleaning/nearest-text.ts';
import { textOf } from './text-of.ts';

function allowed(length: number): number {
  return Math.min(3, Math.floor(length / 2));
}

/** What is promised, by comparing with every text. */
function simply(texts: readonly string[], asked: string, most: number): unknown {
  let best = null;
  for (const [place, text] of texts.entries()) {
    const distance = editDistance(text, asked, most);
    const isNear = distance <= Math.min(most, allowed(Math.min(text.length, asked.length)));
    if (isNear && (best === null || distance < best.distance)) {
      best = { place, distance };
    }
  }
  return best;
}

test('of alike texts of every length the nearest is found, of equals the first', () => {
  const beginning = fc.constantFrom(
    '',
    'ab',
    'batch2026',
    'abcdefghijklmnopqrstuvwxyz',
    'बैच२०२६',
    'x'.repeat(29),
  );
  const text = fc.tuple(beginning, textOf('abcब')).map((parts) => parts.join(''));
  const texts = fc.uniqueArray(text, { maxLength: 12 });
  fc.assert(
    fc.property(texts, fc.array(text, { maxLength: 4 }), fc.constantFrom(1, 2, 3, 7), (all, asked, most) => {
      const nearest = nearestText(all);
      for (const one of asked) {
        expect(nearest(one, { most, allowed })).toEqual(simply(all, one, most));
      }
    }),
    { numRuns: 3000 },
  );
});
