import { describe, expect, test } from 'vitest';
import { newsBetween, newsWords, signsOf } from '../../../electron/window/sending-signs.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ImportSummary } from '../../../shared/import.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
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
    isSlowed: false,
    leadsPerMinute: 0,
  };
}

describe('what can be seen from outside', () => {
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
    [
      'while the user looks at the first few',
      { kind: 'few-sent', rowNumbers: [2, 3, 4] },
      { fraction: 0.25, mode: 'paused' },
      false,
    ],
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
  const FAILED: Failure = { kind: 'token-refused' };

  test.each<[string, Partial<ImportSummary>, Partial<ImportSummary>, readonly string[]]>([
    ['it finished', { stage: 'sending' }, { stage: 'finished' }, ['finished']],
    [
      'it was sent so quickly that nobody saw it being sent',
      { stage: 'open' },
      { stage: 'finished' },
      ['finished'],
    ],
    ['it stopped', { stage: 'sending' }, { stage: 'sending', failure: FAILED }, ['stopped']],
    ['the user paused it', { stage: 'sending' }, { stage: 'sending' }, []],
    ['it stopped before', { stage: 'sending', failure: FAILED }, { stage: 'sending', failure: FAILED }, []],
    ['it goes on', { stage: 'sending', failure: FAILED }, { stage: 'sending' }, []],
    ['a file could not be read', { stage: 'reading' }, { stage: 'unreadable', failure: FAILED }, []],
  ])('%s', (_name, before, now, expected) => {
    const other = summaryOf({ importId: 'b', stage: 'finished' });
    const news = newsBetween([summaryOf(before), other], [summaryOf(now), other]);
    expect(news.map(({ kind, summary }) => [kind, summary.importId])).toEqual(
      expected.map((kind) => [kind, 'a']),
    );
  });

  test('leads that were found, or missed, in Telecrm meanwhile were accepted as well', () => {
    const counts = { ...noRows(), accepted: 2, confirmed: 17, 'not-found': 1, rejected: 3, queued: 4 };
    const { say } = makeWords('en');
    expect(newsWords({ kind: 'finished', summary: summaryOf({ counts }) }, say)).toEqual({
      title: 'Sending is finished',
      body: 'Telecrm accepted 20 of 27 leads.',
    });
    expect(newsWords({ kind: 'stopped', summary: summaryOf({ counts }) }, say).body).toContain(
      '23 of 27 leads are answered.',
    );
  });

  test('an import that was not in the list before is none', () => {
    expect(newsBetween([], [summaryOf({ stage: 'finished' })])).toEqual([]);
  });

  test('of several imports that ended meanwhile, each has its own', () => {
    const before = [summaryOf({ stage: 'sending' }), summaryOf({ importId: 'b', stage: 'sending' })];
    const now = [
      summaryOf({ stage: 'sending', failure: FAILED }),
      summaryOf({ importId: 'b', stage: 'finished' }),
    ];
    expect(newsBetween(before, now).map(({ kind }) => kind)).toEqual(['stopped', 'finished']);
  });
});

function summaryOf(part: Partial<ImportSummary>): ImportSummary {
  return {
    importId: 'a',
    fileName: 'leads.csv',
    workspaceId: 'w',
    createdAtMs: 1,
    changedAtMs: 2,
    stage: 'open',
    counts: noRows(),
    failure: null,
    speed: null,
    fewSent: null,
    ...part,
  };
}
