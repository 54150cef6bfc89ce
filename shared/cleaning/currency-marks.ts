import { PAYMENT_CURRENCIES } from '../catalog/action.ts';

/** The currencies that Telecrm knows. */
export type Currency = (typeof PAYMENT_CURRENCIES)[number];

/**
 * How people write each currency beside an amount, as alternatives of a regular expression. A mark that several countries
 * share ($, Rs, riyal) stands for whichever of them the workspace has.
 */
const MARKS: Readonly<Record<Currency, string>> = {
  INR: 'inr|₹|rs\\.?|re\\.?|rupees?|रु\\.?|रू\\.?|रुपये|रुपए|रुपया|रूपये',
  PKR: 'pkr|₨|rs\\.?|re\\.?|rupees?',
  USD: 'usd|us ?\\$|\\$|dollars?',
  AUD: 'aud|au?\\$|\\$|dollars?',
  CAD: 'cad|ca?\\$|\\$|dollars?',
  SGD: 'sgd|sg?\\$|\\$|dollars?',
  AED: 'aed|dhs?\\.?|dirhams?',
  QAR: 'qar|qr\\.?|riyals?',
  SAR: 'sar|sr\\.?|riyals?',
  MYR: 'myr|rm|ringgit',
  XOF: 'xof|f?cfa',
};

/** What takes the marks of one currency off an amount. */
export type WithoutCurrency = (text: string) => string;

/**
 * Prepares taking a currency's own marks off both ends of a text: `Rs. 500/-`, `₹500`, `INR 500 only`, `500 रुपये` all are
 * `500`. Marks of other currencies stay, so that dollars never go as rupees.
 */
export function withoutCurrency(currency: Currency): WithoutCurrency {
  const marks = MARKS[currency];
  // A letter beside it would make it part of a word: the `rs` of "2 Crs" is no rupee.
  const before = new RegExp(`^(?:${marks})(?![\\p{L}\\p{M}])\\s*`, 'iu');
  const behind = new RegExp(`\\s*(?:/\\s*[-–=]|(?<![\\p{L}\\p{M}])(?:only|${marks}))$`, 'iu');
  return (text) => {
    const opened = text.replace(before, '');
    let rest = opened;
    for (let round = 0; round < MOST_MARKS_BEHIND; round++) {
      rest = rest.replace(behind, '');
    }
    return rest;
  };
}

/** "500 Rs./- only" has three. */
const MOST_MARKS_BEHIND = 3;

const OTHER_CURRENCY =
  /\p{Sc}|(?<![\p{L}\p{M}])(?:inr|pkr|usd|aud|cad|sgd|aed|qar|sar|myr|xof|eur|euros?|gbp|pounds?|dollars?|dhs?|dirhams?|riyals?|ringgit|rupees?|rs|npr|bdt|lkr|thb|cfa)(?![\p{L}\p{M}])/iu;

/** Whether a text names any currency at all. */
export function namesCurrency(text: string): boolean {
  return OTHER_CURRENCY.test(text);
}

/**
 * The currency that a text means by a code or a mark: the workspace's `own` if it may be that one, otherwise the only one
 * that is written so. `null` when it is none, or one of several.
 */
export function currencyNamed(text: string, own: Currency): Currency | null {
  const named = WHOLE_MARKS.filter(({ pattern }) => pattern.test(text)).map(({ currency }) => currency);
  if (named.includes(own)) {
    return own;
  }
  return named.length === 1 ? (named[0] ?? null) : null;
}

const WHOLE_MARKS = PAYMENT_CURRENCIES.map((currency) => ({
  currency,
  pattern: new RegExp(`^(?:${MARKS[currency]})$`, 'iu'),
}));
