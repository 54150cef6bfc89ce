import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FATES } from '../../../shared/sending/fate.ts';
import type { Outcome } from '../../../shared/sending/outcome.ts';
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
    expect(queue.retry('rejected', 7)).toBe(1);
    expect(queue.counts()).toMatchObject({ queued: 1, accepted: 1, rejected: 0 });
    expect(queue.take(9, 7).map((lead) => lead.rowIndex)).toEqual([0]);
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
