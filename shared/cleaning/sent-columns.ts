import { findField, type Catalog, type Field } from '../catalog/field.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import { EMPTY, type Cleaner, type FieldValue } from './clean-value.ts';
import { cleanerFor } from './cleaner-for.ts';
import { isIdentifierText } from './identifier-key.ts';
import type { Plan } from './plan.ts';
import type { ProblemColumn } from './settle-problem.ts';

/** The `columnIndex` of `identifier-missing` where no column feeds the identifier at all. */
export const NO_COLUMN = -1;

/** A column that feeds a field. */
export type MappedColumn = {
  readonly column: ColumnMapping;
  readonly apiName: string;
  readonly field: Field | undefined;
  /** `null` when the column cannot be sent. */
  readonly cleaner: Cleaner | null;
};

/** The columns that feed a field, in sheet order. At most one feeds a field; of several the first counts. */
export function mappedColumns(plan: Plan): MappedColumn[] {
  const fed = new Set<string>();
  const catalog: Catalog = { fields: plan.fields, identifier: plan.identifier };
  return [...plan.mapping.columns]
    .sort((left, right) => left.columnIndex - right.columnIndex)
    .flatMap((column) => {
      if (column.target.kind !== 'field' || fed.has(column.target.apiName)) {
        return [];
      }
      const { apiName } = column.target;
      fed.add(apiName);
      const field = findField(catalog, apiName);
      return [
        {
          column,
          apiName,
          field,
          cleaner: field === undefined ? null : cleanerFor(field, column.choices, plan),
        },
      ];
    });
}

/** A column whose values are sent. */
export type SentColumn = ProblemColumn & {
  /** Adds the column's value to a lead's fields. */
  readonly setValue: (fields: Record<string, FieldValue>, value: FieldValue) => void;
};

/** The columns whose values are sent. The identifier is always among them, so that a row without it is never ready. */
export function sentColumns(plan: Plan): SentColumn[] {
  const mapped = mappedColumns(plan);
  const columns = mapped.flatMap(({ column, apiName, field, cleaner }) =>
    cleaner === null
      ? []
      : [sentColumn(plan, column.columnIndex, apiName, identifierCleaner(plan, field, cleaner))],
  );
  if (columns.some((column) => column.isIdentifier)) {
    return columns;
  }
  const place = mapped.find(({ apiName }) => apiName === plan.identifier)?.column.columnIndex ?? NO_COLUMN;
  return [...columns, sentColumn(plan, place, plan.identifier, () => EMPTY)];
}

function sentColumn(plan: Plan, columnIndex: number, apiName: string, clean: Cleaner): SentColumn {
  return {
    columnIndex,
    apiName,
    destination: null,
    label: null,
    isIdentifier: apiName === plan.identifier,
    clean,
    setValue: setter(apiName),
  };
}

/** "NA" is a text like any other, but as an identifier it would make one lead of all rows that have none. */
function identifierCleaner(plan: Plan, field: Field | undefined, cleaner: Cleaner): Cleaner {
  return field?.apiName === plan.identifier && field.type === 'text'
    ? (text) => (isIdentifierText(text) ? cleaner(text) : EMPTY)
    : cleaner;
}

/** Assigning to `__proto__` would change the object's nature instead of adding a field. */
function setter(apiName: string): SentColumn['setValue'] {
  return apiName === '__proto__'
    ? (fields, value) => {
        Object.defineProperty(fields, apiName, {
          value,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      }
    : (fields, value) => {
        fields[apiName] = value;
      };
}
