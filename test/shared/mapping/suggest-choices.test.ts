import { expect, test } from 'vitest';
import { suggestChoices } from '../../../shared/mapping/suggest-choices.ts';

test.each([
  { values: ['03/04/2026', '13/04/2026'], order: 'day-first', certain: true },
  { values: ['03/04/2026', '04/13/2026'], order: 'month-first', certain: true },
  { values: ['3-4-26', '25.12.26 14:30'], order: 'day-first', certain: true },
  { values: ['३/४/२०२६', '२५/४/२०२६'], order: 'day-first', certain: true },
  { values: ['03/04/2026', '05/06/2026'], order: 'day-first', certain: false },
  { values: ['13/04/2026', '04/13/2026'], order: 'day-first', certain: false },
  { values: ['2026-04-13', '5 Jun 2026', 'yesterday', ''], order: 'day-first', certain: false },
  { values: ['31/31/2026'], order: 'day-first', certain: false },
  { values: [], order: 'day-first', certain: false },
])('reads the dates $values $order (certain: $certain)', ({ values, order, certain }) => {
  const suggested = suggestChoices(values);
  expect(suggested.choices.dateOrder).toBe(order);
  expect(suggested.isDateOrderCertain).toBe(certain);
});

test.each([
  { values: ['1,250,000', '12.5'], mark: 'point', certain: true },
  { values: ['12,50,000'], mark: 'point', certain: true },
  { values: ['₹ 1,20,000.50'], mark: 'point', certain: true },
  { values: ['29.070,50', '9,95'], mark: 'comma', certain: true },
  { values: ['€ 12,5'], mark: 'comma', certain: true },
  { values: ['1.250.000'], mark: 'comma', certain: true },
  { values: ['1,234', '5.678'], mark: 'point', certain: false },
  { values: ['12,50', '12.50'], mark: 'point', certain: false },
  { values: ['1250', ''], mark: 'point', certain: false },
])('reads the numbers $values with a decimal $mark (certain: $certain)', ({ values, mark, certain }) => {
  const suggested = suggestChoices(values);
  expect(suggested.choices.decimalMark).toBe(mark);
  expect(suggested.isDecimalMarkCertain).toBe(certain);
});

test.each([
  { name: 'all of them, where all occur', values: ['MBA; BBA', 'MBA, BBA', 'MBA | BBA'], separators: ',;|' },
  { name: 'all of them, where none occurs', values: ['MBA'], separators: ',;|' },
  {
    name: 'all but one that is rare',
    values: [...Array.from({ length: 30 }, () => 'MBA;BBA'), 'Data, AI; ML'],
    separators: ';|',
  },
])('tags are parted by $name', ({ values, separators }) => {
  expect(suggestChoices(values).choices.tagSeparators).toBe(separators);
});

test('a column of long remarks costs no time', () => {
  const remark = `${'so much to say '.repeat(50_000)}12,50`;
  expect(suggestChoices(Array.from({ length: 20 }, () => remark)).isDecimalMarkCertain).toBe(false);
});
