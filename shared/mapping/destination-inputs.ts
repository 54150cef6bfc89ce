import { destinationKey } from './destination.ts';
import type { ColumnChoices, Constant, Destination, Join, Mapping } from './mapping.ts';

/** A column on its way to a destination. */
export type InputColumn = {
  /** 0-based position in the sheet. */
  readonly columnIndex: number;
  readonly choices: ColumnChoices;
  /** Whether it is the column's own target, and not a further one. */
  readonly isOwn: boolean;
};

/** Everything that feeds one destination. */
export type DestinationInput = {
  readonly destination: Destination;
  /** As `destinationKey` names the destination. */
  readonly key: string;
  /** In the order in which they are joined or tried; without a join in sheet order. Empty where only a constant feeds it. */
  readonly columns: readonly InputColumn[];
  /** Columns that feed it although no join takes them in: they count for nothing, and the user has to decide. */
  readonly surplus: readonly InputColumn[];
  /** How several columns become one value; `null` for a single one. */
  readonly join: Pick<Join, 'how' | 'separator'> | null;
  readonly constant: Constant | null;
};

/**
 * What feeds each destination of a mapping: first those that columns feed, in the order of their first columns (own targets
 * before further ones), then those that only a constant feeds, in the order of the constants.
 */
export function destinationInputs(mapping: Mapping): readonly DestinationInput[] {
  const feeding = columnsByDestination(mapping);
  const constants = new Map(mapping.constants.map((constant) => [destinationKey(constant.target), constant]));
  const joins = new Map(mapping.joins.map((join) => [destinationKey(join.target), join]));
  const fed = [...feeding].map(([key, { destination, columns }]): DestinationInput => {
    const join = joins.get(key);
    const byIndex = new Map(columns.map((column) => [column.columnIndex, column]));
    const joined = [...new Set(join?.columnIndexes)].flatMap((index) => byIndex.get(index) ?? []);
    const isJoined = join !== undefined && joined.length > 1;
    const used = isJoined ? joined : columns.slice(0, 1);
    return {
      destination,
      key,
      columns: used,
      surplus: columns.filter((column) => !used.includes(column)),
      join: isJoined ? { how: join.how, separator: join.separator } : null,
      constant: constants.get(key) ?? null,
    };
  });
  const alone = [...constants].flatMap(([key, constant]): DestinationInput[] =>
    feeding.has(key)
      ? []
      : [{ destination: constant.target, key, columns: [], surplus: [], join: null, constant }],
  );
  return [...fed.toSorted(byFirstColumn), ...alone];
}

type Feeding = { readonly destination: Destination; readonly columns: InputColumn[] };

/** The columns of each destination in sheet order, each once. */
function columnsByDestination(mapping: Mapping): Map<string, Feeding> {
  const found = new Map<string, Feeding>();
  function add(destination: Destination, column: InputColumn): void {
    const key = destinationKey(destination);
    const feeding = found.get(key) ?? { destination, columns: [] };
    found.set(key, feeding);
    if (feeding.columns.every(({ columnIndex }) => columnIndex !== column.columnIndex)) {
      feeding.columns.push(column);
    }
  }
  for (const { columnIndex, target, choices } of mapping.columns) {
    if (target.kind !== 'not-sent') {
      add(target, { columnIndex, choices, isOwn: true });
    }
  }
  for (const { columnIndex, target, choices } of mapping.extras) {
    add(target, { columnIndex, choices, isOwn: false });
  }
  for (const { columns } of found.values()) {
    columns.sort((one, other) => one.columnIndex - other.columnIndex);
  }
  return found;
}

function byFirstColumn(one: DestinationInput, other: DestinationInput): number {
  const first = one.columns[0];
  const second = other.columns[0];
  return first === undefined || second === undefined
    ? 0
    : first.columnIndex - second.columnIndex || Number(second.isOwn) - Number(first.isOwn);
}
