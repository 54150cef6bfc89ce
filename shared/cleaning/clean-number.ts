import type { DecimalMark } from '../mapping/mapping.ts';
import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { withoutCurrency, type Currency, type WithoutCurrency } from './currency-marks.ts';
import { decimalText } from './decimal-text.ts';
import { expandExponent } from './expand-exponent.ts';
import { plainText } from './plain-text.ts';
import { remembering } from './remembering.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** How numbers of one column are read. */
export type NumberOptions = {
  readonly decimalMark: DecimalMark;
  /** The workspace's: its signs may stand beside a number, since many budgets are number fields. */
  readonly currency: Currency;
};

/** A double holds every number of this many significant digits, and not every one of more. */
const MOST_DIGITS = 15;

/** Below it JavaScript writes a number in scientific notation; nothing that people count is so small. */
const SMALLEST = 1e-6;

/** No number with 15 significant digits needs more characters, grouping included. */
const LONGEST = 60;

const NOT_A_NUMBER: CleanValue = refused({ kind: 'number-not-a-number' });
const WITH_WORDS: CleanValue = refused({ kind: 'number-with-words' });
const PERCENT: CleanValue = refused({ kind: 'number-percent' });
const TOO_LONG: CleanValue = refused({ kind: 'number-too-long' });

/**
 * Cleans whole and decimal numbers: `1250000`, `12,50,000` (Indian), `1,250,000` or `75 000` (western), `-3`, `850000.00`.
 * `decimalMark` says which mark parts the fraction; see `decimalText`. The signs of the workspace's own currency say
 * nothing about the number and are taken off (`₹1,200`, `Rs. 500/-`). Units, other currencies and words are
 * `number-with-words`, "12.5 lakh" too, which only a money field can take: a number field may count in lakhs itself. A
 * percentage is `number-percent`: 50 or 0.5? Scientific notation is read only where no digit can be lost (see
 * `expandExponent`).
 */
export function numberCleaner({ decimalMark, currency }: NumberOptions): Cleaner {
  const bare = withoutCurrency(currency);
  const cleanUnusual = remembering((text) => cleanNumber(text, decimalMark, bare));
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

function cleanNumber(text: string, decimalMark: DecimalMark, bare: WithoutCurrency): CleanValue {
  const plain = plainText(text).replace(/^['\u2018\u2019`]\s*/u, '');
  if (plain.length > LONGEST) {
    return isNothing(plain) ? EMPTY : whyNot(plain);
  }
  const unmarked = bare(plain).trim();
  return isNothing(plain) || isNothing(unmarked) ? EMPTY : readNumber(unmarked, decimalMark, bare);
}

function readNumber(text: string, decimalMark: DecimalMark, bare: WithoutCurrency): CleanValue {
  const expanded = expandExponent(text);
  if (expanded.kind === 'exact') {
    return exactNumber(expanded.digits);
  }
  const [, sign = '', size = ''] = /^([-+\u2212\u2013]?)\s*(.*)$/su.exec(text) ?? [];
  const decimal = decimalText(bare(size), decimalMark);
  if (decimal === null) {
    return expanded.kind === 'digits-lost' ? NOT_A_NUMBER : whyNot(text);
  }
  const digits = `${decimal.whole}.${decimal.fraction || '0'}`;
  return exactNumber(sign === '' || sign === '+' ? digits : `-${digits}`);
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

function whyNot(text: string): CleanValue {
  if (text.length > LONGEST && /^[\d,.' +-]+$/u.test(text)) {
    return TOO_LONG;
  }
  if (!/\d/u.test(text)) {
    return NOT_A_NUMBER;
  }
  if (/^[-+]?[\d,.' ]*\d\s*(?:[%\u2030]|per ?cent|percent|pct\.?|प्रतिशत)$/iu.test(text)) {
    return PERCENT;
  }
  return /[\p{L}\p{Sc}%\u2030/]/u.test(text) ? WITH_WORDS : NOT_A_NUMBER;
}
