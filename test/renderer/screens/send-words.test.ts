import { expect, test } from 'vitest';
import { allowanceWords } from '../../../renderer/screens/send/allowance-words.ts';
import { stopWords } from '../../../renderer/screens/send/stop-words.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import { makeWords } from '../../../shared/words/make-words.ts';

const WORDS = makeWords('en', 'Asia/Kolkata');

test('the question before stopping names every lead once', () => {
  expect(stopWords(WORDS.say, { ...noRows(), accepted: 322, sending: 16, queued: 2_662 })).toBe(
    '322 leads are already in Telecrm’s queue and stay there. 16 more are on their way and can’t be called back. The other 2,662 will wait here. Continue any time.',
  );
  expect(stopWords(WORDS.say, { ...noRows(), accepted: 1, rejected: 2, unknown: 3, queued: 1 })).toBe(
    '1 lead is already in Telecrm’s queue and stays there. 2 were not accepted. Of 3 no clear answer came. The other one will wait here. Continue any time.',
  );
});

test('the allowance says when the next request frees only where all of it is used', () => {
  const nowMs = Date.parse('2026-05-14T09:00:00Z');
  const freesAtMs = nowMs + 600_000;
  expect(allowanceWords(WORDS, { usedThisHour: 3, limitPerHour: 18_000, freesAtMs }, nowMs)).toBe(
    '3 of 18,000 requests used this hour',
  );
  expect(allowanceWords(WORDS, { usedThisHour: 18_000, limitPerHour: 18_000, freesAtMs }, nowMs)).toBe(
    '18,000 of 18,000 requests used this hour, the next one is free at 2:40 pm',
  );
});
