import { expect, test } from 'vitest';
import { isFormChanged } from '../../../renderer/screens/workspace/form-changed.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';

const SAVED = newWorkspace('Acme');

test('what is typed into the form of a workspace is a change until it is saved', () => {
  expect(isFormChanged(SAVED, SAVED)).toBe(false);
  expect(isFormChanged({ ...SAVED, identifier: 'email' }, SAVED)).toBe(true);
  expect(isFormChanged({ ...SAVED, name: 'Acme Delhi' }, SAVED)).toBe(true);
});

test('fields, actions and the team save at once and are none', () => {
  expect(isFormChanged(SAVED, { ...SAVED, team: [], catalogReadAtMs: 1 })).toBe(false);
});
