import { expect, test } from 'vitest';
import { dateColumnOf, evidenceOf } from '../../../shared/mapping/date-evidence.ts';
import { longMomentWords } from '../../../shared/words/long-moment-words.ts';
import { LOCALES, makeWords } from '../../../shared/words/make-words.ts';
import { formatMoments } from '../../../shared/words/moments.ts';

const { say } = makeWords('en', 'Asia/Kolkata');
/** Dates of cells stand on the wall, in no time zone. */
const moments = formatMoments(LOCALES.en, 'UTC');

test.each([
  { cell: '03/04/2026', dayFirst: '3 April 2026, Friday', monthFirst: '4 March 2026, Wednesday' },
  {
    cell: '03/04/2026 10:30',
    dayFirst: '3 April 2026, Friday, 10:30 am',
    monthFirst: '4 March 2026, Wednesday, 10:30 am',
  },
  {
    cell: '3-4-26, 5:05 PM',
    dayFirst: '3 April 2026, Friday, 5:05 pm',
    monthFirst: '4 March 2026, Wednesday, 5:05 pm',
  },
  {
    cell: '03/04/2026 00:15:59',
    dayFirst: '3 April 2026, Friday, 12:15 am',
    monthFirst: '4 March 2026, Wednesday, 12:15 am',
  },
  { cell: '03/04/2026 00:00', dayFirst: '3 April 2026, Friday', monthFirst: '4 March 2026, Wednesday' },
  {
    cell: '13/04/2026 12:00',
    dayFirst: '13 April 2026, Monday, 12:00 pm',
    monthFirst: null,
  },
])('$cell is said with the time that it has', ({ cell, dayFirst, monthFirst }) => {
  const { example } = dateColumnOf(0, evidenceOf([cell]));
  const sentence = (atMs: number | null | undefined) =>
    typeof atMs === 'number' ? longMomentWords(say, moments, atMs) : null;
  expect([sentence(example?.dayFirstMs), sentence(example?.monthFirstMs)]).toEqual([dayFirst, monthFirst]);
});
