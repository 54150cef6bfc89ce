import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateCleaner } from '../../../shared/cleaning/clean-date.ts';
import { plainText } from '../../../shared/cleaning/plain-text.ts';
import { parseDate } from '../../../shared/cleaning/parse-date.ts';
import { quickDate } from '../../../shared/cleaning/quick-date.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = dateCleaner({ dateOrder: 'day-first', timeZone: 'Asia/Kolkata' });
const cleanMonthFirst = dateCleaner({ dateOrder: 'month-first', timeZone: 'Asia/Kolkata' });

const NOT = 'date-not-understood';
const IMPOSSIBLE = 'date-impossible';

/** A result with dates as ISO text on India's clock, so that a table can be read. */
const onIndianClock = (result: unknown): unknown =>
  typeof result === 'number' ? new Date(result + 19_800_000).toISOString().replace('.000Z', '') : result;

describe('dates as people write them, day first', () => {
  test.each([
    // Spellings of the sample of messy leads.
    ['9 Dec 2026', '2026-12-09T00:00:00', 'a month by name'],
    ['13/11/2026', '2026-11-13T00:00:00', 'slashes'],
    ['09/07/2024', '2024-07-09T00:00:00', 'day first, always'],
    ['22-7-24', '2024-07-22T00:00:00', 'two-digit year'],
    ['9-3-25', '2025-03-09T00:00:00', 'no leading zeros'],
    ['2026-12-24', '2026-12-24T00:00:00', 'year first'],
    ['14/07/2026 14:30', '2026-07-14T14:30:00', 'with a time'],
    ['31/02/2025', IMPOSSIBLE, 'no such day'],
    ['yesterday', NOT, 'a word'],
    ['', 'empty', 'an empty cell'],
    // Other forms.
    ['05.06.2025', '2025-06-05T00:00:00', 'dots'],
    ['5 / 6 / 2025', '2025-06-05T00:00:00', 'blanks around slashes'],
    ['05 06 2025', '2025-06-05T00:00:00', 'only blanks'],
    ['2025/6/5', '2025-06-05T00:00:00', 'year first with slashes'],
    ['5-Jun-25', '2025-06-05T00:00:00', "Excel's own form"],
    ['05Jun2025', '2025-06-05T00:00:00', 'nothing between'],
    ['5 JUNE 2025', '2025-06-05T00:00:00', 'capitals'],
    ['5th June, 2025', '2025-06-05T00:00:00', 'an ordinal'],
    ['1st of July 2025', '2025-07-01T00:00:00', 'an ordinal with of'],
    ['June 5, 2025', '2025-06-05T00:00:00', 'month first by name'],
    ['Jun-05-2025', '2025-06-05T00:00:00', 'month first by name'],
    ['Sept 5 2025', '2025-09-05T00:00:00', 'a longer abbreviation'],
    ['2025-Jun-05', '2025-06-05T00:00:00', 'year first by name'],
    ['5 जून 2025', '2025-06-05T00:00:00', 'Hindi month'],
    ['१५ अगस्त २०२५', '2025-08-15T00:00:00', 'Hindi throughout'],
    ['०५/०६/२०२५', '2025-06-05T00:00:00', 'Devanagari digits'],
    ['Thu, 5 Jun 2025', '2025-06-05T00:00:00', 'the right day of the week'],
    ['Thursday 05/06/2025', '2025-06-05T00:00:00', 'the right day of the week'],
    ["'05/06/2025", '2025-06-05T00:00:00', "Excel's apostrophe"],
    ['05/06/2025\u200e', '2025-06-05T00:00:00', 'a direction mark'],
    ['29/02/2024', '2024-02-29T00:00:00', 'a leap day'],
    ['5/6/49', '2049-06-05T00:00:00', 'the last two-digit year of this century'],
    ['5/6/50', '1950-06-05T00:00:00', 'the first two-digit year of the last century'],
    ['15/8/1985', '1985-08-15T00:00:00', 'a birthday'],
    ['31/12/2200', '2200-12-31T00:00:00', 'the last day that is read'],
    // Times.
    ['14/07/2026 14:30:15', '2026-07-14T14:30:15', 'seconds'],
    ['14/07/2026 9:05', '2026-07-14T09:05:00', 'an hour of one digit'],
    ['14/07/2026 2:30 pm', '2026-07-14T14:30:00', 'afternoon'],
    ['14/07/2026 2:30PM', '2026-07-14T14:30:00', 'afternoon without a blank'],
    ['14/07/2026, 2.30 p.m.', '2026-07-14T14:30:00', 'a dot in the time'],
    ['14/07/2026 12:15 am', '2026-07-14T00:15:00', 'after midnight'],
    ['14/07/2026 12:15 pm', '2026-07-14T12:15:00', 'after noon'],
    ['14/07/2026 14:30 PM', '2026-07-14T14:30:00', 'an hour that needs no pm'],
    ['14/07/2026 at 5pm', '2026-07-14T17:00:00', 'only the hour'],
    ['14/07/2026 - 14:30', '2026-07-14T14:30:00', 'a dash before the time'],
    ['5 Jun 2025 14:30', '2025-06-05T14:30:00', 'a name and a time'],
    ['2025-06-05T14:30', '2025-06-05T14:30:00', 'ISO on the clock of the workspace'],
    ['2025-06-05T09:00:00Z', '2025-06-05T14:30:00', 'ISO in UTC'],
    ['2025-06-05T09:00:00.250Z', '2025-06-05T14:30:00.250Z', 'ISO with milliseconds'],
    ['2025-06-05T14:30:00+05:30', '2025-06-05T14:30:00', 'ISO with an offset'],
    ['2025-06-05T05:00:00-0400', '2025-06-05T14:30:00', 'ISO with an offset without colon'],
    ['05/06/2025 14:30 IST', '2025-06-05T14:30:00', 'Indian time'],
    ['05/06/2025 09:00 GMT', '2025-06-05T14:30:00', 'Greenwich time'],
    ['Thu Jun 05 2025 14:30:00 GMT+0530 (India Standard Time)', '2025-06-05T14:30:00', 'as scripts print it'],
    ['1749114000000', '2025-06-05T14:30:00', 'milliseconds since 1970'],
    // Impossible.
    ['31/04/2025', IMPOSSIBLE, 'April has thirty days'],
    ['29/02/2025', IMPOSSIBLE, 'no leap year'],
    ['29 Feb 1900', IMPOSSIBLE, 'no leap year, whatever Excel says'],
    ['05/25/2025', IMPOSSIBLE, 'possible only month first: never swapped'],
    ['2025-13-05', IMPOSSIBLE, 'no thirteenth month'],
    ['2025-25-12', IMPOSSIBLE, 'year, day, month is no order'],
    ['00/06/2025', IMPOSSIBLE, 'no day zero'],
    ['32 Jan 2025', IMPOSSIBLE, 'no day 32'],
    ['Fri, 5 Jun 2025', IMPOSSIBLE, 'it was a Thursday'],
    // Not understood.
    ['soon', NOT, 'a word'],
    ['45678', NOT, "Excel's count of days"],
    ['45678.5', NOT, "Excel's count of days"],
    ['20250605', NOT, 'eight digits in which order?'],
    ['919876512345', NOT, 'a phone number'],
    ['9876512345', NOT, 'a phone number'],
    ['8876512345123', NOT, 'milliseconds of a year too far'],
    ['5 June', NOT, 'no year'],
    ['June 2025', NOT, 'no day'],
    ['5/6', NOT, 'no year'],
    ['5/6/5', NOT, 'a year of one digit'],
    ['5/6/205', NOT, 'a year trimmed'],
    ['05 06 25', NOT, 'three numbers'],
    ['31/12/9999', NOT, 'a stand-in year'],
    ['01/01/1899', NOT, 'before any lead'],
    ['00/00/0000', NOT, "a database's zero"],
    ['5 Foo 2025', NOT, 'no month'],
    ['14:30', NOT, 'only a time'],
    ['05/06/2025 24:00', NOT, 'no such hour'],
    ['05/06/2025 14:60', NOT, 'no such minute'],
    ['05/06/2025 14:30 am', NOT, 'contradicts itself'],
    ['05/06/2025 14', NOT, 'an hour or what?'],
    ['05/06/2025 or later', NOT, 'a remark'],
    ['05/06/2025 - 07/06/2025', NOT, 'a range'],
    ['5/6/2025'.repeat(20), NOT, 'far too long'],
    ['NA', 'empty', 'a stand-in for nothing'],
    ['—', 'empty', 'a dash'],
    ['nil', 'empty', 'a stand-in for nothing'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(onIndianClock(shown(clean(text)))).toEqual(expected);
  });
});

describe('month first', () => {
  test.each([
    ['05/25/2025', '2025-05-25T00:00:00'],
    ['03/04/2026', '2026-03-04T00:00:00'],
    ['3-4-26', '2026-03-04T00:00:00'],
    ['25/05/2025', IMPOSSIBLE],
    ['2026-04-03', '2026-04-03T00:00:00'],
    ['4 Mar 2026', '2026-03-04T00:00:00'],
    ['03/04/2026 14:30', '2026-03-04T14:30:00'],
  ])('%j becomes %j', (text, expected) => {
    expect(onIndianClock(shown(cleanMonthFirst(text)))).toEqual(expected);
  });
});

describe('the clock of the workspace', () => {
  test.each([
    ['Asia/Kolkata', '05/06/2025', '2025-06-04T18:30:00.000Z', 'five and a half hours ahead'],
    ['Asia/Kathmandu', '05/06/2025', '2025-06-04T18:15:00.000Z', 'five and three quarter hours ahead'],
    ['UTC', '05/06/2025 14:30', '2025-06-05T14:30:00.000Z', 'no offset'],
    ['America/New_York', '05/01/2025', '2025-01-05T05:00:00.000Z', 'winter'],
    ['America/New_York', '05/07/2025', '2025-07-05T04:00:00.000Z', 'summer'],
    ['America/New_York', '09/03/2025 02:30', '2025-03-09T07:30:00.000Z', 'skipped: moved on by the gap'],
    ['America/New_York', '02/11/2025 01:30', '2025-11-02T05:30:00.000Z', 'twice: the first time'],
    ['America/New_York', '02/11/2025 03:00', '2025-11-02T08:00:00.000Z', 'after clocks were set back'],
    ['Europe/London', '30/03/2025', '2025-03-30T00:00:00.000Z', 'the day of the change'],
    [
      'Africa/Cairo',
      '25/04/2025',
      '2025-04-24T22:00:00.000Z',
      'a day whose midnight is skipped begins at one',
    ],
    ['Pacific/Apia', '30/12/2011', '2011-12-30T10:00:00.000Z', 'a day that was skipped whole'],
    ['Asia/Kolkata', '01/07/1943', '1943-06-30T17:30:00.000Z', 'India in wartime was one hour further'],
    ['Africa/Casablanca', '15/03/2025', '2025-03-15T00:00:00.000Z', 'Ramadan'],
    ['Africa/Casablanca', '15/05/2025', '2025-05-14T23:00:00.000Z', 'after Ramadan'],
  ])('in %s, %j begins at %s (%s)', (timeZone, text, expected) => {
    const result = shown(dateCleaner({ dateOrder: 'day-first', timeZone })(text));
    expect(new Date(Number(result)).toISOString()).toBe(expected);
  });

  test('an unknown time zone is refused at once and not for every cell', () => {
    expect(() => dateCleaner({ dateOrder: 'day-first', timeZone: 'Asia/Kolkatta' })).toThrow(RangeError);
  });
});

describe('laws', () => {
  const anyMoment = fc.date({
    min: new Date('1946-01-01'),
    max: new Date('2199-12-30'),
    noInvalidDate: true,
  });

  test('a moment printed as ISO comes back as itself', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(shown(clean(moment.toISOString()))).toBe(moment.getTime());
      }),
      { numRuns: 1000 },
    );
  });

  test('a day comes back the same from every form', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const [year = '', month = '', day = ''] = moment.toISOString().slice(0, 10).split('-');
        const name = moment.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
        const forms = [
          `${day}/${month}/${year}`,
          `${Number(day)}-${Number(month)}-${year}`,
          `${year}-${month}-${day}`,
          `${day} ${name} ${year}`,
          `${name} ${Number(day)}, ${year}`,
        ];
        const midnight = Date.parse(`${year}-${month}-${day}T00:00:00+05:30`);
        expect(forms.map((form) => shown(clean(form)))).toEqual(forms.map(() => midnight));
        expect(shown(cleanMonthFirst(`${month}/${day}/${year}`))).toBe(midnight);
      }),
      { numRuns: 1000 },
    );
  });

  test('the fast path answers what the complete reading answers', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    const likely = fc.integer({ min: 0, max: 31 }).map((number) => String(number).padStart(2, '0'));
    const year = fc.oneof(fc.integer({ min: 1895, max: 2205 }).map(String), fc.constantFrom('0025', '9999'));
    const time = fc.tuple(
      fc.constantFrom('', ' ', 'T'),
      two,
      fc.constantFrom(':', '.'),
      two,
      fc.constantFrom('', ':07', 'Z'),
    );
    const slashed = fc.tuple(likely, likely, year).map((parts) => parts.join('/'));
    const dashed = fc.tuple(year, likely, likely).map((parts) => parts.join('-'));
    const text = fc
      .tuple(
        fc.oneof(slashed, dashed),
        fc.oneof(
          fc.constant(''),
          time.map((parts) => parts.join('')),
        ),
      )
      .map((parts) => parts.join(''));
    let taken = 0;
    fc.assert(
      fc.property(text, fc.constantFrom('day-first' as const, 'month-first' as const), (date, order) => {
        const wallMs = quickDate(date, order);
        if (!Number.isNaN(wallMs)) {
          taken++;
          expect(parseDate(plainText(date), order)).toEqual({ kind: 'moment', wallMs, offsetMs: null });
        }
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  test('what comes out lies between 1899 and 2201, and from September 2001 on cleaning it again changes nothing', () => {
    const likely = textOf('0123456789/-.: TZJunअगस्तpm,');
    fc.assert(
      fc.property(fc.oneof(anyUnits(), likely), (text) => {
        const result = clean(text);
        if (result.kind === 'value') {
          const value = Number(result.value);
          expect(Number.isInteger(value)).toBe(true);
          expect(Math.abs(value - Date.UTC(2050, 0, 1))).toBeLessThan(151 * 366 * 86_400_000);
          expect(shown(clean(value >= 1e12 ? String(value) : new Date(value).toISOString()))).toBe(value);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
