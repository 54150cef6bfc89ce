import { expect, test } from 'vitest';
import { StatusAnnouncer } from '../../../electron/sending/status-announcer.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import type { SendingStatus } from '../../../shared/sending/status.ts';

const STATUS: SendingStatus = {
  importId: 'import-1',
  state: { kind: 'finished' },
  speed: 'fast',
  counts: noRows(),
  total: 0,
  usedThisHour: 0,
  limitPerHour: 1,
  freesAtMs: null,
  finishAtMs: null,
  isSlowed: false,
  leadsPerMinute: 0,
};

test('news are gathered for a tenth of a second, silence is broken every five seconds, and nothing is made that is not shown', () => {
  let made = 0;
  let shown = 0;
  const announcer = new StatusAnnouncer(
    () => {
      made += 1;
      return STATUS;
    },
    () => {
      shown += 1;
    },
  );
  const shownAtMs: number[] = [];
  for (let nowMs = 0; nowMs <= 12_000; nowMs += 10) {
    if (nowMs < 300) {
      announcer.note();
    }
    announcer.announceIfDue(nowMs);
    if (shown > shownAtMs.length) {
      shownAtMs.push(nowMs);
    }
  }
  expect(shownAtMs).toEqual([0, 100, 200, 300, 5_300, 10_300]);
  expect(made).toBe(shown);
});
