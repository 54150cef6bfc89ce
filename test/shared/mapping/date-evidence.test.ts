import { expect, test } from 'vitest';
import { dateColumnOf, evidenceOf, NO_DATES, withValue } from '../../../shared/mapping/date-evidence.ts';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);

test.each([
  {
    name: 'one date that only fits day first decides for all',
    values: ['03/04/2026', '01/02/2026', '13/04/2026'],
    expected: { order: 'day-first', isCertain: true },
  },
  {
    name: 'one date that only fits month first decides for all',
    values: ['03/04/2026', '04/13/2026 14:30', '01/02/2026'],
    expected: { order: 'month-first', isCertain: true },
  },
  {
    name: 'dates that fit both orders leave a doubt',
    values: ['03/04/2026', '05/06/2026'],
    expected: { order: 'day-first', isCertain: false },
  },
  {
    name: 'dates that contradict each other keep the usual order, and are shown',
    values: ['13/04/2026', '04/13/2026'],
    expected: { order: 'day-first', isCertain: false },
  },
  {
    name: 'dates with equal numbers mean the same in both orders',
    values: ['03/03/2026', '4.4.26'],
    expected: { order: 'day-first', isCertain: true, example: null },
  },
  {
    name: 'dates in other forms need no order',
    values: ['2026-04-03', '5-Jun-25', '45678', '', '919876543210'],
    expected: { order: 'day-first', isCertain: true, example: null },
  },
  {
    name: 'impossible dates decide nothing',
    values: ['31/31/2026'],
    expected: { order: 'day-first', isCertain: true },
  },
  {
    name: 'digits of any script count',
    values: ['०४/१३/२०२६'],
    expected: { order: 'month-first', isCertain: true },
  },
])('$name', ({ values, expected }) => {
  expect(dateColumnOf(2, evidenceOf(values))).toMatchObject({ columnIndex: 2, ...expected });
});

test('the example is the first date that could be read in both ways, as each order reads it', () => {
  const evidence = evidenceOf(['25/12/2025', ' 03-04-26 ', '05/06/2026']);
  expect(dateColumnOf(0, evidence).example).toEqual({
    raw: '03-04-26',
    dayFirstMs: day(2026, 4, 3),
    monthFirstMs: day(2026, 3, 4),
  });
  expect(dateColumnOf(0, evidenceOf(['25/12/2025'])).example).toEqual({
    raw: '25/12/2025',
    dayFirstMs: day(2025, 12, 25),
    monthFirstMs: null,
  });
});

test('the order in which the values come changes nothing but the example', () => {
  const values = ['03/04/2026', '13/04/2026', '04/14/2026', '31/31/2026', 'later'];
  const { example: one, ...counts } = evidenceOf(values);
  const { example: other, ...countsBackwards } = evidenceOf(values.toReversed());
  expect(countsBackwards).toEqual(counts);
  expect(counts).toEqual({ dayFirstCount: 1, monthFirstCount: 1, eitherCount: 1, neitherCount: 1 });
  expect([one, other]).toEqual(['03/04/2026', '03/04/2026']);
});

test('a long remark costs no time and says nothing', () => {
  expect(withValue(NO_DATES, `03/04/2026 ${'and so on '.repeat(100_000)}`)).toBe(NO_DATES);
});
