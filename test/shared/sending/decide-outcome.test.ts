import { describe, expect, test } from 'vitest';
import { decideOutcome } from '../../../shared/sending/decide-outcome.ts';
import { canMove } from '../../../shared/sending/fate.ts';
import type { Verdict } from '../../../shared/sending/judge-reply.ts';
import type { QueuedLead } from '../../../shared/sending/outcome.ts';

const LEAD: QueuedLead = { rowIndex: 7, rowNumber: 9, failedAttempts: 0, hasActions: false, body: '{}' };
const END = { tries: 0, isBadWeather: false, nowMs: 1_000, random: 0.5, durationMs: 12.4 };
const NO_WISH = { retryAfter: null, date: null };
const UNKNOWN = { kind: 'unknown', trouble: 'server-trouble', ...NO_WISH } as const;

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
      { ...UNKNOWN, status: null, words: 'TIMEOUT', mayRepeat: true },
      { fate: 'unknown', words: 'TIMEOUT', nextAttemptAtMs: 6_000, isFailedAttempt: true },
    ],
    [
      'unknown with actions waits for the user',
      { ...UNKNOWN, status: 500, words: null, mayRepeat: false },
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
    const verdict: Verdict = { ...UNKNOWN, status: null, words: null, mayRepeat: true };
    expect(decideOutcome({ ...LEAD, failedAttempts: 6 }, verdict, END).nextAttemptAtMs).not.toBeNull();
    expect(decideOutcome({ ...LEAD, failedAttempts: 7 }, verdict, END).nextAttemptAtMs).toBeNull();
  });

  test('in bad weather an attempt does not count, and other leads come first', () => {
    const verdict: Verdict = { ...UNKNOWN, status: 503, words: null, mayRepeat: true };
    const lead = { ...LEAD, failedAttempts: 7 };
    expect(decideOutcome(lead, verdict, END)).toMatchObject({ isFailedAttempt: true });
    expect(decideOutcome(lead, verdict, { ...END, tries: 6, isBadWeather: true })).toMatchObject({
      fate: 'unknown',
      isFailedAttempt: false,
      nextAttemptAtMs: 361_000,
    });
    const careful = { ...verdict, mayRepeat: false };
    expect(decideOutcome(LEAD, careful, { ...END, tries: 7, isBadWeather: true }).nextAttemptAtMs).toBeNull();
  });
});
