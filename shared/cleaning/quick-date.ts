import type { DateOrder } from '../mapping/mapping.ts';

const SLASH = 0x2f;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const BLANK = 0x20;

/**
 * The fast path for `05/06/2025`, `05/06/2025 14:30`, `2025-06-05` and `2025-06-05 14:30:05`, with two digits everywhere
 * but in the year. Answers the wall's reading as if it were UTC, in milliseconds since 1970, or `NaN` when the text is
 * anything else, which says nothing about whether it is a date; what it answers is what `parseDate` answers.
 */
export function quickDate(text: string, order: DateOrder): number {
  const isYearFirst = text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN;
  const isYearLast = text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH;
  if (!isYearFirst && !isYearLast) {
    return Number.NaN;
  }
  const time = timeOfDay(text);
  const year = isYearFirst
    ? twoDigits(text, 0) * 100 + twoDigits(text, 2)
    : twoDigits(text, 6) * 100 + twoDigits(text, 8);
  const first = twoDigits(text, isYearFirst ? 5 : 0);
  const second = twoDigits(text, isYearFirst ? 8 : 3);
  const isMonthFirst = isYearFirst || order === 'month-first';
  const month = isMonthFirst ? first : second;
  const day = isMonthFirst ? second : first;
  // The 29th to 31st exist in some months only; those days are left to the complete reading.
  const isCertain = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  return isCertain ? Date.UTC(year, month - 1, day) + time : Number.NaN;
}

/** Milliseconds since midnight of the time behind the date, 0 where there is none, `NaN` where it is no plain time. */
function timeOfDay(text: string): number {
  if (text.length === 10) {
    return 0;
  }
  const hasSeconds = text.length === 19;
  if ((text.length !== 16 && !hasSeconds) || text.charCodeAt(10) !== BLANK || text.charCodeAt(13) !== COLON) {
    return Number.NaN;
  }
  if (hasSeconds && text.charCodeAt(16) !== COLON) {
    return Number.NaN;
  }
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = hasSeconds ? twoDigits(text, 17) : 0;
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : Number.NaN;
}

/** The number that two ASCII digits at `index` make; `NaN` when they are not. */
function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
