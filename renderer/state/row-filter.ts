import { groupOfProblem } from '../../shared/cleaning/problem-group.ts';
import type { Checked, RowFilter, RowView } from '../../shared/import.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { allRows } from '../../shared/sending/progress.ts';

/** Whether a row belongs to a filtered view, by the same rules as main's. */
export function belongsTo(filter: RowFilter, row: RowView): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'fates':
      return filter.fates.includes(row.fate);
    case 'group':
      return row.problems.some((problem) => groupOfProblem(problem) === filter.groupId);
    default:
      return unreachable(filter);
  }
}

/** How many rows main counts in a filtered view. */
export function countOf(filter: RowFilter, checked: Checked): number {
  switch (filter.kind) {
    case 'all':
      return allRows(checked.counts);
    case 'fates':
      return filter.fates.reduce((sum, fate) => sum + checked.counts[fate], 0);
    case 'group':
      return checked.groups.find((group) => group.groupId === filter.groupId)?.rowCount ?? 0;
    default:
      return unreachable(filter);
  }
}

/** A text that is equal for equal filters. */
export function filterKey(filter: RowFilter): string {
  switch (filter.kind) {
    case 'all':
      return 'all';
    case 'fates':
      return `fates:${filter.fates.join(',')}`;
    case 'group':
      return `group:${filter.groupId}`;
    default:
      return unreachable(filter);
  }
}
