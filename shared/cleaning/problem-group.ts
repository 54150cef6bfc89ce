import type { Answer } from './plan.ts';
import type { Problem, ProblemKind, Severity } from './problem.ts';

/**
 * Names the group of problems that one answer can settle: the same kind in the same column, and, for labels that a field
 * does not list, the same label. Stable between runs, because decisions are stored under it.
 */
export function problemGroupId(columnIndex: number, problem: Problem): string {
  const place = `${columnIndex}:${problem.kind}`;
  return problem.kind === 'option-unknown' || problem.kind === 'status-unknown'
    ? `${place}:${problem.value}`
    : place;
}

/** All alike problems of one column: what a fix-it card shows. */
export type ProblemGroup = {
  readonly groupId: string;
  readonly columnIndex: number;
  readonly heading: string;
  /** Label of the Telecrm field the column feeds. */
  readonly fieldLabel: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** Rows that have it, decided or not. */
  readonly rowCount: number;
  /** Up to three rows that show it: `text` is the cell as it stands, after the user's edit if there is one. */
  readonly examples: readonly {
    readonly rowNumber: number;
    readonly text: string;
    readonly problem: Problem;
  }[];
  /** The user's answer for the whole group; `null` while undecided. */
  readonly answer: Answer | null;
};
