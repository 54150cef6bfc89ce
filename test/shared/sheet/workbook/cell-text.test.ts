import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../../shared/cleaning/parse-date.ts';
import { builtinFormat } from '../../../../shared/sheet/workbook/builtin-formats.ts';
import { isoDateText, numberText } from '../../../../shared/sheet/workbook/cell-text.ts';
import { plainNumber } from '../../../../shared/sheet/workbook/plain-number.ts';

describe('plain numbers', () => {
  test.each([
    { value: 0, text: '0' },
    { value: -0, text: '0' },
    { value: 919_876_543_210, text: '919876543210', why: 'a phone' },
    { value: 9.1987654321e11, text: '919876543210', why: 'a phone in the scientific notation of the file' },
    { value: 999_999_999_999_999, text: '999999999999999', why: 'fifteen digits are all kept' },
    { value: -12, text: '-12' },
    { value: 0.1 + 0.2, text: '0.3', why: 'people see fifteen digits' },
    { value: 19.989_999_999_999_998, text: '19.99' },
    { value: 1_234.5, text: '1234.5' },
    { value: 0.000_001_5, text: '0.0000015' },
    { value: 1.5e-10, text: '0.00000000015', why: 'never scientific' },
    { value: -2.5e-7, text: '-0.00000025' },
    { value: 1e15, text: '1E+15', why: 'sixteen digits: the last may be lost' },
    { value: 919_876_543_210_123_000, text: '9.19876543210123E+17', why: 'eighteen digits: three are lost' },
    { value: -1.5e20, text: '-1.5E+20' },
    { value: 999_999_999_999_999.9, text: '1E+15' },
    { value: Number.POSITIVE_INFINITY, text: '#NUM!' },
  ])('$value is $text', ({ value, text }) => {
    expect(plainNumber(value)).toBe(text);
  });
});

const APRIL_3 = 46_115;
const HALF_PAST_TWO = 14.5 / 24;

