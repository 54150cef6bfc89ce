import { isPlaceholderNumber } from './phone-placeholder.ts';

const NINE = 57;
const ZERO = 48;
const COUNTRY = 91;
const TEN_DIGITS = 10_000_000_000;
const FIRST_MOBILE = 6_000_000_000;

/**
 * The fast path for the number that most cells hold: an Indian mobile, ten digits from 6 to 9, with `+91`, `91`, `091`,
 * `0091` or `0` before it, blanks, dashes and parentheses in between, Excel's apostrophe in front and its `.0` behind.
 * Answers digits with country code, or `null` when the text is anything else, which says nothing about whether it is a
 * number. What it answers is exactly what the complete reading answers (a property test holds the two together), because
 * libphonenumber accepts every ten digits from 6 to 9.
 */
export function indianMobile(text: string): string | null {
  let value = 0;
  let count = 0;
  let hasPlus = false;
  let end = text.length;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO);
      count++;
    } else if (code === 0x2b && count === 0 && !hasPlus) {
      hasPlus = true;
    } else if (code === 0x2e && count >= 7 && isDecimalZero(text, index)) {
      end = index;
    } else if (code !== 0x20 && code !== 0x2d && code !== 0x28 && code !== 0x29 && !isTextMark(code, index)) {
      return null;
    }
  }
  const national = nationalNumber(value, count, hasPlus);
  return national < FIRST_MOBILE || national >= TEN_DIGITS || isPlaceholderNumber(national)
    ? null
    : withCountryCode(text, end);
}

/** `91` and the last ten digits before `end`, put together from slices, which is faster than printing the number. */
function withCountryCode(text: string, end: number): string {
  let digits = '';
  let runEnd = -1;
  let missing = 10;
  for (let index = end - 1; ; index--) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) {
      runEnd = runEnd === -1 ? index + 1 : runEnd;
      missing--;
      if (missing === 0) {
        return `91${text.slice(index, runEnd)}${digits}`;
      }
    } else if (runEnd !== -1) {
      digits = text.slice(index + 1, runEnd) + digits;
      runEnd = -1;
    }
  }
}

/** `.0` at the end: the spreadsheet took the number for a decimal. */
function isDecimalZero(text: string, index: number): boolean {
  return index === text.length - 2 && text.charCodeAt(index + 1) === ZERO;
}

/** The apostrophe with which Excel marks a number as text. */
function isTextMark(code: number, index: number): boolean {
  return code === 0x27 && index === 0;
}

/** The last ten digits where what stands before them is a way of writing India's country code or trunk zero; else 0. */
function nationalNumber(value: number, count: number, hasPlus: boolean): number {
  switch (count) {
    case 10:
    case 11:
      return hasPlus ? 0 : value;
    case 12:
      return value - COUNTRY * TEN_DIGITS;
    case 13:
    case 14:
      return hasPlus ? 0 : value - COUNTRY * TEN_DIGITS;
    default:
      return 0;
  }
}
