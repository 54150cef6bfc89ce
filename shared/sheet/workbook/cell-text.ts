import { unreachable } from '../../unreachable.ts';
import type { CellOrigin } from '../sheet.ts';
import { parseNumberFormat, type FormatToken, type NumberFormat } from './number-format.ts';
import { plainNumber } from './plain-number.ts';
import { DAY_SECONDS, serialMoment, type DateSystem, type SerialMoment } from './serial-moment.ts';
import { showMoment } from './show-moment.ts';
import { chooseSection, showNumber } from './show-number.ts';

/** What a cell of a workbook hands on. */
export type CellText = {
  /** For the pipeline; see `numberText`. */
  readonly text: string;
  /** Where the file's value or what the spreadsheet program shows is not `text` itself. */
  readonly origin: CellOrigin | null;
};

/** Makes the texts of the numbers of one format. */
export type NumberText = (value: number) => CellText;

/**
 * How numbers in a format become cells.
 *
 * [Note: What a number's cell says] What people see, as far as it is the value, in the form that nobody can misread:
 * dates as `2026-04-03` or `2026-04-03 14:30:00` whichever order the format shows, times as `14:30`, `12%`, and the zeros and
 * signs of a pattern such as `00000`. Grouping, currencies and rounding for the eye are left out, because cleaning wants the
 * number; what was shown is kept as the cell's origin. So cleaning needs the text alone, and reads a workbook and a text
 * file by one set of rules: a phone shown as `9.19877E+11` has all its digits, a day shown as `5-Jun` its year, `₹1,200.00`
 * is 1200, and `12.5%` keeps its sign, because only the user can say whether a number field wants 12.5 or 0.125.
 *
 * @param code The number format.
 */
export function numberText(code: string, system: DateSystem): NumberText {
  const format = parseNumberFormat(code);
  if (format.kind === 'general') {
    return (value) => plainCell(value, code);
  }
  const known = new Map<number, CellText>();
  return (value) => {
    const result = known.get(value);
    if (result !== undefined) {
      return result;
    }
    const fresh = withOrigin(value, format, textOf(value, format, system), shownText(value, format, system));
    if (known.size < MOST_ENTRIES) {
      known.set(value, fresh);
    }
    return fresh;
  };
}

/** A cell that holds an ISO date (`t="d"`), as some programs save them: `2026-04-03T14:30:00`. */
export function isoDateText(iso: string): CellText {
  const [, date = '', time] =
    /^(?:(\d{4}-\d\d-\d\d)T?)?(?:T?(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?Z?$/u.exec(iso) ?? [];
  if (date === '' && time === undefined) {
    return { text: iso, origin: null };
  }
  const text = isoText(date, time ?? '00:00');
  return { text, origin: text === iso ? null : { raw: iso, format: 'ISO 8601', shown: text } };
}

/** Enough for every day of ten years; beyond it a column is not repetitive. */
const MOST_ENTRIES = 4096;

/** Without what is zero: seconds of a time, the time of a date. */
function isoText(date: string, time: string): string {
  const short = time.length > 5 && time.endsWith(':00') ? time.slice(0, 5) : time;
  if (date === '') {
    return short;
  }
  return short === '00:00' ? date : `${date} ${time.length === 5 ? `${time}:00` : time}`;
}

function plainCell(value: number, format: string): CellText {
  if (Number.isSafeInteger(value) && value < 1e15 && value > 0) {
    return { text: String(value), origin: null };
  }
  const text = plainNumber(value);
  // Only where digits beyond the fifteenth were rounded away, or lost before, is there more to say than the text.
  return { text, origin: text === String(value) ? null : { raw: value, format, shown: text } };
}

function withOrigin(value: number, { code }: NumberFormat, text: string, shown: string): CellText {
  const isAsStored = text === shown && text === String(value);
  return { text, origin: isAsStored ? null : { raw: value, format: code, shown } };
}

function textOf(value: number, format: NumberFormat, system: DateSystem): string {
  switch (format.kind) {
    case 'general':
    case 'number':
      return plainNumber(value);
    case 'percent':
      return `${plainNumber(Number((value * 100).toPrecision(15)))}%`;
    case 'mask':
      return Number.isInteger(value) && Math.abs(value) < 1e15
        ? showNumber(format, value).trim()
        : plainNumber(value);
    case 'duration':
      return value >= 0 && value < MOST_DAYS ? durationText(value) : plainNumber(value);
    case 'date':
    case 'date-time':
    case 'time': {
      const moment = serialMoment(value, system);
      return moment === null ? plainNumber(value) : momentText(moment, format.kind);
    }
    default:
      return unreachable(format.kind);
  }
}

/** The last day of 9999. */
const MOST_DAYS = 2_958_466;

function momentText(moment: SerialMoment, kind: 'date' | 'date-time' | 'time'): string {
  const date = `${digits(moment.year, 4)}-${digits(moment.month, 2)}-${digits(moment.day, 2)}`;
  const minutes = `${digits(moment.hour, 2)}:${digits(moment.minute, 2)}`;
  switch (kind) {
    case 'date':
      return date;
    case 'date-time':
      return `${date} ${minutes}:${digits(moment.second, 2)}`;
    case 'time':
      return moment.second === 0 ? minutes : `${minutes}:${digits(moment.second, 2)}`;
    default:
      return unreachable(kind);
  }
}

function durationText(days: number): string {
  const total = Math.round(days * DAY_SECONDS);
  const minutes = `${digits(Math.floor(total / 3600), 2)}:${digits(Math.floor(total / 60) % 60, 2)}`;
  return total % 60 === 0 ? minutes : `${minutes}:${digits(total % 60, 2)}`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function shownText(value: number, format: NumberFormat, system: DateSystem): string {
  switch (format.kind) {
    case 'general':
    case 'number':
    case 'percent':
    case 'mask':
      return showNumber(format, value).trim();
    case 'date':
    case 'date-time':
    case 'time':
    case 'duration': {
      const moment = serialMoment(value, system);
      const { tokens } = chooseSection(format, value);
      return moment === null ? plainNumber(value) : showMoment(momentTokens(tokens, format), moment, value);
    }
    default:
      return unreachable(format.kind);
  }
}

/** The second section of a date's format is mostly `@`, for text: a number is then shown by the first. */
function momentTokens(tokens: readonly FormatToken[], format: NumberFormat): readonly FormatToken[] {
  const showsMoment = tokens.some(({ kind }) => kind === 'moment' || kind === 'elapsed');
  return showsMoment ? tokens : (format.sections[0]?.tokens ?? tokens);
}
