import { expect, test } from 'vitest';
import { correctDateOrders, keepCorrectedOrders } from '../../../shared/mapping/correct-date-orders.ts';
import { DEFAULT_CHOICES, type DateOrder, type Mapping } from '../../../shared/mapping/mapping.ts';

function mapping(...columns: readonly (readonly [DateOrder, 'suggested' | 'chosen'])[]): Mapping {
  return {
    extras: [],
    joins: [],
    constants: [],
    actions: [],
    duplicates: 'last-wins',
    columns: columns.map(([dateOrder, origin], columnIndex) => ({
      columnIndex,
      heading: `Date ${columnIndex}`,
      target: { kind: 'field', apiName: `date_${columnIndex}` },
      origin,
      choices: { ...DEFAULT_CHOICES, dateOrder },
    })),
  };
}

const monthFirst = (columnIndex: number) => ({
  columnIndex,
  order: 'month-first' as const,
  isCertain: true,
  example: null,
});

const orders = ({ columns }: Mapping): readonly DateOrder[] =>
  columns.map(({ choices }) => choices.dateOrder);

test('a suggested order gives way to what the whole column shows, a chosen one does not', () => {
  const made = mapping(['day-first', 'suggested'], ['day-first', 'chosen'], ['day-first', 'suggested']);
  expect(orders(correctDateOrders(made, [monthFirst(0), monthFirst(1)]))).toEqual([
    'month-first',
    'day-first',
    'day-first',
  ]);
});

test('nothing is made anew where nothing is wrong', () => {
  const made = mapping(['month-first', 'suggested'], ['day-first', 'chosen']);
  expect(correctDateOrders(made, [monthFirst(0), monthFirst(1)])).toBe(made);
});

test('what was corrected while somebody matched columns is not undone by it, what he chose is', () => {
  const before = mapping(
    ['day-first', 'suggested'],
    ['month-first', 'suggested'],
    ['day-first', 'suggested'],
  );
  const after = mapping(['month-first', 'suggested'], ['day-first', 'suggested'], ['day-first', 'suggested']);
  const made = mapping(['day-first', 'chosen'], ['month-first', 'suggested'], ['month-first', 'suggested']);
  expect(orders(keepCorrectedOrders(made, before, after))).toEqual([
    'month-first',
    'day-first',
    'month-first',
  ]);
});
