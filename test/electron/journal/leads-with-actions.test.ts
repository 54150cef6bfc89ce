import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingSchema, type Mapping } from '../../../shared/mapping/mapping.ts';
import { decideOutcome } from '../../../shared/sending/decide-outcome.ts';
import { judgeReply } from '../../../shared/sending/judge-reply.ts';
import type { Reply } from '../../../shared/sending/reply.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { phoneOf, stage, temporaryFolder } from './made-import.ts';

const PAYMENT_COLUMN: Mapping = mappingSchema.parse({
  duplicates: 'last-wins',
  columns: [
    ['phone', { kind: 'field', apiName: 'phone' }],
    ['paid', { kind: 'action', actionId: 'a1', part: 'amount' }],
  ].map(([heading, target], columnIndex) => ({
    columnIndex,
    heading,
    target,
    origin: 'chosen',
    choices: {},
  })),
  constants: [
    ['status', 'COMPLETED'],
    ['currency', 'INR'],
  ].map(([part, text]) => ({ target: { kind: 'action', actionId: 'a1', part }, text, choices: {} })),
  actions: [{ actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: null }],
});

/** Two people: the first without a payment, the second with one. */
function queueOfTwo(): { path: string; queue: JournalLeadQueue } {
  const path = join(temporaryFolder(), 'import.sqlite');
  const { journal, prepared } = stage(
    path,
    [
      [phoneOf(0), ''],
      [phoneOf(1), '5,000'],
    ],
    PAYMENT_COLUMN,
  );
  prepared.freeze(0);
  journal.database.close();
  return { path, queue: new JournalLeadQueue(path) };
}

const answered = (status: number, body = ''): Reply => ({
  kind: 'answered',
  status,
  contentType: 'application/json',
  body,
  retryAfter: null,
  date: null,
  durationMs: 1,
});

/** An attempt that ended in fair weather. */
const END = { nowMs: 2, random: 0.5, durationMs: 1, tries: 0, isBadWeather: false };

const LATER = Number.MAX_SAFE_INTEGER;

describe('leads that carry actions', () => {
  it('are given to the sender as such, with the body that Telecrm documents', () => {
    const { queue } = queueOfTwo();
    expect(queue.take(2, 1).map(({ hasActions, body }) => [hasActions, body])).toEqual([
      [false, `{"fields":{"phone":"91${phoneOf(0)}"}}`],
      [
        true,
        `{"fields":{"phone":"91${phoneOf(1)}"},"actions":[{"type":"PAYMENT","status":"COMPLETED","currency":"INR","amount":"5000"}]}`,
      ],
    ]);
    queue.close();
  });

  it('stay unknown after a crash until the user says so, while leads of fields alone go again by themselves', () => {
    const { path, queue } = queueOfTwo();
    queue.take(2, 1);
    // Nothing was closed: this is what the next start finds after a crash.
    const next = new JournalLeadQueue(path);
    expect(next.recoverInterrupted(5)).toBe(2);
    expect(next.counts()).toMatchObject({ unknown: 2, sending: 0, queued: 0 });
    expect(next.take(9, LATER).map((lead) => lead.rowIndex)).toEqual([0]);
    expect(next.nextDueAtMs()).toBeNull();
    expect(next.retry('unknown', null, 6)).toBe(1);
    expect(next.take(9, 6).map((lead) => [lead.rowIndex, lead.hasActions])).toEqual([[1, true]]);
    next.close();
    queue.close();
  });

  it('are still known as such when the crash comes during a repeat that the user asked for', () => {
    const { path, queue } = queueOfTwo();
    queue.take(2, 1);
    const second = new JournalLeadQueue(path);
    second.recoverInterrupted(5);
    second.retry('unknown', null, 6);
    second.take(9, LATER);
    const third = new JournalLeadQueue(path);
    expect(third.recoverInterrupted(9)).toBe(2);
    expect(third.take(9, LATER).map((lead) => lead.rowIndex)).toEqual([0]);
    for (const open of [queue, second, third]) {
      open.close();
    }
  });

  it.each<[string, Reply]>([
    ['500', answered(500)],
    ['502', answered(502)],
    ['408', answered(408)],
    ['302', answered(302)],
    ['a web page in place of an answer', answered(200, '<!doctype html><html></html>')],
    ['a 2xx that speaks of an error', answered(200, '{"error":{"code":"X","message":"y"}}')],
    ['no answer', { kind: 'no-answer', code: 'ECONNRESET', durationMs: 1 }],
    ['an answer that never came', { kind: 'no-answer', code: 'TIMEOUT', durationMs: 60_000 }],
  ])('are never repeated by themselves after %s', (_, reply) => {
    const { path, queue } = queueOfTwo();
    const leads = queue.take(2, 1);
    queue.record(leads.map((lead) => decideOutcome(lead, judgeReply(reply, lead.hasActions), END)));
    expect(queue.counts()).toMatchObject({ unknown: 2 });
    queue.close();
    const next = new JournalLeadQueue(path);
    next.recoverInterrupted(3);
    expect(next.take(9, LATER).map((lead) => lead.rowIndex)).toEqual([0]);
    next.close();
  });

  it.each<[string, Reply]>([
    ['the limit', answered(429)],
    ['no connection', { kind: 'not-sent', code: 'ECONNREFUSED', durationMs: 1 }],
  ])('go again by themselves after %s, which certainly let nothing through', (_, reply) => {
    const { queue } = queueOfTwo();
    const leads = queue.take(2, 1);
    queue.record(leads.map((lead) => decideOutcome(lead, judgeReply(reply, lead.hasActions), END)));
    expect(queue.take(9, LATER).map((lead) => lead.rowIndex)).toEqual([0, 1]);
    queue.close();
  });
});
