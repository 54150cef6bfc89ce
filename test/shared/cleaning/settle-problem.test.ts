import { expect, test } from 'vitest';
import { clean, refused, toCheck } from '../../../shared/cleaning/clean-value.ts';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import { isLabelProblem, isLabelProblemKind, type Problem } from '../../../shared/cleaning/problem.ts';
import { settleProblem, type ProblemColumn } from '../../../shared/cleaning/settle-problem.ts';
import { SAMPLE_PROBLEMS } from '../words/sample-problems.ts';

const COLUMN: ProblemColumn = {
  columnIndex: 3,
  apiName: 'source',
  destination: null,
  label: null,
  isIdentifier: false,
  clean: (text) => clean(text),
};

const UNKNOWN: Problem = { kind: 'option-unknown', value: 'Facbook', closest: 'Facebook' };

function settled(problem: Problem, answer: Answer): unknown {
  const byGroup = new Map([[problemGroupId(3, problem), answer]]);
  return settleProblem(COLUMN, refused(problem), { byGroup, undecided: 'wait' });
}

test('a dropdown’s unknown label goes as it stands where the user wants it as a new option', () => {
  expect(settled(UNKNOWN, { kind: 'add-option' })).toMatchObject({ value: 'Facbook', row: 'goes' });
});

test('nothing else can be added to Telecrm by a lead, so the answer counts as none', () => {
  const others = Object.values(SAMPLE_PROBLEMS).filter(({ kind }) => kind !== 'option-unknown');
  for (const problem of others) {
    expect(settled(problem, { kind: 'add-option' })).toMatchObject({ value: null, row: 'waits' });
  }
});

test('an answer for one label says nothing of another', () => {
  const byGroup = new Map<string, Answer>([[problemGroupId(3, UNKNOWN), { kind: 'add-option' }]]);
  const other = refused({ kind: 'option-unknown', value: 'Insta', closest: null });
  expect(settleProblem(COLUMN, other, { byGroup, undecided: 'wait' })).toMatchObject({
    value: null,
    row: 'waits',
  });
});

test('a lost reason beside another status goes once the user said that it is right', () => {
  const problem: Problem = { kind: 'lost-reason-without-lost-status', status: 'Fresh' };
  const byGroup = new Map<string, Answer>([[problemGroupId(3, problem), { kind: 'accept' }]]);
  const cleaned = toCheck('Too expensive', problem);
  expect(settleProblem(COLUMN, cleaned, { byGroup, undecided: 'wait' })).toMatchObject({
    value: 'Too expensive',
    row: 'goes',
  });
  expect(settleProblem(COLUMN, cleaned, { byGroup: new Map(), undecided: 'wait' })).toMatchObject({
    row: 'waits',
  });
});

test.each(Object.values(SAMPLE_PROBLEMS))(
  '$kind is told by its label exactly where it carries one',
  (problem) => {
    expect(isLabelProblem(problem)).toBe('value' in problem);
    expect(isLabelProblemKind(problem.kind)).toBe('value' in problem);
  },
);
