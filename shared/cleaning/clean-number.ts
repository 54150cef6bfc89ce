import type { DecimalMark } from '../mapping/mapping.ts';
import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { expandExponent } from './expand-exponent.ts';
import { plainText } from './plain-text.ts';
import { remembering } from './remembering.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** A double holds every number of this many significant digits, and not every one of more. */
const MOST_DIGITS = 15;

/** Below it JavaScript writes a number in scientific notation; nothing that people count is so small. */
const SMALLEST = 1e-6;

/** No number with 15 significant digits needs more characters, grouping included. */
const LONGEST = 60;

const NOT_A_NUMBER: CleanValue = refused({ kind: 'number-not-a-number' });
const WITH_WORDS: CleanValue = refused({ kind: 'number-with-words' });
const TOO_LONG: CleanValue = refused({ kind: 'number-too-long' });

/**
 * Cleans whole and decimal numbers: `1250000`, `12,50,000` (Indian), `1,250,000` or `75 000` (western), `-3`, `850000.00`.
 * `decimalMark` says which mark parts the fraction; the other one may only group, and groups must have the right size,
 * so that `1,25` in a column of points is refused and never becomes 125. Currencies, units, `%` and words ("12.5 lakh",
 * "Rs. 500/-") are `number-with-words`. Scientific notation is read only where no digit can be lost (see
 * `expandExponent`).
 */
export function numberCleaner(decimalMark: DecimalMark): Cleaner {
  const cleanUnusual = remembering((text) => cleanNumber(text, decimalMark));
  return (text) => {
    const simple = decimalMark === 'point' ? simpleNumber(text) : null;
    return simple === null ? cleanUnusual(text) : clean(simple);
  };
}

/**
 * The fast path: at most fifteen digits, perhaps with a point among them; `null` for anything else. Both the digits and
 * the power of ten are exact in a double, so their quotient is the nearest double, which is what `Number` finds.
 */
function simpleNumber(text: string): number | null {
  let value = 0;
  let point = -1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
    } else if (code === 0x2e && point === -1 && index > 0) {
      point = index;
    } else {
      return null;
    }
  }
  const length = text.length;
  if (length === 0 || length > MOST_DIGITS || point === length - 1) {
    return null;
  }
  const result = point === -1 ? value : value / 10 ** (length - 1 - point);
  return result === 0 || result >= SMALLEST ? result : null;
}

function cleanNumber(text: string, decimalMark: DecimalMark): CleanValue {
  const plain = plainText(text);
  return isNothing(plain) ? EMPTY : readNumber(plain.replace(/^['\u2018\u2019`]\s*/u, ''), decimalMark);
}

const ONLY_DIGITS = /^\d*$/u;

/** Grouped by threes, or by twos before a last three. The same separator throughout: `\1` repeats the first. */
const GROUPED = /^(?:\d{1,3}([,.' ])\d{3}(?:\1\d{3})*|\d{1,2}([,.' ])(?:\d{2}\2)+\d{3})$/u;

function readNumber(text: string, decimalMark: DecimalMark): CleanValue {
  if (text.length > LONGEST) {
    return /^[\d,.' +-]+$/u.test(text) ? TOO_LONG : withoutNumber(text);
  }
  const expanded = expandExponent(text);
  if (expanded.kind === 'exact') {
    return exactNumber(expanded.digits);
  }
  const [, sign = '', size = ''] = /^([-+\u2212\u2013]?)\s*(.*)$/su.exec(text) ?? [];
  const digits = withoutGroups(size, decimalMark);
  if (digits === null) {
    return expanded.kind === 'digits-lost' ? NOT_A_NUMBER : withoutNumber(text);
  }
  return exactNumber(sign === '' || sign === '+' ? digits : `-${digits}`);
}

/** The number with `.` as its only mark, or `null` when it is none in this notation. */
function withoutGroups(text: string, decimalMark: DecimalMark): string | null {
  const mark = decimalMark === 'point' ? '.' : ',';
  const at = text.indexOf(mark);
  const whole = at === -1 ? text : text.slice(0, at);
  const groups = GROUPED.exec(whole);
  const isGrouped = groups !== null && groups[1] !== mark && groups[2] !== mark;
  const digits = isGrouped ? whole.replaceAll(/[,.' ]/gu, '') : whole;
  const fraction = at === -1 ? '' : text.slice(at + 1);
  const isComplete = at === -1 ? digits !== '' : fraction !== '';
  return isComplete && ONLY_DIGITS.test(digits) && ONLY_DIGITS.test(fraction)
    ? `${digits || '0'}.${fraction || '0'}`
    : null;
}

function exactNumber(digits: string): CleanValue {
  const unsigned = digits.replace(/^-/u, '');
  const kept = unsigned.includes('.') ? unsigned.replace(/\.?0*$/u, '') : unsigned;
  const significant = kept.replace('.', '').replace(/^0+/u, '');
  const value = Number(digits);
  if (significant.length > MOST_DIGITS || (value !== 0 && Math.abs(value) < SMALLEST)) {
    return TOO_LONG;
  }
  return clean(value === 0 ? 0 : value);
}

function withoutNumber(text: string): CleanValue {
  return /\d/u.test(text) && /[\p{L}\p{Sc}%\u2030/]/u.test(text) ? WITH_WORDS : NOT_A_NUMBER;
}
