import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FATES } from '../../../shared/sending/fate.ts';
import type { Outcome } from '../../../shared/sending/outcome.ts';
import type { AttemptPage, EventPage } from '../../../shared/replies.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { phoneOf, queuedImport, temporaryFolder } from './made-import.ts';

function outcome(rowIndex: number, part: Partial<Outcome> = {}): Outcome {
  return {
    rowIndex,
    fate: 'accepted',
    status: 200,
    words: null,
    nextAttemptAtMs: null,
    isFailedAttempt: false,
    durationMs: 1,
    ...part,
  };
}

function makeQueue(count: number): { path: string; queue: JournalLeadQueue } {
  const path = join(temporaryFolder(), 'import.sqlite');
  queuedImport(path, count);
  return { path, queue: new JournalLeadQueue(path) };
}

/** What another connection reads in the record. */
function recordOf(
  path: string,
  rowIndex: number | null = null,
  offset = 0,
  limit = 100,
): AttemptPage & EventPage {
  const journal = openImportJournal(path);
  const { record } = journal;
  const pages = { ...record.events(0, 100), ...record.attempts(rowIndex, offset, limit) };
  journal.database.close();
  return pages;
}

describe('the queue of leads in the journal', () => {
  it('gives rows in the order of the sheet, across blocks, each with the body that the preview shows', () => {
    const { queue } = makeQueue(600);
    const leads = [...queue.take(500, 1), ...queue.take(500, 1)];
    expect(leads.map((lead) => lead.rowNumber)).toEqual(
      Array.from({ length: 600 }, (_unused, index) => index + 2),
    );
    expect(leads[300]?.body).toBe(`{"fields":{"name":"Person 300","phone":"91${phoneOf(300)}"}}`);
    expect(queue.take(1, 1)).toEqual([]);
    expect(queue.counts()).toMatchObject({ queued: 0, sending: 600 });
    queue.close();
  });

  it('has what it took on disk before it gives it, so that a crash leaves it unknown, not forgotten', () => {
    const { path, queue } = makeQueue(3);
    queue.take(2, 1);
    // Nothing was closed: this is what the next start finds after a crash.
    const next = new JournalLeadQueue(path);
    expect(next.counts()).toMatchObject({ queued: 1, sending: 2 });
    expect(next.recoverInterrupted(5)).toBe(2);
    expect(next.counts()).toMatchObject({ queued: 1, sending: 0, unknown: 2 });
    expect(next.take(9, 5).map((lead) => [lead.rowIndex, lead.failedAttempts])).toEqual([
      [0, 1],
      [1, 1],
      [2, 0],
    ]);
    next.close();
    queue.close();
  });

  it('remembers accepted, refused and unknown leads when it is opened again', () => {
    const { path, queue } = makeQueue(4);
    queue.take(4, 1);
    queue.record([
      outcome(0),
      outcome(1, { fate: 'rejected', status: 400, words: 'Bad name', isFailedAttempt: true }),
      outcome(2, { fate: 'unknown', status: null, words: 'ECONNRESET', isFailedAttempt: true }),
      outcome(3, { fate: 'queued', status: 429, nextAttemptAtMs: 900 }),
    ]);
    queue.close();
    const next = new JournalLeadQueue(path);
    expect(next.counts()).toMatchObject({ accepted: 1, rejected: 1, unknown: 1, queued: 1, sending: 0 });
    expect(next.nextDueAtMs()).toBe(900);
    expect(next.take(9, 899)).toEqual([]);
    expect(next.take(9, 900).map((lead) => lead.rowIndex)).toEqual([3]);
    next.close();
  });

  it('refuses an outcome for a lead that is not being sent', () => {
    const { queue } = makeQueue(1);
    expect(() => {
      queue.record([outcome(0)]);
    }).toThrow('not being sent');
    queue.close();
  });

  it('puts refused leads back in the queue when the user says so', () => {
    const { queue } = makeQueue(2);
    queue.take(2, 1);
    queue.record([outcome(0, { fate: 'rejected', status: 400, isFailedAttempt: true }), outcome(1)]);
    expect(queue.nextDueAtMs()).toBeNull();
    expect(queue.retry('rejected', null, 7)).toBe(1);
    expect(queue.counts()).toMatchObject({ queued: 1, accepted: 1, rejected: 0 });
    expect(queue.take(9, 7).map((lead) => lead.rowIndex)).toEqual([0]);
    queue.close();
  });

  it('puts back only the rows that are named, and only those that have that fate', () => {
    const { path, queue } = makeQueue(5);
    queue.take(5, 1);
    const refused = { fate: 'rejected', status: 400, isFailedAttempt: true } as const;
    queue.record([outcome(0, refused), outcome(1), outcome(2, refused), outcome(3, refused), outcome(4)]);
    expect(queue.retry('rejected', [0, 1, 3, 77], 7)).toBe(2);
    expect(queue.retry('rejected', [0, 1, 3, 77], 8)).toBe(0);
    expect(queue.counts()).toMatchObject({ queued: 2, rejected: 1, accepted: 2 });
    expect(queue.take(9, 7).map((lead) => lead.rowIndex)).toEqual([0, 3]);
    expect(recordOf(path).events).toMatchObject([{ kind: 'retried', leadCount: 2, atMs: 7 }]);
    queue.close();
  });

  it('never takes a lead that may have arrived for a new one, also after it was put back by hand', () => {
    const { queue } = makeQueue(1);
    queue.take(1, 1);
    queue.record([outcome(0, { fate: 'unknown', status: null, words: 'TIMEOUT', isFailedAttempt: true })]);
    expect(queue.retry('unknown', null, 7)).toBe(1);
    expect(queue.take(1, 7)).toMatchObject([{ rowIndex: 0, failedAttempts: 1 }]);
    queue.close();
  });

  it('keeps a record of every attempt, newest first, also of those that a crash cut off', () => {
    const path = join(temporaryFolder(), 'import.sqlite');
    queuedImport(path, 3);
    let nowMs = 1_000;
    const queue = new JournalLeadQueue(path, () => nowMs);
    queue.take(2, 1_000);
    queue.record([
      outcome(0, { fate: 'queued', status: 429, words: 'Slow', nextAttemptAtMs: 1_500, durationMs: 80.6 }),
      outcome(1, { fate: 'rejected', status: 400, words: 'Bad name', isFailedAttempt: true, durationMs: 90 }),
    ]);
    nowMs = 2_000;
    queue.take(1, 2_000);
    queue.record([outcome(0, { durationMs: 70 })]);
    queue.take(1, 2_500);
    // Nothing is closed: the program died here.
    const next = new JournalLeadQueue(path, () => nowMs);
    next.recoverInterrupted(9_000);
    const ends = recordOf(path).attempts.map(
      ({ rowIndex, rowNumber, atMs, end, status, words, durationMs }) => [
        rowIndex,
        rowNumber,
        atMs,
        end,
        status,
        words,
        durationMs,
      ],
    );
    expect(ends).toEqual([
      [2, 4, 9_000, 'given-up', null, null, 6_500],
      [0, 2, 2_000, 'accepted', 200, null, 70],
      [1, 3, 1_000, 'rejected', 400, 'Bad name', 90],
      [0, 2, 1_000, 'waits', 429, 'Slow', 81],
    ]);
    expect(recordOf(path, 0).attempts.map(({ end }) => end)).toEqual(['accepted', 'waits']);
    expect(recordOf(path, null, 1, 2)).toMatchObject({
      total: 4,
      attempts: [{ rowIndex: 0 }, { rowIndex: 1 }],
    });
    expect(recordOf(path).events).toMatchObject([{ kind: 'interrupted', leadCount: 1, failureKind: null }]);
    next.close();
    queue.close();
  });

  it('gives a few leads first, with their repeats, and no other while the user wants to look at them', () => {
    const { path, queue } = makeQueue(300);
    expect(queue.boundToFew()).toBeNull();
    queue.putFewFirst({ rowIndexes: null, isWaiting: false });
    const few = queue.boundToFew() ?? [];
    expect(few).toHaveLength(3);
    expect(queue.nextDueAtMs()).toBe(0);
    expect(queue.take(1, 5).map((lead) => lead.rowIndex)).toEqual(few.slice(0, 1));
    queue.record([outcome(few[0] ?? -1, { fate: 'queued', status: 429, nextAttemptAtMs: 50 })]);
    queue.close();
    // Chosen once: another start sends the same ones.
    const again = new JournalLeadQueue(path);
    expect(again.boundToFew()).toEqual(few);
    expect(again.take(9, 49).map((lead) => lead.rowIndex)).toEqual(few.slice(1));
    again.record([outcome(few[1] ?? -1), outcome(few[2] ?? -1)]);
    expect(again.nextDueAtMs()).toBe(50);
    expect(again.take(9, 50).map((lead) => lead.rowIndex)).toEqual(few.slice(0, 1));
    again.record([outcome(few[0] ?? -1)]);
    expect(again.nextDueAtMs()).toBeNull();
    expect(again.counts()).toMatchObject({ accepted: 3, queued: 297 });
    again.putFewFirst(null);
    again.close();
    const rest = new JournalLeadQueue(path);
    expect(rest.boundToFew()).toBeNull();
    expect(rest.take(500, 60).map((lead) => lead.rowIndex)).toEqual(
      Array.from({ length: 300 }, (_unused, index) => index).filter((index) => !few.includes(index)),
    );
    rest.close();
  });

  it('knows no few first where there are no others', () => {
    const { queue } = makeQueue(3);
    queue.putFewFirst({ rowIndexes: null, isWaiting: false });
    expect([queue.boundToFew(), queue.fewFirst()]).toEqual([null, null]);
    expect(queue.take(9, 1)).toHaveLength(3);
    queue.close();
  });

  it('is as before when the disk did not take what it was to give', () => {
    const { path, queue } = makeQueue(4);
    const reader = openImportJournal(path).database;
    reader.exec(`CREATE TRIGGER full BEFORE INSERT ON lead WHEN NEW.row_index = 2
      BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    expect(() => queue.take(4, 1)).toThrow();
    expect(queue.counts()).toMatchObject({ queued: 4, sending: 0 });
    reader.exec('DROP TRIGGER full');
    reader.close();
    expect(queue.take(4, 1).map((lead) => lead.rowIndex)).toEqual([0, 1, 2, 3]);
    queue.close();
  });

  it('always adds up to the rows of the sheet, and agrees with a queue opened anew, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            take: fc.integer({ min: 0, max: 5 }),
            fates: fc.array(fc.constantFrom('queued', 'accepted', 'rejected', 'unknown'), { maxLength: 5 }),
          }),
          { maxLength: 12 },
        ),
        (steps) => {
          const { path, queue } = makeQueue(20);
          let nowMs = 0;
          for (const step of steps) {
            nowMs += 10;
            const leads = queue.take(step.take, nowMs);
            queue.record(
              leads.map((lead, index) => {
                const fate = step.fates[index] ?? 'accepted';
                const nextAttemptAtMs = fate === 'queued' || fate === 'unknown' ? nowMs + 5 : null;
                return outcome(lead.rowIndex, { fate, nextAttemptAtMs, isFailedAttempt: fate === 'unknown' });
              }),
            );
            const counts = queue.counts();
            expect(FATES.reduce((sum, fate) => sum + counts[fate], 0)).toBe(20);
          }
          const again = new JournalLeadQueue(path);
          expect(again.counts()).toEqual(queue.counts());
          again.close();
          queue.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
