import { expect, test } from 'vitest';
import { nextAction, presentCounts } from '../../../renderer/state/next-action.ts';
import type { ImportStage, ImportSummary } from '../../../shared/import.ts';
import { noRows, type FateCounts } from '../../../shared/sending/fate.ts';
import type { SenderState, SendingStatus } from '../../../shared/sending/status.ts';

function summaryOf(stage: ImportStage, counts: Partial<FateCounts> = {}): ImportSummary {
  return {
    importId: 'a',
    fileName: 'leads-may.csv',
    workspaceId: 'w',
    createdAtMs: 0,
    changedAtMs: 0,
    stage,
    counts: { ...noRows(), ...counts },
    failure: null,
    speed: null,
    fewSent: null,
  };
}

function statusOf(importId: string, state: SenderState): SendingStatus {
  return {
    importId,
    state,
    speed: 'even',
    counts: noRows(),
    total: 0,
    usedThisHour: 0,
    limitPerHour: 18_000,
    freesAtMs: null,
    finishAtMs: null,
    isSlowed: false,
    leadsPerMinute: 0,
  };
}

test.each([
  ['a file that is being read', summaryOf('reading'), 'look', 'file'],
  ['a file that could not be read', summaryOf('unreadable'), 'look', 'file'],
  ['rows of which none can be sent yet', summaryOf('open', { new: 5 }), 'match', 'match'],
  ['rows that need fixing', summaryOf('open', { ready: 5, problem: 2 }), 'fix', 'fix'],
  ['rows that are all ready', summaryOf('open', { ready: 5 }), 'send', 'send'],
  ['an import that is done', summaryOf('finished', { accepted: 5 }), 'report', 'report'],
  ['rows left behind for fixing', summaryOf('finished', { accepted: 5, problem: 2 }), 'fix', 'fix'],
  [
    'leads that were refused',
    summaryOf('finished', { accepted: 5, rejected: 1, problem: 2 }),
    'report',
    'report',
  ],
  ['what was taken back', summaryOf('open', { accepted: 5, ready: 2 }), 'send-rest', 'send'],
  [
    'what was taken back and then skipped',
    summaryOf('open', { accepted: 5, skipped: 2 }),
    'report',
    'report',
  ],
] as const)('%s has one next thing to do', (_what, summary, kind, step) => {
  expect(nextAction(summary, null, [])).toEqual({ kind, step });
});

test('an import whose sending was cut off, by a power cut or another import, is continued', () => {
  expect(nextAction(summaryOf('sending'), null, []).kind).toBe('continue');
  expect(nextAction(summaryOf('sending'), statusOf('b', { kind: 'running', waiting: null }), []).kind).toBe(
    'continue',
  );
  expect(nextAction(summaryOf('sending'), statusOf('a', { kind: 'paused' }), []).kind).toBe('continue');
});

test('sending under way is watched, and sending that stopped itself leads to its cure', () => {
  expect(nextAction(summaryOf('sending'), statusOf('a', { kind: 'running', waiting: null }), []).kind).toBe(
    'watch',
  );
  expect(
    nextAction(
      summaryOf('sending'),
      statusOf('a', { kind: 'stopped', failure: { kind: 'token-refused' } }),
      [],
    ).kind,
  ).toBe('cure');
});

test('an import that stopped itself leads to its cure also while another one is sent', () => {
  const stopped = { ...summaryOf('sending'), failure: { kind: 'token-refused' } } as const;
  expect(nextAction(stopped, statusOf('b', { kind: 'running', waiting: null }), []).kind).toBe('cure');
  expect(nextAction(stopped, statusOf('a', { kind: 'running', waiting: null }), []).kind).toBe('watch');
});

test('while an import is sent the sender knows its counts, afterwards the list', () => {
  const status = { ...statusOf('a', { kind: 'finished' }), counts: { ...noRows(), accepted: 2 } };
  const counts = { confirmed: 1, 'not-found': 1 };
  expect(presentCounts(summaryOf('finished', counts), status)).toMatchObject(counts);
  expect(presentCounts(summaryOf('sending', { queued: 2 }), status).accepted).toBe(2);
  expect(presentCounts(summaryOf('sending', { queued: 2 }), null).queued).toBe(2);
});

test('an import that waits its turn is looked at, not continued a second time', () => {
  const running = statusOf('b', { kind: 'running', waiting: null });
  expect(nextAction(summaryOf('sending'), running, ['a'])).toEqual({ kind: 'watch', step: 'send' });
  // Nothing moves the line by itself, so somebody has to look.
  expect(nextAction(summaryOf('sending'), null, ['a'])).toEqual({ kind: 'cure', step: 'send' });
});

test('the first few are looked at before the others go', () => {
  const few: ImportSummary = { ...summaryOf('sending'), fewSent: [2, 3, 4] };
  const shown = statusOf('a', { kind: 'few-sent', rowNumbers: [2, 3, 4] });
  expect(nextAction(few, shown, []).kind).toBe('look-at-few');
  // Also after a restart, and when another import was sent since.
  expect(nextAction(few, null, []).kind).toBe('look-at-few');
  expect(nextAction(few, statusOf('b', { kind: 'finished' }), []).kind).toBe('look-at-few');
});
