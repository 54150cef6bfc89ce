import { expect, test } from 'vitest';
import { actionDraftOf, actionOfDraft } from '../../../renderer/screens/workspace/action-draft.ts';
import type { CustomAction } from '../../../shared/catalog/action.ts';

const VISIT: CustomAction = {
  type: 'ACTION_1001',
  label: 'Campus visit',
  fields: [
    {
      apiName: 'campus',
      label: 'Campus',
      type: 'dropdown',
      options: ['North', 'South'],
      trustValues: false,
      isRequired: true,
    },
    {
      apiName: 'remarks',
      label: 'Remarks',
      type: 'text',
      options: null,
      trustValues: false,
      isRequired: false,
    },
  ],
  allowsOwnTime: true,
};

test('an action that is opened and saved unchanged is the same', () => {
  expect(actionOfDraft(actionDraftOf(VISIT), [], true).action).toEqual(VISIT);
});

test.each([
  ['1001', null],
  [' ACTION_1001 ', null],
  ['action_1001', null],
  ['', 'number-wrong'],
  ['visit', 'number-wrong'],
  ['2002', 'number-taken'],
])('the number %j is taken as Telecrm shows it, or refused with a reason', (number, problem) => {
  const drafted = actionOfDraft({ ...actionDraftOf(VISIT), number }, ['ACTION_2002'], null);
  expect(drafted.problem).toBe(problem);
  expect(drafted.action?.type ?? null).toBe(problem === null ? 'ACTION_1001' : null);
});

test('a kind of field that actions cannot have becomes text, and a line that is no field is told', () => {
  const drafted = actionOfDraft(
    { number: '7', label: 'Call', fields: 'stars\tStars\trating\nnot a name' },
    [],
    null,
  );
  expect(drafted.action?.fields.map(({ type }) => type)).toEqual(['text']);
  expect(drafted.lineProblems).toEqual([{ line: 2, text: 'not a name', kind: 'name-wrong' }]);
});
