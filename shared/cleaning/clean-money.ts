import type { DecimalMark } from '../mapping/mapping.ts';
import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { namesCurrency, withoutCurrency, type Currency, type WithoutCurrency } from './currency-marks.ts';
import { expandExponent } from './expand-exponent.ts';
import { plainText } from './plain-text.ts';
import { readAmount, type Amount } from './read-amount.ts';
import { remembering } from './remembering.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** How amounts of one column are read. */
export type MoneyOptions = {
  readonly decimalMark: DecimalMark;
  /** The workspace's: Telecrm takes every amount as one of it, so an amount in another currency is refused. */
  readonly currency: Currency;
};

/** What a program that reads the text as a double can still tell apart. */
const MOST_DIGITS = 15;

/** No amount with 15 significant digits needs more characters, words included. */
const LONGEST = 80;

const NOT_AN_AMOUNT: CleanValue = refused({ kind: 'money-not-an-amount' });
const NEGATIVE: CleanValue = refused({ kind: 'money-negative' });
const RANGE: CleanValue = refused({ kind: 'money-range' });
const OTHER_CURRENCY: CleanValue = refused({ kind: 'money-other-currency' });
const TOO_LONG: CleanValue = refused({ kind: 'number-too-long' });

/**
 * Cleans amounts of money to a text of digits and perhaps a point, which is what Telecrm takes: `1250000` out of
 * `₹ 12,50,000`, `Rs. 12,50,000/-` or `12.5 lakh`. All arithmetic is on digits, never on floating-point numbers. A fraction
 * is kept as it stands (`123456.50`) unless it is nothing but zeros. Ranges, negative amounts (`-500`, `(500)`) and other
 * currencies are refused: Telecrm knows one currency a workspace and no sign.
 */
export function moneyCleaner({ decimalMark, currency }: MoneyOptions): Cleaner {
  const bare = withoutCurrency(currency);
  const cleanUnusual = remembering((text) => cleanMoney(text, decimalMark, bare));
  return (text) => (PLAIN.test(text) ? clean(text) : cleanUnusual(text));
}

/** The fast path: digits that already are as they are sent. */
const PLAIN = /^[1-9]\d{0,14}$/;

function cleanMoney(text: string, decimalMark: DecimalMark, bare: WithoutCurrency): CleanValue {
  const plain = plainText(text)
    .replace(/^['\u2018\u2019`]\s*/u, '')
    .replaceAll('\n', ' ');
  if (plain.length > LONGEST) {
    return NOT_AN_AMOUNT;
  }
  if (isNothing(plain) || isNothing(bare(plain).trim())) {
    return EMPTY;
  }
  const { isNegative, text: size } = withoutSign(plain, bare);
  const expanded = expandExponent(size);
  const amount =
    expanded.kind === 'exact' ? readAmount(expanded.digits, 'point') : readAmount(size, decimalMark);
  if (amount === null) {
    return whyNot(plain, size);
  }
  return isNegative && amount.units !== 0n ? NEGATIVE : asSent(amount);
}

/** The sign may stand before or behind the currency, or be a pair of parentheses, as accountants write it. */
function withoutSign(
  text: string,
  bare: WithoutCurrency,
): { readonly isNegative: boolean; readonly text: string } {
  let rest = text;
  let isNegative = false;
  for (const { pattern, negates } of SIGNS) {
    const unsigned = bare(rest).replace(pattern, '$1').trim();
    isNegative ||= negates && unsigned !== bare(rest).trim();
    rest = unsigned;
  }
  return { isNegative, text: bare(rest).trim() };
}

const SIGNS: readonly { readonly pattern: RegExp; readonly negates: boolean }[] = [
  { pattern: /^[-\u2212\u2013]\s*(.*)$/u, negates: true },
  { pattern: /^\((.*)\)$/u, negates: true },
  { pattern: /^(.*\d)\s*-$/u, negates: true },
  { pattern: /^\+\s*(.*)$/u, negates: false },
];

/** The exact digits, the point only where something other than zeros follows it. */
function asSent({ units, scale }: Amount): CleanValue {
  const digits = units.toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = shortened(digits.slice(digits.length - scale));
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  const significant = text.replace('.', '').replace(/^0+/u, '');
  return significant.length > MOST_DIGITS ? TOO_LONG : clean(text);
}

/** The two digits of paise stay as they are; beyond them zeros at the end say nothing. */
function shortened(fraction: string): string {
  if (/^0*$/u.test(fraction)) {
    return '';
  }
  return fraction.length <= 2 ? fraction : fraction.replace(/0+$/u, '');
}

const RANGES =
  /\d[^\d]*(?:[-–—~]|\bto\b|\bor\b|\bse\b|से)[^\d]*\d|\d[^\d]*\+$|^(?:[<>]|up ?to|under|below|above|over|more|less|max|min)|\bonwards?$/iu;

function whyNot(whole: string, size: string): CleanValue {
  if (!/\d/u.test(size)) {
    return NOT_AN_AMOUNT;
  }
  if (RANGES.test(whole)) {
    return RANGE;
  }
  return namesCurrency(size) ? OTHER_CURRENCY : NOT_AN_AMOUNT;
}
