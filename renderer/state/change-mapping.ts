import { columnsFeeding, destinationKey, goesTo } from '../../shared/mapping/destination.ts';
import {
  DEFAULT_CHOICES,
  type ColumnChoices,
  type ColumnMapping,
  type Destination,
  type DuplicateRule,
  type Join,
  type Mapping,
} from '../../shared/mapping/mapping.ts';

/** Sends a column to a field; see `giveDestination`. */
export function giveField(mapping: Mapping, columnIndex: number, apiName: string): Mapping {
  return giveDestination(mapping, columnIndex, { kind: 'field', apiName });
}

/** Sends a column somewhere; other columns that went there are no longer sent, because without a join only one can be. */
export function giveDestination(mapping: Mapping, columnIndex: number, destination: Destination): Mapping {
  const changed = changeColumns(mapping, (column) => {
    if (column.columnIndex === columnIndex) {
      return { ...column, target: destination, origin: 'chosen' };
    }
    return goesTo(column.target, destination) ? leftOut(column) : column;
  });
  const extras = mapping.extras.filter(({ target }) => !goesTo(target, destination));
  return tidy({ ...changed, extras });
}

/** Leaves a column out; its further targets go with it. */
export function leaveColumnOut(mapping: Mapping, columnIndex: number): Mapping {
  const changed = changeColumns(mapping, (column) =>
    column.columnIndex === columnIndex ? leftOut(column) : column,
  );
  const extras = mapping.extras.filter((extra) => extra.columnIndex !== columnIndex);
  return tidy({ ...changed, extras });
}

/** Sends a column to one more place besides its own. Nothing changes when it goes there already. */
export function addExtra(mapping: Mapping, columnIndex: number, destination: Destination): Mapping {
  const column = mapping.columns.find((one) => one.columnIndex === columnIndex);
  const isThere = mapping.extras.some(
    (extra) => extra.columnIndex === columnIndex && goesTo(extra.target, destination),
  );
  if (column === undefined || isThere || goesTo(column.target, destination)) {
    return mapping;
  }
  const extra = { columnIndex, target: destination, choices: column.choices };
  return { ...mapping, extras: [...mapping.extras, extra] };
}

/** Takes back what `addExtra` did. */
export function removeExtra(mapping: Mapping, columnIndex: number, destination: Destination): Mapping {
  const extras = mapping.extras.filter(
    (extra) => extra.columnIndex !== columnIndex || !goesTo(extra.target, destination),
  );
  return tidy({ ...mapping, extras });
}

/**
 * Puts one more column into a destination that others feed: from now on their texts are one value. `how` and `separator` are
 * as in `Join`; texts that stand one behind the other do so as in the sheet. With `further` the column keeps its own target.
 */
export function joinInto(
  mapping: Mapping,
  columnIndex: number,
  destination: Destination,
  how: Pick<Join, 'how' | 'separator'>,
  place: 'own' | 'further' = 'own',
): Mapping {
  const before = joinOf(mapping, destination)?.columnIndexes;
  const all = [...new Set([...(before ?? columnsFeeding(mapping, destination)), columnIndex])];
  const isAsInSheet = before === undefined && how.how === 'join';
  const columnIndexes = isAsInSheet ? all.toSorted((one, other) => one - other) : all;
  const changed =
    place === 'further'
      ? addExtra(mapping, columnIndex, destination)
      : changeColumns(mapping, (column) =>
          column.columnIndex === columnIndex ? { ...column, target: destination, origin: 'chosen' } : column,
        );
  return tidy(withJoin(changed, { target: destination, columnIndexes, ...how }));
}

/** Changes how joined columns become one value. */
export function setJoin(mapping: Mapping, destination: Destination, change: Partial<Join>): Mapping {
  const join = joinOf(mapping, destination);
  return join === undefined ? mapping : withJoin(mapping, { ...join, ...change, target: destination });
}

/** The join of a destination; `undefined` where none is. */
function joinOf(mapping: Mapping, destination: Destination): Join | undefined {
  return mapping.joins.find(({ target }) => goesTo(target, destination));
}

