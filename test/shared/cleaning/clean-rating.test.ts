import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratingCleaner } from '../../../shared/cleaning/clean-rating.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = ratingCleaner();

test.each([
  // Spellings of the sample of messy leads.
  ['', 'empty'],
  ['4.5', 'rating-not-whole'],
  ['0', 'rating-not-1-to-5'],
  ['3 stars', 3],
  ['two', 'rating-not-a-number'],
  ['5', 5],
  ['1', 1],
  ['7', 'rating-not-1-to-5'],
  ['★★★', 3],
  ['4', 4],
  // Others.
  ['3.0', 3],
  ['3.00', 3],
  ['3,0', 3],
  ['03', 3],
  [' 2 ', 2],
  ["'3", 3],
  ['३', 3],
  ['५.०', 5],
  ['1 star', 1],
  ['5 Stars', 5],
  ['5★', 5],
  ['5*', 5],
  ['⭐⭐⭐⭐', 4],
  ['⭐️⭐️', 2],
  ['★ ★ ★', 3],
  ['★★★☆☆', 3],
  ['3/5', 3],
  ['3 / 5', 3],
  ['3 out of 5', 3],
  ['4.0/5', 4],
  ['4.5/5', 'rating-not-whole'],
  ['2.99', 'rating-not-whole'],
  ['3,5', 'rating-not-whole'],
  ['6', 'rating-not-1-to-5'],
  ['10', 'rating-not-1-to-5'],
  ['-3', 'rating-not-1-to-5'],
  ['0.5', 'rating-not-1-to-5'],
  ['5.5', 'rating-not-1-to-5'],
  ['★★★★★★', 'rating-not-1-to-5'],
  ['★★☆', 'rating-not-1-to-5'],
  ['3/10', 'rating-not-a-number'],
  ['☆☆☆☆☆', 'rating-not-a-number'],
  ['***', 'rating-not-a-number'],
  ['good', 'rating-not-a-number'],
  ['A', 'rating-not-a-number'],
  ['3-4', 'rating-not-a-number'],
  ['½', 'rating-not-a-number'],
  ['NA', 'empty'],
  ['--', 'empty'],
  ['nil', 'empty'],
  ['None', 'empty'],
  [' ', 'empty'],
])('%j becomes %j', (text, expected) => {
  expect(shown(clean(text))).toEqual(expected);
});

test('what comes out is 1, 2, 3, 4 or 5, and cleaning it again changes nothing', () => {
  const likely = textOf('0123456789./★☆⭐ stars३');
  fc.assert(
    fc.property(fc.oneof(anyUnits(), likely), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        expect([1, 2, 3, 4, 5]).toContain(result.value);
        expect(clean(String(result.value))).toEqual(result);
      }
    }),
    { numRuns: 3000 },
  );
});
