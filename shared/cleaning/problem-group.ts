import { groupIdOf } from '../mapping/group-id.ts';
import type { Answer } from './plan.ts';
import type { Problem, ProblemKind, RowProblem, Severity } from './problem.ts';

/**
 * Names what one answer can settle: the same kind of problem in the same column on the way to the same destination, and, for
 * labels that a field does not list, the same label (for actions, the same action). Stable between runs, because decisions
 * are stored under it. `destination` is a `destinationKey`, `null` for the column's own target.
 */
export function problemGroupId(
  columnIndex: number,
  problem: Problem,
  destination: string | null = null,
): string {
  return groupIdOf({ columnIndex, destination, problem: problem.kind, value: valueOf(problem) });
}

/** What an answer for this problem's value alone is stored under. */
export function valueGroupOfProblem({ columnIndex, problem, destination }: RowProblem): string {
  return problemGroupId(columnIndex, problem, destination ?? null);
}

/**
 * The group that a row's problem belongs to: one for all unknown labels of a column, however many there are. An answer for it
 * counts for those that have none of their own, see `settleProblem`.
 */
export function groupOfProblem({ columnIndex, problem, destination }: RowProblem): string {
  const value = problem.kind === 'action-incomplete' ? problem.actionId : null;
  return groupIdOf({ columnIndex, destination: destination ?? null, problem: problem.kind, value });
}

/** Kinds that are answered value by value carry the value. */
function valueOf(problem: Problem): string | null {
  if (problem.kind === 'action-incomplete') {
    return problem.actionId;
  }
  return 'value' in problem ? problem.value : null;
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
  /** Those of them that neither an answer for the group nor one for their own value settles. */
  readonly openRowCount: number;
  /** Up to three rows that show it: `text` is the cell as it stands, after the user's edit if there is one. */
  readonly examples: readonly {
    readonly rowNumber: number;
    readonly text: string;
    readonly problem: Problem;
  }[];
  /** The user's answer for the whole group; `null` while undecided. */
  readonly answer: Answer | null;
};