/** Gives every row the same text at a destination; an empty text takes it back. */
export function setConstant(mapping: Mapping, destination: Destination, text: string): Mapping {
  const others = mapping.constants.filter(({ target }) => !goesTo(target, destination));
  const constants =
    text.trim() === '' ? others : [...others, { target: destination, text, choices: DEFAULT_CHOICES }];
  return { ...mapping, constants };
}

/**
 * Feeds a destination from this column and no other; `null` from none. A column that goes somewhere already keeps that and
 * goes here as well.
 */
export function feedFrom(mapping: Mapping, destination: Destination, columnIndex: number | null): Mapping {
  const freed = tidy({
    ...changeColumns(mapping, (column) => (goesTo(column.target, destination) ? leftOut(column) : column)),
    extras: mapping.extras.filter(({ target }) => !goesTo(target, destination)),
  });
  if (columnIndex === null) {
    return freed;
  }
  const column = freed.columns.find((one) => one.columnIndex === columnIndex);
  return column?.target.kind === 'not-sent'
    ? giveDestination(freed, columnIndex, destination)
    : addExtra(freed, columnIndex, destination);
}

/** Plans one more action of this type for every row, and answers with its name. */
export function addAction(
  mapping: Mapping,
  type: string,
): { readonly mapping: Mapping; readonly actionId: string } {
  const used = mapping.actions.map(({ actionId }) => Number(actionId.slice(1)));
  const actionId = `a${Math.max(0, ...used) + 1}`;
  const actions = [...mapping.actions, { actionId, type, onlyWhereFilled: null }];
  return { mapping: { ...mapping, actions }, actionId };
}

/** Takes an action away, and everything that fed it. */
export function removeAction(mapping: Mapping, actionId: string): Mapping {
  const belongs = (target: { readonly kind: string; readonly actionId?: string }): boolean =>
    target.actionId === actionId;
  const changed = changeColumns(mapping, (column) => (belongs(column.target) ? leftOut(column) : column));
  return tidy({
    ...changed,
    extras: mapping.extras.filter(({ target }) => !belongs(target)),
    constants: mapping.constants.filter(({ target }) => !belongs(target)),
    actions: mapping.actions.filter((action) => action.actionId !== actionId),
  });
}

/** Makes an action only for rows in which this column is filled; `null` makes it for every row. */
export function setActionCondition(
  mapping: Mapping,
  actionId: string,
  onlyWhereFilled: number | null,
): Mapping {
  const actions = mapping.actions.map((action) =>
    action.actionId === actionId ? { ...action, onlyWhereFilled } : action,
  );
  return { ...mapping, actions };
}

/** Changes how the values of a column are understood, wherever they go. */
export function setChoices(mapping: Mapping, columnIndex: number, change: Partial<ColumnChoices>): Mapping {
  const changed = changeColumns(mapping, (column) =>
    column.columnIndex === columnIndex ? { ...column, choices: { ...column.choices, ...change } } : column,
  );
  const extras = mapping.extras.map((extra) =>
    extra.columnIndex === columnIndex ? { ...extra, choices: { ...extra.choices, ...change } } : extra,
  );
  return { ...changed, extras };
}

/** Changes which of several rows of one person is sent. */
export function setDuplicateRule(mapping: Mapping, duplicates: DuplicateRule): Mapping {
  return { ...mapping, duplicates };
}

/** A join of columns of which some no longer go there holds the others; one column needs no join. */
function tidy(mapping: Mapping): Mapping {
  const joins = mapping.joins.flatMap((join) => {
    const fed = new Set(columnsFeeding(mapping, join.target));
    const columnIndexes = join.columnIndexes.filter((columnIndex) => fed.has(columnIndex));
    return columnIndexes.length < 2 ? [] : [{ ...join, columnIndexes }];
  });
  return { ...mapping, joins };
}

function withJoin(mapping: Mapping, join: Join): Mapping {
  const key = destinationKey(join.target);
  const others = mapping.joins.filter(({ target }) => destinationKey(target) !== key);
  return { ...mapping, joins: [...others, join] };
}

function leftOut(column: ColumnMapping): ColumnMapping {
  return { ...column, target: { kind: 'not-sent' }, origin: 'chosen' };
}

function changeColumns(mapping: Mapping, change: (column: ColumnMapping) => ColumnMapping): Mapping {
  return { ...mapping, columns: mapping.columns.map(change) };
}
