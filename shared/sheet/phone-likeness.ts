/**
 * How much a text looks like a phone number, to find columns and headings; whether Telecrm takes the number is decided in
 * `cleaning/`. `sure`: an Indian mobile number in any spelling, or a number with country code. `maybe`: other digits of
 * a phone's length, which may as well be an amount or an account.
 *
 * @param text Already through `plainText`: trimmed, digits as 0 to 9.
 */
export function phoneLikeness(text: string): 'sure' | 'maybe' | 'no' {
  const first = text.slice(0, LONGEST_TEXT).split(SEVERAL, 1)[0] ?? '';
  const bare = first
    .replace(/^(?:p|tel|ph|phone|mob|mobile)\s*[:.]\s*/iu, '')
    .replace(/^['\u2018\u2019`]\s*/u, '')
    .replace(/\.0$/u, '')
    .trim();
  if (SHORTENED_BY_EXCEL.test(bare)) {
    return 'maybe';
  }
  const digits = bare.replaceAll(/[^\d]/gu, '');
  if (!SHAPE.test(bare) || digits.length < 7 || digits.length > 15 || DATE_SHAPE.test(bare)) {
    return 'no';
  }
  const isInternational = /^\(?(?:\+|00)/u.test(bare) && digits.length >= 8;
  return isInternational || INDIAN_MOBILE.test(digits) ? 'sure' : 'maybe';
}

/** Two numbers with a word before them need no more; the patterns below would be slow on a page of digits. */
const LONGEST_TEXT = 80;

/** What parts two numbers in one cell. */
const SEVERAL = /\s*[/,;|\n]\s*(?=[+(\d])|\s+(?:or|and|&)\s+/iu;

/** Digits with the marks that people put between them. One dot at most, or an amount such as 1.234.567 would pass. */
const SHAPE = /^[+(]{0,2}\d[\d\s()-]*\.?[\d\s()-]*$/u;

const INDIAN_MOBILE = /^(?:0|91|091|0091)?[6-9]\d{9}$/u;

/** `9.19877E+11`: what is left of a number that was shown in a narrow column. */
const SHORTENED_BY_EXCEL = /^\d(?:\.\d+)?E\+?(?:09|1[0-3])$/iu;

const DATE_SHAPE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-(?:\d{2}|\d{4}))(?!\d)/u;
