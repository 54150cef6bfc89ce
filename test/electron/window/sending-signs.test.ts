import { describe, expect, test } from 'vitest';
import { leadsAnswered, newsBetween, signsOf } from '../../../electron/window/sending-signs.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import type { SenderState, SendingStatus } from '../../../shared/sending/status.ts';

const RUNNING: SenderState = { kind: 'running', waiting: null };
const STOPPED: SenderState = { kind: 'stopped', failure: { kind: 'token-refused' } };

function status(state: SenderState, importId = 'a'): SendingStatus {
  return {
    importId,
    state,
    speed: 'fast',
    counts: { ...noRows(), problem: 7, queued: 70, sending: 5, accepted: 20, rejected: 3, unknown: 2 },
    total: 100,
    usedThisHour: 25,
    limitPerHour: 18_000,
    freesAtMs: null,
    finishAtMs: null,
    leadsPerMinute: 0,
  };
}

describe('what can be seen from outside', () => {
  test('the bar counts leads with an answer, not rows', () => {
    expect(leadsAnswered(status(RUNNING))).toBe(25);
  });

  test.each([
    ['before it ever ran', null, null, false],
    ['while it runs', RUNNING, { fraction: 0.25, mode: 'normal' }, true],
    [
      'while it waits',
      { kind: 'running', waiting: { kind: 'offline', untilMs: 1 } },
      { fraction: 0.25, mode: 'normal' },
      true,
    ],
    ['while it pauses', { kind: 'pausing' }, { fraction: 0.25, mode: 'paused' }, true],
    ['when it is paused', { kind: 'paused' }, { fraction: 0.25, mode: 'paused' }, false],
    ['when it stopped', STOPPED, { fraction: 0.25, mode: 'error' }, false],
    ['when it is finished', { kind: 'finished' }, null, false],
  ] as const)('%s', (_name, state, bar, isAwake) => {
    expect(signsOf(state === null ? null : status(state))).toStrictEqual({ bar, isAwake });
  });

  test('an import without leads has no half bar', () => {
    expect(signsOf({ ...status(RUNNING), total: 0, counts: noRows() }).bar).toStrictEqual({
      fraction: 1,
      mode: 'normal',
    });
  });
});

describe('news', () => {
  test.each([
    ['it finished', RUNNING, { kind: 'finished' }, 'finished'],
    ['it stopped', RUNNING, STOPPED, 'stopped'],
    ['it stopped while pausing', { kind: 'pausing' }, STOPPED, 'stopped'],
    ['the user paused it', { kind: 'pausing' }, { kind: 'paused' }, null],
    ['nothing new', STOPPED, STOPPED, null],
    ['it goes on', STOPPED, RUNNING, null],
  ] as const)('%s', (_name, before, now, expected) => {
    expect(newsBetween(status(before), status(now))).toBe(expected);
  });

  test('the end of an earlier import is no news of this one', () => {
    expect(newsBetween(status(RUNNING, 'a'), status({ kind: 'finished' }, 'b'))).toBeNull();
    expect(newsBetween(null, status({ kind: 'finished' }))).toBeNull();
    expect(newsBetween(status(RUNNING), null)).toBeNull();
  });
});
