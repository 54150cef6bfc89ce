import { expect, test } from 'vitest';
import { isWorkspaceMissed } from '../../../renderer/state/workspace-missed.ts';
import type { ImportSummary } from '../../../shared/import.ts';
import { noRows } from '../../../shared/sending/fate.ts';

const QUEUED: ImportSummary = {
  importId: 'a',
  fileName: 'leads-may.csv',
  workspaceId: 'deleted',
  createdAtMs: 0,
  changedAtMs: 0,
  stage: 'sending',
  counts: { ...noRows(), accepted: 3, queued: 7 },
  failure: null,
  speed: null,
  fewSent: null,
};

test('an import whose workspace is gone needs one before it is matched, fixed or sent', () => {
  for (const step of ['match', 'fix', 'send'] as const) {
    expect(isWorkspaceMissed(step, QUEUED, [])).toBe(true);
  }
});

test('its file and its report can be looked at all the same, and all of it when nothing is left to send', () => {
  expect(isWorkspaceMissed('file', QUEUED, [])).toBe(false);
  expect(isWorkspaceMissed('report', QUEUED, [])).toBe(false);
  const done: ImportSummary = { ...QUEUED, stage: 'finished', counts: { ...noRows(), accepted: 10 } };
  expect(isWorkspaceMissed('send', done, [])).toBe(false);
});
