import { PAYMENT_PARTS } from '../../../shared/catalog/action.ts';
import { findField, type FieldType, type WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { FieldValue } from '../../../shared/cleaning/clean-value.ts';
import type { ImportDetail, RowView } from '../../../shared/import.ts';
import type { Destination, Mapping, Target } from '../../../shared/mapping/mapping.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { destinationName } from '../match/action-names.ts';
import { kindOfDestination } from '../match/kind-of-destination.ts';

/** A column of the sheet as the grid of rows shows it. */
export type ShownColumn = {
  readonly columnIndex: number;
  readonly heading: string;
  /** What it feeds; `null` when it is not sent. */
  readonly feeds: ShownTarget | null;
};

/** A field of the lead, or a part of one of its actions. */
export type ShownTarget = {
  /** What people call it. */
  readonly label: string;
  readonly type: FieldType;
  readonly destination: Destination;
  /** For a part of an action the action's type; `null` for fields, and where several actions of a type are planned. */
  readonly actionType: string | null;
};

/** The columns that are sent, the identifier first because it says who a row is; the others on request. */
export function shownColumns(
  say: Say,
  detail: ImportDetail,
  catalog: WorkspaceCatalog,
  withAllColumns: boolean,
): readonly ShownColumn[] {
  const { mapping } = detail;
  const columns = mapping.columns.map(({ columnIndex, heading, target }) => ({
    columnIndex,
    heading,
    feeds: shownTarget(say, catalog, mapping, target),
  }));
  const isIdentifier = ({ feeds }: ShownColumn): boolean =>
    feeds?.destination.kind === 'field' && feeds.destination.apiName === catalog.identifier;
  return [
    ...columns.filter((column) => isIdentifier(column)),
    ...columns.filter((column) => !isIdentifier(column) && (withAllColumns || column.feeds !== null)),
  ];
}

/** What a cell becomes in the lead or in one of its actions; `undefined` where it is not sent. */
export function sentValue(row: RowView, { destination, actionType }: ShownTarget): FieldValue | undefined {
  if (destination.kind === 'field') {
    return row.fields[destination.apiName];
  }
  const action = row.actions.find(({ type }) => type === actionType);
  if (action === undefined) {
    return undefined;
  }
  switch (destination.kind) {
    case 'action':
      return 'fields' in action
        ? action.fields[destination.part]
        : PAYMENT_PARTS.filter((part) => part === destination.part).map((part) => action[part])[0];
    case 'action-time':
      return 'created_on' in action ? action.created_on : undefined;
    default:
      return unreachable(destination);
  }
}

/** A field that the workspace has lost is not sent. */
function shownTarget(
  say: Say,
  catalog: WorkspaceCatalog,
  mapping: Mapping,
  target: Target,
): ShownTarget | null {
  if (target.kind === 'not-sent') {
    return null;
  }
  if (target.kind === 'field' && findField(catalog, target.apiName) === undefined) {
    return null;
  }
  return {
    label: destinationName(say, catalog, mapping, target),
    type: kindOfDestination(catalog, mapping, target).type,
    destination: target,
    actionType: target.kind === 'field' ? null : onlyTypeOf(mapping, target.actionId),
  };
}

/** The type of an action, if it is the only one of its type: only then can it be found among those of a row. */
function onlyTypeOf({ actions }: Mapping, actionId: string): string | null {
  const type = actions.find((action) => action.actionId === actionId)?.type;
  return type !== undefined && actions.filter((action) => action.type === type).length === 1 ? type : null;
}
