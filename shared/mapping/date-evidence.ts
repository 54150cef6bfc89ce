import { parseDate } from '../cleaning/parse-date.ts';
import { plainText } from '../cleaning/plain-text.ts';
import type { DateColumn, DateExample } from '../import.ts';
import type { DateOrder } from './mapping.ts';

/** What the values of a column say about the order of day and month, gathered value by value. */
export type DateEvidence = {
  /** Dates whose first number can only be the day: 13/04/2026. */
  readonly dayFirstCount: number;
  /** Dates whose second number can only be the day: 04/13/2026. */
  readonly monthFirstCount: number;
  /** Dates that mean another day in either order: 03/04/2026. */
  readonly eitherCount: number;
  /** Dates that are possible in neither: 31/31/2026. */
  readonly neitherCount: number;
  /** The text of the first date that can be read in both ways, or else of the first date; `null` before any. */
  readonly example: string | null;
};

/** Before the first value. */
export const NO_DATES: DateEvidence = {
  dayFirstCount: 0,
  monthFirstCount: 0,
  eitherCount: 0,
  neitherCount: 0,
  example: null,
};

/**
 * The evidence with one more value. Only dates written with two numbers and a year count; all others (ISO, 5-Jun-25,
 * 03/03/2026) mean the same in both orders and change nothing.
 */
export function withValue(evidence: DateEvidence, text: string): DateEvidence {
  if (text.length < SHORTEST_DATE || text.length > LONGEST_DATE) {
    return evidence;
  }
  const raw = plainText(text);
  const match = TWO_NUMBERS_AND_YEAR.exec(raw);
  if (match === null) {
    return evidence;
  }
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (first <= 12 && second <= 12) {
    return first === second ? evidence : withEither(evidence, raw);
  }
  const example = evidence.example ?? raw;
  if (first > 12 && second > 12) {
    return { ...evidence, neitherCount: evidence.neitherCount + 1, example };
  }
  return first > 12
    ? { ...evidence, dayFirstCount: evidence.dayFirstCount + 1, example }
    : { ...evidence, monthFirstCount: evidence.monthFirstCount + 1, example };
}

/** All values at once. */
export function evidenceOf(values: Iterable<string>): DateEvidence {
  let evidence = NO_DATES;
  for (const value of values) {
    evidence = withValue(evidence, value);
  }
  return evidence;
}

/**
 * The order of a column: month first only where some date cannot be read otherwise and none contradicts. Where dates
 * contradict each other the usual order of India holds, and those that do not fit become problems.
 */
export function orderOf({ dayFirstCount, monthFirstCount }: DateEvidence): DateOrder {
  return monthFirstCount > 0 && dayFirstCount === 0 ? 'month-first' : 'day-first';
}

/** What the Match screen says about a column. */
export function dateColumnOf(columnIndex: number, evidence: DateEvidence): DateColumn {
  const { dayFirstCount, monthFirstCount, eitherCount, example } = evidence;
  const isDecided = dayFirstCount > 0 !== monthFirstCount > 0;
  const hasNothingToDecide = dayFirstCount + monthFirstCount + eitherCount === 0;
  return {
    columnIndex,
    order: orderOf(evidence),
    isCertain: isDecided || hasNothingToDecide,
    example: example === null ? null : exampleOf(example),
  };
}

/** Longer texts are no dates, and the pattern below would be slow on them. */
const LONGEST_DATE = 60;

/** `1/2/26` */
const SHORTEST_DATE = 6;

/** Two numbers and a year, whatever parts them; a time may follow. */
const TWO_NUMBERS_AND_YEAR = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(?:\d{4}|\d{2})(?!\d)/u;

function withEither(evidence: DateEvidence, raw: string): DateEvidence {
  const example = evidence.eitherCount === 0 ? raw : evidence.example;
  return { ...evidence, eitherCount: evidence.eitherCount + 1, example };
}

function exampleOf(raw: string): DateExample {
  return { raw, dayFirstMs: wallMs(raw, 'day-first'), monthFirstMs: wallMs(raw, 'month-first') };
}

function wallMs(raw: string, order: DateOrder): number | null {
  const reading = parseDate(raw, order);
  return reading.kind === 'moment' ? reading.wallMs : null;
}
