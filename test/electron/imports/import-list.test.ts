import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstSummary } from '../../../electron/imports/first-summary.ts';
import { ImportList } from '../../../electron/imports/import-list.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { temporaryFolder } from '../journal/made-import.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 10), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('each change has a time of its own, however soon it comes, so that nobody who looks for changes misses it', () => {
  const journal = new GlobalJournal(path.join(temporaryFolder(), 'global.sqlite'));
  const times: number[] = [];
  const list = new ImportList(journal, () => times.push(list.all()[0]?.changedAtMs ?? 0));
  list.add(firstSummary('people', 'people.csv', 'w', Date.now()));
  list.change('people', { stage: 'sending' });
  list.change('people', { stage: 'finished' });
  list.change('people', { stage: 'open' });
  const nowMs = Date.now();
  expect(times).toEqual([nowMs, nowMs + 1, nowMs + 2, nowMs + 3]);

  // Somebody puts the computer's clock back.
  vi.setSystemTime(Date.UTC(2025, 0, 5, 10));
  list.change('people', { stage: 'sending' });
  expect(times.at(-1)).toBe(Date.UTC(2025, 0, 5, 10));
  journal.close();
});
