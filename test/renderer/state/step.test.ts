import { expect, test } from 'vitest';
import { importOf, reduce, type Place } from '../../../renderer/state/step.ts';

const HOME: Place = { kind: 'home' };
const FIX: Place = { kind: 'import', importId: 'a', step: 'fix' };

test('an import is opened at a step and left for home', () => {
  const opened = reduce(HOME, { kind: 'open-import', importId: 'a', step: 'fix' });
  expect(opened).toEqual(FIX);
  expect(reduce(opened, { kind: 'go-home' })).toEqual(HOME);
});

test('steps are gone through in any order', () => {
  expect(reduce(FIX, { kind: 'go-to-step', step: 'file' })).toEqual({ ...FIX, step: 'file' });
  expect(reduce(FIX, { kind: 'go-to-step', step: 'send' })).toEqual({ ...FIX, step: 'send' });
});

test('a step without an import leads nowhere', () => {
  expect(reduce(HOME, { kind: 'go-to-step', step: 'send' })).toBe(HOME);
});

test('the workspace screen leads back to where it was opened, also through several workspaces', () => {
  const one = reduce(FIX, { kind: 'open-workspace', workspaceId: 'w1' });
  const two = reduce(one, { kind: 'open-workspace', workspaceId: 'w2' });
  expect(two).toEqual({ kind: 'workspace', workspaceId: 'w2', cameFrom: FIX });
  expect(importOf(two)).toBe('a');
  expect(reduce(two, { kind: 'leave-workspace' })).toEqual(FIX);
});

test('leaving a workspace that is not shown changes nothing', () => {
  expect(reduce(FIX, { kind: 'leave-workspace' })).toEqual(FIX);
});

test('an import that is gone is left, wherever the user is; another one is not', () => {
  expect(reduce(FIX, { kind: 'import-gone', importId: 'a' })).toEqual(HOME);
  expect(reduce(FIX, { kind: 'import-gone', importId: 'b' })).toBe(FIX);
  const covered = reduce(FIX, { kind: 'open-workspace', workspaceId: 'w1' });
  expect(reduce(covered, { kind: 'import-gone', importId: 'a' })).toEqual({
    kind: 'workspace',
    workspaceId: 'w1',
    cameFrom: HOME,
  });
});

test('settings lead back to where they were opened', () => {
  const settings = reduce(FIX, { kind: 'open-settings' });
  expect(importOf(settings)).toBe('a');
  expect(reduce(settings, { kind: 'leave-settings' })).toEqual(FIX);
  expect(reduce(settings, { kind: 'import-gone', importId: 'a' })).toEqual({
    kind: 'settings',
    cameFrom: HOME,
  });
});
