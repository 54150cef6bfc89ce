import type { FieldValue } from './clean-value.ts';
import type { CleanedRow } from './cleaned-row.ts';
import { foldLabel } from './match-label.ts';

/**
 * One lead out of the rows of one person, in sheet order, of which the last carries it: of each field the last filled value
 * wins, tags of all rows are put together (case ignored, the first spelling stays), and the actions and problems of all rows
 * are kept in order. Rows that are not ready, or by now name somebody else, give nothing; the last row always counts. Throws a
 * `RangeError` without any row.
 */
export function combineRows(rows: readonly CleanedRow[]): CleanedRow {
  const last = rows.at(-1);
  if (last === undefined) {
    throw new RangeError('There is no row to combine');
  }
  const parts = rows.filter(
    (row) => row === last || (row.standing === 'ready' && row.identifierKey === last.identifierKey),
  );
  const fields = new Map<string, FieldValue>();
  for (const part of parts) {
    for (const [apiName, value] of Object.entries(part.fields)) {
      fields.set(apiName, combined(fields.get(apiName), value));
    }
  }
  return {
    ...last,
    // `fromEntries` makes a field even of the name `__proto__`.
    fields: Object.fromEntries(fields),
    actions: parts.flatMap(({ actions }) => actions),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function combined(before: FieldValue | undefined, value: FieldValue): FieldValue {
  return isTags(before) && isTags(value) ? unitedTags(before, value) : value;
}

function isTags(value: FieldValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function unitedTags(before: readonly string[], after: readonly string[]): readonly string[] {
  const tags = new Map<string, string>();
  for (const tag of [...before, ...after]) {
    const key = foldLabel(tag);
    if (!tags.has(key)) {
      tags.set(key, tag);
    }
  }
  return [...tags.values()];
}
