import type { DateOrder } from '../mapping/mapping.ts';
import { monthNumber, weekdayNumber } from './month-names.ts';
import { parseTimeOfDay } from './parse-time-of-day.ts';

/** What a text says about a point in time. */
export type DateReading =
  /** A calendar day and time as a clock on the wall shows them. */
  | {
      readonly kind: 'moment';
      /** The wall's reading as if it were UTC, in milliseconds since 1970. */
      readonly wallMs: number;
      /** How far that clock is ahead of UTC; `null` means the clock of the workspace. */
      readonly offsetMs: number | null;
    }
  /** The text has the form of a date, but there is no such day. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'not-understood' };

/** Years outside are typing errors or stand-ins (31/12/9999). */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Two-digit years below it belong to this century: 25 is 2025, 85 is 1985. The same turning point as Windows and Excel. */
const CENTURY_PIVOT = 50;

/** No date in any of the accepted forms is longer. */
const LONGEST_DATE = 80;

const NOT_UNDERSTOOD: DateReading = { kind: 'not-understood' };
const IMPOSSIBLE: DateReading = { kind: 'impossible' };

/** `05/06/2025`, `5-6-25`, `2025-06-05`, and whatever follows. */
const NUMERIC = /^(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,4})(?!\d)(.*)$/su;

/** `05 06 2025`: blanks alone part a date only when its year has four digits. */
const SPACED = /^(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)(.*)$/su;

const WEEKDAY = /^([a-z]{3,9})[,.]?\s+(?=\S)/u;

/** `5 Jun 2025`, `5-Jun-25`, `5th of June, 2025`. */
const DAY_MONTH =
  /^(\d{1,2})(?:\s?(?:st|nd|rd|th))?[\s\-/.,]*(?:of\s+)?([\p{L}\p{M}]{2,12})[\s\-/.,']*(\d{4}|\d{2})(?!\d)(.*)$/su;

/** `June 5, 2025`, `Jun-05-2025`. Not `June 5 14:30`, which has no year. */
const MONTH_DAY =
  /^([\p{L}\p{M}]{2,12})[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,']+(\d{4}|\d{2})(?![\d:])(.*)$/su;

/** `2025-Jun-05`. */
const YEAR_MONTH = /^(\d{4})[\s\-/.]*([\p{L}\p{M}]{2,12})[\s\-/.]*(\d{1,2})(?!\d)(.*)$/su;

/**
 * Reads a date with or without a time, trimmed and with western digits. Where two numbers could be day or month, `order`
 * decides, always; a date that only the other order could explain is `impossible` and never swapped, because the same
 * column would then hold dates in both orders, half of them wrong. A bare number (45678) is no date. A day of the week
 * before the date must be the right one.
 */
export function parseDate(text: string, order: DateOrder): DateReading {
  if (text.length > LONGEST_DATE) {
    return NOT_UNDERSTOOD;
  }
  const lower = text.toLowerCase();
  const leading = WEEKDAY.exec(lower);
  const weekday = leading === null ? null : weekdayNumber(leading[1] ?? '');
  const date = leading === null || weekday === null ? lower : lower.slice(leading[0].length);
  const numeric = NUMERIC.exec(date) ?? SPACED.exec(date);
  return numeric === null ? namedDate(date, weekday) : numericDate(numeric, order, weekday);
}

function numericDate(match: RegExpExecArray, order: DateOrder, weekday: number | null): DateReading {
  const [, first = '', second = '', third = '', rest = ''] = match;
  if (first.length === 4) {
    return third.length > 2 ? NOT_UNDERSTOOD : moment(first, Number(second), Number(third), rest, weekday);
  }
  if (first.length > 2) {
    return NOT_UNDERSTOOD;
  }
  return order === 'day-first'
    ? moment(third, Number(second), Number(first), rest, weekday)
    : moment(third, Number(first), Number(second), rest, weekday);
}

/** Dates whose month is a word. */
function namedDate(date: string, weekday: number | null): DateReading {
  const dayMonth = DAY_MONTH.exec(date);
  if (dayMonth !== null) {
    const [, day = '', month = '', year = '', rest = ''] = dayMonth;
    return moment(year, monthNumber(month), Number(day), rest, weekday);
  }
  const yearMonth = YEAR_MONTH.exec(date);
  if (yearMonth !== null) {
    const [, year = '', month = '', day = '', rest = ''] = yearMonth;
    return moment(year, monthNumber(month), Number(day), rest, weekday);
  }
  const [, month = '', day = '', year = '', rest = ''] = MONTH_DAY.exec(date) ?? [];
  return moment(year, monthNumber(month), Number(day), rest, weekday);
}

function moment(
  yearText: string,
  month: number | null,
  day: number,
  rest: string,
  weekday: number | null,
): DateReading {
  const year = fullYear(yearText);
  const time = timeAfterDate(rest);
  if (year === null || month === null || time === null) {
    return NOT_UNDERSTOOD;
  }
  const midnightMs = Date.UTC(year, month - 1, day);
  const date = new Date(midnightMs);
  if (day === 0 || month === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return IMPOSSIBLE;
  }
  if (weekday !== null && date.getUTCDay() !== weekday) {
    return IMPOSSIBLE;
  }
  return { kind: 'moment', wallMs: midnightMs + time.sinceMidnightMs, offsetMs: time.offsetMs };
}

/** Two digits or four, within the years above; anything else is `null`. */
function fullYear(text: string): number | null {
  const number = Number(text);
  if (text.length === 2) {
    return number < CENTURY_PIVOT ? 2000 + number : 1900 + number;
  }
  return text.length === 4 && number >= FIRST_YEAR && number <= LAST_YEAR ? number : null;
}

const MIDNIGHT = { sinceMidnightMs: 0, offsetMs: null };

/** The zone's name that JavaScript prints behind the offset: `(India Standard Time)`. */
const ZONE_COMMENT = /\s*\([\p{L} ]+\)$/u;

/** A date without a time begins its day. */
function timeAfterDate(rest: string): { sinceMidnightMs: number; offsetMs: number | null } | null {
  if (rest === '') {
    return MIDNIGHT;
  }
  const separator = /^(?:[\s,]*(?:at\s+|t(?=\d)|[-–|]\s+)?\s*)/u.exec(rest)?.[0] ?? '';
  return separator === '' ? null : parseTimeOfDay(rest.slice(separator.length).replace(ZONE_COMMENT, ''));
}
