import { unreachable } from '../unreachable.ts';
import type { Cleaner, CleanValue, FieldValue } from './clean-value.ts';
import type { Answer, UndecidedRule } from './plan.ts';
import { groupOfProblem, valueGroupOfProblem } from './problem-group.ts';
import type { Problem, RowProblem, Severity } from './problem.ts';

/** What is needed of a column to settle a problem in it. */
export type ProblemColumn = {
  /** 0-based column of the sheet. */
  readonly columnIndex: number;
  readonly apiName: string;
  /** As in `RowProblem`; `null` where it is absent there. */
  readonly destination: string | null;
  readonly label: string | null;
  readonly isIdentifier: boolean;
  readonly clean: Cleaner;
};

/** The user's answers for groups of problems, and what holds where there is none. */
export type Answers = {
  readonly byGroup: ReadonlyMap<string, Answer>;
  readonly undecided: UndecidedRule;
};

/** What a cell with a problem means for its row. */
export type Settled = {
  /** The value that would be sent; `null` when it is left out. */
  readonly value: FieldValue | null;
  /** Every problem found, the answered ones included. */
  readonly problems: readonly RowProblem[];
  /** Whether the row can go, waits for the user, or was left out by an answer. */
  readonly row: 'goes' | 'waits' | 'skipped';
};

/**
 * Applies the user's answer, or the rule for undecided problems, to a cell; `null` when the cell has no problem. An answer
 * that does not fit (accepting where there is no value, leaving out or replacing an identifier for many rows at once, adding
 * an option to anything but a dropdown, whose unknown labels alone become options) counts as none.
 */
export function settleProblem(column: ProblemColumn, cleaned: CleanValue, answers: Answers): Settled | null {
  const problem = problemOf(column, cleaned);
  if (problem === null) {
    return null;
  }
  const answer = answerTo(problem, answers);
  return answer?.kind === 'use-instead' && !column.isIdentifier
    ? settleInstead(column, problem, answer.text, answers)
    : { ...settleAnswered(column, cleaned, problem, answer, answers.undecided), problems: [problem] };
}

/** Reads the user's text in place of the cell. It may have a problem of its own, which no further text replaces. */
function settleInstead(column: ProblemColumn, replaced: RowProblem, text: string, answers: Answers): Settled {
  const cleaned = column.clean(text);
  const problem = problemOf(column, cleaned);
  if (problem === null) {
    return { value: cleaned.kind === 'value' ? cleaned.value : null, problems: [replaced], row: 'goes' };
  }
  const isSameGroup = valueGroupOfProblem(problem) === valueGroupOfProblem(replaced);
  const problems = isSameGroup ? [replaced] : [replaced, problem];
  return {
    ...settleAnswered(column, cleaned, problem, answerTo(problem, answers), answers.undecided),
    problems,
  };
}

type Outcome = Pick<Settled, 'value' | 'row'>;

function settleAnswered(
  { isIdentifier }: ProblemColumn,
  cleaned: CleanValue,
  { severity, problem }: RowProblem,
  answer: Answer | undefined,
  undecided: UndecidedRule,
): Outcome {
  const value = cleaned.kind === 'value' ? cleaned.value : null;
  if (answer?.kind === 'skip-rows') {
    return { value, row: 'skipped' };
  }
  if (answer?.kind === 'accept' && severity === 'check') {
    return { value, row: 'goes' };
  }
  if (answer?.kind === 'add-option' && problem.kind === 'option-unknown') {
    return { value: problem.value, row: 'goes' };
  }
  if (answer?.kind === 'leave-out' && !isIdentifier) {
    return { value: null, row: 'goes' };
  }
  return { value, row: undecided === 'leave-out' && severity !== 'stops-row' ? 'goes' : 'waits' };
}

function answerTo(problem: RowProblem, answers: Answers): Answer | undefined {
  if (answers.byGroup.size === 0) {
    return undefined;
  }
  const own = answers.byGroup.get(valueGroupOfProblem(problem));
  return own ?? forAll(problem, answers.byGroup.get(groupOfProblem(problem)));
}

/** What is answered for all unknown labels of a column at once can leave them out or skip their rows; a text in place of each would make all of them one. */
function forAll({ problem }: RowProblem, answer: Answer | undefined): Answer | undefined {
  const isForOne = answer?.kind === 'use-instead' || answer?.kind === 'add-option';
  return 'closest' in problem && isForOne ? undefined : answer;
}

function problemOf(column: ProblemColumn, cleaned: CleanValue): RowProblem | null {
  switch (cleaned.kind) {
    case 'problem':
      return at(column, column.isIdentifier ? 'stops-row' : 'value-left-out', cleaned.problem);
    case 'value':
      return cleaned.check === null ? null : at(column, 'check', cleaned.check);
    case 'empty':
      return column.isIdentifier ? at(column, 'stops-row', { kind: 'identifier-missing' }) : null;
    default:
      return unreachable(cleaned);
  }
}

function at(
  { columnIndex, apiName, destination, label }: ProblemColumn,
  severity: Severity,
  problem: Problem,
): RowProblem {
  return {
    columnIndex,
    apiName,
    ...(destination === null ? {} : { destination }),
    ...(label === null ? {} : { label }),
    severity,
    problem,
  };
}