/** `shown` is left out where it is the text itself. */
const NUMBERS: readonly { format: string; raw: number; text: string; shown?: string }[] = [
  // What the format says about the value.
  { format: '00000', raw: 1234, text: '01234' },
  { format: '0000000000', raw: 123_456_789, text: '0123456789' },
  { format: '00000', raw: 1_234_567, text: '1234567' },
  { format: '00000', raw: 12.5, text: '12.5', shown: '00013' },
  { format: '+91 00000 00000', raw: 9_876_543_210, text: '+91 98765 43210' },
  { format: '"+91 "0', raw: 9_876_543_210, text: '+91 9876543210' },
  { format: '[<=9999999]###-####;(###) ###-####', raw: 5_551_234, text: '555-1234' },
  { format: '[<=9999999]###-####;(###) ###-####', raw: 2_125_551_234, text: '(212) 555-1234' },
  { format: '0%', raw: 0.12, text: '12%' },
  { format: '0.00%', raw: 0.125, text: '12.5%', shown: '12.50%' },
  { format: '0%', raw: 0.075, text: '7.5%', shown: '8%' },
  { format: '0%', raw: 0.29, text: '29%' },
  // What is only for the eye.
  { format: '#,##0.00', raw: 1_234_567.891, text: '1234567.891', shown: '1,234,567.89' },
  { format: '"₹"#,##0', raw: 222_000, text: '222000', shown: '₹222,000' },
  { format: '[$₹-4009] #,##0.00', raw: 500, text: '500', shown: '₹ 500.00' },
  {
    format: '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0',
    raw: 12_345_678,
    text: '12345678',
    shown: '1,23,45,678',
  },
  {
    format: '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0',
    raw: 250_000,
    text: '250000',
    shown: '2,50,000',
  },
  { format: '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0', raw: 900, text: '900' },
  { format: '$#,##0_);[Red]($#,##0)', raw: -1500, text: '-1500', shown: '($1,500)' },
  { format: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', raw: 0, text: '0', shown: '-' },
  { format: '0.00E+00', raw: 919_876_543_210, text: '919876543210' },
  { format: '# ?/?', raw: 0.5, text: '0.5' },
  { format: '0,', raw: 12_345, text: '12345', shown: '12' },
  { format: '0', raw: 19.989_999_999_999_998, text: '19.99', shown: '20' },
  { format: '@', raw: 9_876_543_210, text: '9876543210' },
  { format: '0', raw: 919_876_543_210_123_000, text: '9.19876543210123E+17' },
  { format: '00000', raw: 1_234_567_890_123_456, text: '1.23456789012346E+15' },
  // Dates in every order come out in one.
  { format: 'dd-mmm-yy', raw: APRIL_3, text: '2026-04-03', shown: '03-Apr-26' },
  { format: '[$-409]d/m/yyyy', raw: APRIL_3, text: '2026-04-03', shown: '3/4/2026' },
  { format: 'm/d/yy', raw: APRIL_3, text: '2026-04-03', shown: '4/3/26' },
  { format: 'yyyy-mm-dd;@', raw: APRIL_3, text: '2026-04-03' },
  {
    format: '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    raw: APRIL_3,
    text: '2026-04-03',
    shown: 'Friday, April 03, 2026',
  },
  { format: 'yyyy"年"m"月"d"日"', raw: APRIL_3, text: '2026-04-03', shown: '2026年4月3日' },
  { format: 'mmm-yy', raw: APRIL_3, text: '2026-04-03', shown: 'Apr-26' },
  { format: 'DD/MM/YYYY', raw: APRIL_3 + HALF_PAST_TWO, text: '2026-04-03', shown: '03/04/2026' },
  {
    format: 'd/m/yyyy h:mm',
    raw: APRIL_3 + HALF_PAST_TWO,
    text: '2026-04-03 14:30:00',
    shown: '3/4/2026 14:30',
  },
  {
    format: 'dd-mm-yyyy hh:mm:ss AM/PM',
    raw: APRIL_3 + HALF_PAST_TWO,
    text: '2026-04-03 14:30:00',
    shown: '03-04-2026 02:30:00 PM',
  },
  { format: 'd/m/yyyy h:mm', raw: APRIL_3, text: '2026-04-03 00:00:00', shown: '3/4/2026 0:00' },
  { format: 'd/m/yyyy h:mm', raw: APRIL_3 - 0.000_001, text: '2026-04-03 00:00:00', shown: '3/4/2026 0:00' },
  // Times and durations.
  { format: 'h:mm', raw: HALF_PAST_TWO, text: '14:30' },
  { format: 'h:mm AM/PM', raw: 0.25, text: '06:00', shown: '6:00 AM' },
  { format: 'h:mm AM/PM', raw: 0, text: '00:00', shown: '12:00 AM' },
  { format: 'hh:mm:ss', raw: HALF_PAST_TWO + 5 / 86_400, text: '14:30:05' },
  { format: 'mm:ss', raw: 65 / 86_400, text: '00:01:05', shown: '01:05' },
  { format: '[h]:mm', raw: 1.5, text: '36:00' },
  { format: '[hh]:mm:ss', raw: 100 / 24 + 5 / 86_400, text: '100:00:05' },
  // The first two months of 1900, as Excel counts them.
  { format: 'yyyy-mm-dd', raw: 1, text: '1900-01-01' },
  { format: 'yyyy-mm-dd', raw: 59, text: '1900-02-28' },
  { format: 'yyyy-mm-dd', raw: 60, text: '1900-02-29' },
  { format: 'yyyy-mm-dd', raw: 61, text: '1900-03-01' },
  { format: 'dddd', raw: 1, text: '1900-01-01', shown: 'Sunday' },
  { format: 'yyyy-mm-dd', raw: 0, text: '1900-01-00' },
  { format: 'yyyy-mm-dd', raw: 2_958_465, text: '9999-12-31' },
  // What cannot be a date is a number, whatever the column was formatted as.
  { format: 'dd-mmm-yy', raw: 9_876_543_210, text: '9876543210' },
  { format: 'dd-mmm-yy', raw: -1, text: '-1' },
  { format: 'h:mm', raw: -0.5, text: '-0.5' },
  // Formats that only look like dates.
  { format: '"day" 0', raw: 5, text: '5', shown: 'day 5' },
  { format: '[Red]0.0', raw: 5, text: '5', shown: '5.0' },
  { format: '[Magenta][<100]0.0', raw: 5, text: '5', shown: '5.0' },
  { format: 'Rs.#,##0', raw: 5000, text: '5000', shown: 'Rs.5,000' },
  { format: '0\\d', raw: 5, text: '5', shown: '5d' },
  { format: '0.0 "km/h"', raw: 5, text: '5', shown: '5.0 km/h' },
  { format: 'General', raw: 12.5, text: '12.5' },
  { format: 'General" days"', raw: 12.5, text: '12.5', shown: '12.5 days' },
  { format: '[Red]General', raw: 12.5, text: '12.5' },
  { format: '', raw: 12.5, text: '12.5' },
];

test.each(NUMBERS)('$raw in the format $format reads $text', ({ format, raw, text, shown }) => {
  const cell = numberText(format, 1900)(raw);
  expect(cell.text).toBe(text);
  const differs = text !== String(raw) || (shown ?? text) !== text;
  expect(cell.origin).toEqual(differs ? { raw, format, shown: shown ?? text } : null);
});

test('asking again gives the same answer', () => {
  const toText = numberText('dd-mmm-yy', 1900);
  expect(toText(APRIL_3)).toEqual(toText(APRIL_3));
});

test.each([
  { raw: 0, text: '1904-01-01' },
  { raw: APRIL_3 - 1462, text: '2026-04-03' },
  { raw: -1, text: '-1' },
])('day $raw of a workbook that counts from 1904 is $text', ({ raw, text }) => {
  expect(numberText('yyyy-mm-dd', 1904)(raw).text).toBe(text);
});

test.each([
  { id: 0, raw: 12, text: '12' },
  { id: 9, raw: 0.12, text: '12%' },
  { id: 14, raw: APRIL_3, text: '2026-04-03' },
  { id: 17, raw: APRIL_3, text: '2026-04-03' },
  { id: 20, raw: 0.5, text: '12:00' },
  { id: 22, raw: APRIL_3 + 0.5, text: '2026-04-03 12:00:00' },
  { id: 30, raw: APRIL_3, text: '2026-04-03' },
  { id: 33, raw: 0.5, text: '12:00' },
  { id: 44, raw: 5, text: '5' },
  { id: 46, raw: 1.5, text: '36:00' },
])('built-in format $id shows $raw as $text', ({ id, raw, text }) => {
  expect(numberText(builtinFormat(id) ?? '', 1900)(raw).text).toBe(text);
});

test('an id without a meaning has no format', () => {
  expect(builtinFormat(26)).toBeNull();
  expect(builtinFormat(163)).toBeNull();
});

test('the short date of the computer, whose order the file does not know, is shown without order', () => {
  expect(numberText(builtinFormat(14) ?? '', 1900)(APRIL_3).origin?.shown).toBe('2026-04-03');
});

test.each([
  { iso: '2026-04-03', text: '2026-04-03' },
  { iso: '2026-04-03T00:00:00', text: '2026-04-03' },
  { iso: '2026-04-03T14:30:00Z', text: '2026-04-03 14:30:00' },
  { iso: '2026-04-03T14:30:05.250', text: '2026-04-03 14:30:05' },
  { iso: '2026-04-03T14:30', text: '2026-04-03 14:30:00' },
  { iso: 'T14:30:00', text: '14:30' },
  { iso: '14:30:05', text: '14:30:05' },
  { iso: 'soon', text: 'soon' },
  { iso: '', text: '' },
])('the ISO date $iso reads $text', ({ iso, text }) => {
  const cell = isoDateText(iso);
  expect(cell.text).toBe(text);
  expect(cell.origin).toEqual(text === iso ? null : { raw: iso, format: 'ISO 8601', shown: text });
});

test('every date that comes out is understood by the cleaning of dates, in either order', () => {
  for (const raw of [61, 366, 36_525, APRIL_3, APRIL_3 + HALF_PAST_TWO, 73_000]) {
    for (const format of ['d/m/yyyy', 'd/m/yyyy h:mm']) {
      const { text } = numberText(format, 1900)(raw);
      const wallMs = (Math.floor(raw) - 25_569 + (format === 'd/m/yyyy' ? 0 : raw % 1)) * 86_400_000;
      for (const order of ['day-first', 'month-first'] as const) {
        expect(parseDate(text, order)).toMatchObject({
          kind: 'moment',
          wallMs: Math.round(wallMs / 1000) * 1000,
        });
      }
    }
  }
});
