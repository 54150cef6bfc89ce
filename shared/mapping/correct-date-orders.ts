import type { DateColumn } from '../import.ts';
import type { Mapping } from './mapping.ts';

/**
 * The mapping with the order of day and month that the whole column shows, where a first look at its beginning had suggested
 * another. What a person or a recipe chose stays. The same object when nothing is to be corrected.
 */
export function correctDateOrders(mapping: Mapping, dates: readonly DateColumn[]): Mapping {
  const orders = new Map(dates.map(({ columnIndex, order }) => [columnIndex, order]));
  const isWrong = ({ columnIndex, origin, choices }: Mapping['columns'][number]): boolean =>
    origin === 'suggested' && (orders.get(columnIndex) ?? choices.dateOrder) !== choices.dateOrder;
  if (!mapping.columns.some(isWrong)) {
    return mapping;
  }
  return {
    ...mapping,
    columns: mapping.columns.map((column) => {
      const dateOrder = orders.get(column.columnIndex);
      return dateOrder !== undefined && isWrong(column)
        ? { ...column, choices: { ...column.choices, dateOrder } }
        : column;
    }),
  };
}

/**
 * A mapping that a person made while the sheet was still being read, with the orders that were corrected meanwhile: where it
 * has the order that stood on the screen then (`before`), nobody chose it, and the one found since (`after`) holds.
 */
export function keepCorrectedOrders(made: Mapping, before: Mapping, after: Mapping): Mapping {
  const was = ordersOf(before);
  const is = ordersOf(after);
  return {
    ...made,
    columns: made.columns.map((column) => {
      const dateOrder = is.get(column.columnIndex);
      const isUntouched = column.choices.dateOrder === was.get(column.columnIndex);
      return isUntouched && dateOrder !== undefined
        ? { ...column, choices: { ...column.choices, dateOrder } }
        : column;
    }),
  };
}

function ordersOf({
  columns,
}: Mapping): ReadonlyMap<number, Mapping['columns'][number]['choices']['dateOrder']> {
  return new Map(columns.map(({ columnIndex, choices }) => [columnIndex, choices.dateOrder]));
}
