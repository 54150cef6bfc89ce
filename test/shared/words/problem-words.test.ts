import { describe, expect, test } from 'vitest';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { Problem } from '../../../shared/cleaning/problem.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { columnName, problemGroupWords, problemWords } from '../../../shared/words/problem-words.ts';
import { forbiddenWords } from './plain-language.ts';
import { SAMPLE_PROBLEMS } from './sample-problems.ts';

const { say } = makeWords('en');

function groupOf(problem: Problem, rowCount: number, text = 'x', fieldLabel = 'Phone'): ProblemGroup {
  return {
    groupId: 'g',
    columnIndex: 2,
    heading: 'Mobile No.',
    fieldLabel,
    kind: problem.kind,
    severity: 'value-left-out',
    rowCount,
    openRowCount: rowCount,
    examples: [{ rowNumber: 12, text, problem }],
    answer: null,
  };
}

describe.each(Object.values(SAMPLE_PROBLEMS))('the problem $kind', (problem) => {
  test('fits into a cell of the grid and has a next step', () => {
    const { short, todo } = problemWords(say, problem, 'Phone');
    expect(short).toMatch(/^.{5,60}[^.]$/u);
    expect(todo).toMatch(/^.{8,}[.?]$/u);
    expect([...forbiddenWords(short), ...forbiddenWords(todo)]).toEqual([]);
  });

  test.each([1, 2, 125_000])('is told on a card for %i rows', (rowCount) => {
    const { what } = problemGroupWords(say, groupOf(problem, rowCount));
    expect(what).toMatch(/^.{8,}[.?]$/u);
    expect(forbiddenWords(what)).toEqual([]);
  });
});

test('the agreed sentences stand as agreed', () => {
  expect(problemGroupWords(say, groupOf({ kind: 'identifier-missing' }, 12)).what).toBe(
    '12 rows have no phone number. Telecrm can’t save a lead without one. They’ll be left out.',
  );
  const lost = problemGroupWords(say, groupOf({ kind: 'phone-digits-lost' }, 37, '9.19877E+11'));
  expect(`${lost.what} ${lost.todo}`).toBe(
    'Excel shortened 37 phone numbers (like 9.19877E+11) and the last digits are gone. Open the file in Excel, ' +
      'set the column to Number, 0 decimals, save, and reload. We can’t recover them.',
  );
  expect(
    problemGroupWords(say, groupOf(SAMPLE_PROBLEMS['option-unknown'], 41, 'Facbook', 'Lead Source')).what,
  ).toBe('Facbook isn’t in Telecrm’s Lead Source list. Did you mean Facebook?');
});

test('a card of several values names one of them and does not suggest a label for all', () => {
  const group = groupOf(SAMPLE_PROBLEMS['option-unknown'], 41, 'Facbook', 'Lead Source');
  const other = { kind: 'option-unknown', value: 'walk in', closest: 'Walk-in' } as const;
  const examples = [...group.examples, { rowNumber: 9, text: 'walk in', problem: other }];
  expect(problemGroupWords(say, { ...group, examples }).what).toBe(
    'Some values aren’t in Telecrm’s Lead Source list, like Facbook.',
  );
});

test('an identifier that is not a phone is called by its own name', () => {
  expect(problemGroupWords(say, groupOf({ kind: 'identifier-missing' }, 2, '', 'Email')).what).toContain(
    'no Email.',
  );
});

test('a column without a heading is called by its position, counted from one', () => {
  expect([columnName(say, '', 2), columnName(say, 'Mobile', 2)]).toEqual(['column 3', 'Mobile']);
});

test('a long example is cut, and not inside a letter', () => {
  const { what } = problemGroupWords(say, groupOf({ kind: 'date-not-understood' }, 3, '😀'.repeat(80)));
  expect(what).toContain(`${'😀'.repeat(29)}…`);
});
