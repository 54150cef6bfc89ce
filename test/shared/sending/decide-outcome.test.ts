import { describe, expect, test } from 'vitest';
import { decideOutcome } from '../../../shared/sending/decide-outcome.ts';
import { canMove } from '../../../shared/sending/fate.ts';
import type { Verdict } from '../../../shared/sending/judge-reply.ts';
import type { QueuedLead } from '../../../shared/sending/outcome.ts';

const LEAD: QueuedLead = { rowIndex: 7, rowNumber: 9, failedAttempts: 0, hasActions: false, body: '{}' };
const END = { nowMs: 1_000, random: 0.5, durationMs: 12.4 };
const NO_WISH = { retryAfter: null, date: null };

describe('what a verdict does to the lead', () => {
  test.each<[string, Verdict, object]>([
    [
      'accepted is the end',
      { kind: 'accepted', status: 200 },
      { fate: 'accepted', nextAttemptAtMs: null, isFailedAttempt: false },
    ],
    [
      'rejected is the end, with the server’s words',
      { kind: 'rejected', status: 400, words: 'No' },
      { fate: 'rejected', status: 400, words: 'No', nextAttemptAtMs: null, isFailedAttempt: true },
    ],
    [
      'unknown is tried again after a wait',
      { kind: 'unknown', status: null, words: 'TIMEOUT', mayRepeat: true, ...NO_WISH },
      { fate: 'unknown', words: 'TIMEOUT', nextAttemptAtMs: 6_000, isFailedAttempt: true },
    ],
    [
      'unknown with actions waits for the user',
      { kind: 'unknown', status: 500, words: null, mayRepeat: false, ...NO_WISH },
      { fate: 'unknown', nextAttemptAtMs: null, isFailedAttempt: true },
    ],
    [
      'waiting for the limit is not a failed attempt',
      { kind: 'back-in-queue', why: 'slow-down', status: 429, words: null, ...NO_WISH },
      { fate: 'queued', nextAttemptAtMs: 1_000, isFailedAttempt: false },
    ],
    [
      'nor is being offline',
      { kind: 'back-in-queue', why: 'offline', status: null, words: 'ENOTFOUND', ...NO_WISH },
      { fate: 'queued', words: 'ENOTFOUND', isFailedAttempt: false },
    ],
    [
      'nor is a refused token',
      { kind: 'stop', status: 401, words: 'No', failure: { kind: 'token-refused' } },
      { fate: 'queued', status: 401, nextAttemptAtMs: 1_000, isFailedAttempt: false },
    ],
  ])('%s', (_, verdict, expected) => {
    const outcome = decideOutcome(LEAD, verdict, END);
    expect(outcome).toMatchObject({ rowIndex: 7, durationMs: 12, ...expected });
    expect(canMove('sending', outcome.fate)).toBe(true);
  });

  test('the attempt that just failed counts towards the limit', () => {
    const verdict: Verdict = { kind: 'unknown', status: null, words: null, mayRepeat: true, ...NO_WISH };
    expect(decideOutcome({ ...LEAD, failedAttempts: 6 }, verdict, END).nextAttemptAtMs).not.toBeNull();
    expect(decideOutcome({ ...LEAD, failedAttempts: 7 }, verdict, END).nextAttemptAtMs).toBeNull();
  });
});
