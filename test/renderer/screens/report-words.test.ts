import { expect, test } from 'vitest';
import { importStateWords } from '../../../renderer/screens/home/import-state-words.ts';
import { headlineWords, rowsWords } from '../../../renderer/screens/report/headline-words.ts';
import { stopWords } from '../../../renderer/screens/report/stop-words.ts';
import type { ImportStage, ImportSummary } from '../../../shared/import.ts';
import { noRows, type FateCounts } from '../../../shared/sending/fate.ts';
import { makeWords } from '../../../shared/words/make-words.ts';

const { say } = makeWords('en');

function counts(change: Partial<FateCounts>): FateCounts {
  return { ...noRows(), ...change };
}

test.each([
  [counts({ accepted: 9640 }), 'Telecrm accepted all 9,640 leads.'],
  [counts({ accepted: 1 }), 'Telecrm accepted your lead.'],
  [counts({ accepted: 9612, rejected: 28 }), 'Telecrm accepted 9,612 of 9,640 leads. 28 were not accepted.'],
  [
    counts({ accepted: 10, rejected: 1, unknown: 1, queued: 3 }),
    'Telecrm accepted 10 of 15 leads. 1 was not accepted. 1 is unknown. 3 are still waiting to be sent.',
  ],
  [
    counts({ accepted: 353, ready: 2647 }),
    'Telecrm accepted all 353 leads that were sent. 2,647 were not sent yet.',
  ],
  [counts({ accepted: 69, problem: 170, duplicate: 1 }), 'Telecrm accepted all 69 leads that were sent.'],
  [counts({ accepted: 8, duplicate: 1, skipped: 1 }), 'Telecrm accepted all 8 leads.'],
])('the headline says what Telecrm accepted, and nothing more', (fates, expected) => {
  expect(headlineWords(say, fates)).toBe(expected);
});

test('the report adds up to the rows of the file', () => {
  const fates = counts({ accepted: 68, confirmed: 1, problem: 170, duplicate: 1 });
  expect(rowsWords(say, fates)).toBe('The file has 240 rows: 69 accepted, 170 need fixing, 1 duplicate.');
  expect(rowsWords(say, counts({ accepted: 9612, rejected: 28 }))).toBeNull();
});

function summaryWith(stage: ImportStage, change: Partial<FateCounts>): ImportSummary {
  return {
    importId: 'a',
    fileName: 'leads-may.csv',
    workspaceId: 'w',
    createdAtMs: 0,
    changedAtMs: 0,
    stage,
    counts: counts(change),
    failure: null,
    speed: null,
    fewSent: null,
  };
}

test.each([
  ['finished', { accepted: 69, problem: 170, duplicate: 1 }, '69 accepted · 170 need fixing'],
  ['open', { accepted: 353, ready: 2647 }, '353 accepted · 2,647 not sent yet'],
  ['open', { accepted: 353, rejected: 2, problem: 1 }, '353 accepted · 2 not accepted · 1 needs fixing'],
  ['finished', { accepted: 69, duplicate: 1 }, 'Telecrm accepted 69 of 69'],
] as const)('Home says of an import that was sent what was left behind (%s)', (stage, change, expected) => {
  expect(importStateWords(say, summaryWith(stage, change), null, [])).toBe(expected);
});

test('a line that nothing moves says that it stands still', () => {
  const waiting = summaryWith('sending', { queued: 5 });
  expect(importStateWords(say, waiting, null, ['a'])).toBe(
    'Waiting in line, number 1. Nothing is being sent, so the line stands still.',
  );
});

test('an import that was cut off says how far it came', () => {
  const summary = {
    importId: 'a',
    fileName: 'leads-may.csv',
    workspaceId: 'w',
    createdAtMs: 0,
    changedAtMs: 0,
    stage: 'sending',
    counts: counts({ accepted: 4120, queued: 5880 }),
    failure: null,
    speed: null,
    fewSent: null,
  } as const;
  expect(importStateWords(say, summary, null, [])).toBe('Paused at 4,120 of 10,000');
});

test.each([
  ['token-refused', 'Telecrm didn’t accept the token.'],
  ['repeated-refusal', 'Telecrm refused several leads in a row for the same reason.'],
  ['something-of-a-newer-version', null],
])('why sending stopped (%s) is told without a code', (failureKind, sentence) => {
  expect(stopWords(say, failureKind)).toBe(sentence);
});
