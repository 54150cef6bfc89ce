import type { Plan } from '../../shared/cleaning/plan.ts';
import { sendableText } from '../../shared/cleaning/sendable-text.ts';
import { destinationOfKey } from '../../shared/mapping/destination.ts';
import type { ProblemIndex } from './problem-index.ts';
import { valueOfGroup, type ValueGroup } from './value-group.ts';
import type { ValueLists } from './value-lists.ts';
import { valuePlace } from './value-place.ts';

/** What is needed to find the rows of a group. */
export type RowGroups = {
  readonly plan: Plan;
  readonly values: ValueLists;
  readonly problems: ProblemIndex;
  readonly rowCount: number;
};

/** Rows with a problem of a group, in sheet order; for the group of one value those that have it. */
export function rowsOfGroup(
  groups: RowGroups,
  groupId: string,
  offset: number,
  limit: number,
): { total: number; rowIndexes: readonly number[] } {
  const value = valueOfGroup(groupId);
  if (value === null) {
    return groups.problems.select(groupId, offset, limit);
  }
  const { values, rowCount } = groups;
  const rows =
    rowsWithTag(groups, value) ?? values.whole(value.columnIndex, rowCount).rowsWith([value.value]);
  return { total: rows.length, rowIndexes: rows.slice(offset, offset + limit) };
}

/** Rows that an answer for this group may concern, in sheet order. */
export function rowsConcerned(groups: RowGroups, groupId: string): readonly number[] {
  const { plan, values, problems, rowCount } = groups;
  const value = valueOfGroup(groupId);
  const tagged = value === null ? null : rowsWithTag(groups, value);
  if (tagged !== null) {
    return tagged;
  }
  if (value === null || value.columnIndex < 0 || isJoined(plan, value.columnIndex)) {
    return problems.select(value === null ? groupId : value.ofAll, 0, rowCount).rowIndexes;
  }
  // A text that stands in place of another value by an answer may be this value.
  const replaced = plan.decisions.flatMap(({ groupId: other, answer }) =>
    answer.kind === 'use-instead' && sendableText(answer.text) === value.value
      ? (valueOfGroup(other)?.value ?? [])
      : [],
  );
  return values.whole(value.columnIndex, rowCount).rowsWith([value.value, ...replaced]);
}

/** Rows that have a tag in this column, or may have it; `null` where the column does not go to tags. */
function rowsWithTag(
  { plan, values, rowCount }: RowGroups,
  { columnIndex, destination, value }: ValueGroup,
): readonly number[] | null {
  const own = plan.mapping.columns.find((column) => column.columnIndex === columnIndex)?.target;
  const target = destination === null ? own : destinationOfKey(destination);
  if (target === undefined || target === null || target.kind === 'not-sent') {
    return null;
  }
  const tags = valuePlace(plan, columnIndex, target)?.tags ?? null;
  return tags === null
    ? null
    : values.whole(columnIndex, rowCount).rowsThatMayHave((text) => tags(text).includes(value));
}

/** Whether a column's texts are put together with others before they are cleaned. */
function isJoined({ mapping }: Plan, columnIndex: number): boolean {
  return mapping.joins.some(({ columnIndexes }) => columnIndexes.includes(columnIndex));
}
