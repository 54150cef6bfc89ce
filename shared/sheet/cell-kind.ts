import { plainText } from '../cleaning/plain-text.ts';
import { isNothing } from '../cleaning/stand-ins-for-nothing.ts';
import { phoneLikeness } from './phone-likeness.ts';

/** What the text of a cell looks like. `empty` includes stand-ins such as `N/A` and `-`. */
export type CellKind = 'empty' | 'email' | 'phone' | 'web' | 'date' | 'number' | 'text';

/**
 * What a cell looks like, to find headings and to suggest fields: a guess from its shape alone. Whether a value can be
 * sent is decided in `cleaning/`. A bare number of seven to nine digits counts as `number`, since amounts are as likely.
 */
export function cellKind(cell: string): CellKind {
  const text = plainText(cell.slice(0, LONGEST_TEXT));
  if (isNothing(text)) {
    return 'empty';
  }
  if (EMAIL.test(text)) {
    return 'email';
  }
  if (WEB.test(text)) {
    return 'web';
  }
  if (DATE.test(text)) {
    return 'date';
  }
  const likeness = phoneLikeness(text);
  if (likeness === 'sure' || (likeness === 'maybe' && !/^\d{1,9}(?:\.\d+)?$/u.test(text))) {
    return 'phone';
  }
  return NUMBER.test(text) ? 'number' : 'text';
}

/** What a cell is shows at its beginning; the patterns below would be slow on a page of text. */
const LONGEST_TEXT = 300;

/** Anywhere in the cell: "Ravi <ravi@example.org>" and two addresses count as well. */
const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}/u;

const WEB = /^(?:https?:\/\/|www\.)\S+$/iu;

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** Year first, day or month first, or with the month's English name; a time may follow. */
const DATE = new RegExp(
  [
    '^(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)',
    '^\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})(?:$|[ ,T])',
    `^\\d{1,2}(?:st|nd|rd|th)?[-/. ]*(?:${MONTH})[a-z]*[-/., ]*(?:\\d{4}|\\d{2})(?:$|[ ,T])`,
    `^(?:${MONTH})[a-z]* \\d{1,2}(?:st|nd|rd|th)?,? (?:\\d{4})`,
  ].join('|'),
  'iu',
);

/** A number with its grouping, a currency before it, `/-` or `%` behind it. */
const NUMBER =
  /^[+-]?\s*(?:(?:\p{Sc}|rs\.?|inr|usd|eur)\s*)?[+-]?(?:\d[\d,. ']*|\.\d+)(?:e\+?\d+)?\s*(?:\p{Sc}|\/-|%)?$/iu;
