import { findField, type Catalog, type Field } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';

/** A column of the sheet as the grid of rows shows it. */
export type ShownColumn = {
  readonly columnIndex: number;
  readonly heading: string;
  /** The field that it feeds; `null` when it is not sent. */
  readonly field: Field | null;
};

/** The columns that are sent, the identifier first because it says who a row is; the others on request. */
export function shownColumns(
  detail: ImportDetail,
  catalog: Catalog,
  withAllColumns: boolean,
): readonly ShownColumn[] {
  const columns = detail.mapping.columns.map(({ columnIndex, heading, target }) => ({
    columnIndex,
    heading,
    field: target.kind === 'field' ? (findField(catalog, target.apiName) ?? null) : null,
  }));
  const isIdentifier = ({ field }: ShownColumn): boolean => field?.apiName === catalog.identifier;
  return [
    ...columns.filter((column) => isIdentifier(column)),
    ...columns.filter((column) => !isIdentifier(column) && (withAllColumns || column.field !== null)),
  ];
}
