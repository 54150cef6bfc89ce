import { expect, test } from 'vitest';
import { importStateWords } from '../../../renderer/screens/home/import-state-words.ts';
import { headlineWords } from '../../../renderer/screens/report/headline-words.ts';
import { stopWords } from '../../../renderer/screens/report/stop-words.ts';
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
])('the headline says what Telecrm accepted, and nothing more', (fates, expected) => {
  expect(headlineWords(say, fates)).toBe(expected);
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
