import { unreachable } from '../../unreachable.ts';
import type { FormatToken } from './number-format.ts';
import { DAY_SECONDS, type SerialMoment } from './serial-moment.ts';

/**
 * A moment as a spreadsheet program shows it in a format, with English names of months and days.
 *
 * @param serial The number of days behind the moment, for hours that go on beyond 24.
 */
export function showMoment(tokens: readonly FormatToken[], moment: SerialMoment, serial: number): string {
  const isTwelveHours = tokens.some(({ kind }) => kind === 'half-day');
  return tokens.map((token) => showToken(token, moment, serial, isTwelveHours)).join('');
}

function showToken(token: FormatToken, moment: SerialMoment, serial: number, isTwelveHours: boolean): string {
  switch (token.kind) {
    case 'literal':
      return token.text;
    case 'moment':
      return showUnit(token.unit, token.length, moment, isTwelveHours);
    case 'elapsed':
      return pad(Math.floor(Math.round(serial * DAY_SECONDS) / SECONDS[token.unit]), token.length);
    case 'half-day':
      return moment.hour < 12 ? token.morning : token.evening;
    case 'decimals':
      return `.${'0'.repeat(token.length)}`;
    case 'point':
      return '.';
    case 'comma':
      return ',';
    case 'digit':
    case 'percent':
    case 'value':
    case 'other':
      return '';
    default:
      return unreachable(token);
  }
}

const SECONDS = { hour: 3600, minute: 60, second: 1 } as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function showUnit(
  unit: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second',
  length: number,
  moment: SerialMoment,
  isTwelveHours: boolean,
): string {
  switch (unit) {
    case 'year':
      return length <= 2 ? pad(moment.year % 100, 2) : pad(moment.year, 4);
    case 'month':
      return length <= 2 ? pad(moment.month, length) : shortened(MONTHS[moment.month - 1], length);
    case 'day':
      return length <= 2 ? pad(moment.day, length) : shortened(DAYS[moment.weekday], length);
    case 'hour':
      return pad(isTwelveHours ? ((moment.hour + 11) % 12) + 1 : moment.hour, length);
    case 'minute':
    case 'second':
      return pad(moment[unit], length);
    default:
      return unreachable(unit);
  }
}

/** `mmm` and `ddd` are three letters, `mmmm` and `dddd` the whole name, `mmmmm` the first letter. */
function shortened(name: string | undefined, length: number): string {
  if (length === 5) {
    return name?.slice(0, 1) ?? '';
  }
  return (length === 3 ? name?.slice(0, 3) : name) ?? '';
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
