import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../shared/sending/reply.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import type { LeadSink } from '../../../electron/sending/ports.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { queuedImport, temporaryFolder } from '../journal/made-import.ts';
import { TestClock } from '../sending/simulation/test-clock.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** How long the server takes. */
const ANSWER_MS = 20;

describe('the allowance of the hour after a restart', () => {
  it('does not send an 18,001st request before its time when 18,000 of the last hour are on record', async () => {
    const folder = temporaryFolder();
    const clock = new TestClock();
    const startMs = clock.wallMs();
    const before = new GlobalJournal(join(folder, 'global.sqlite'));
    before.allowanceOf('token').add(startMs - 30 * MINUTE_MS, 17_999);
    before.allowanceOf('token').add(startMs - 10 * MINUTE_MS, 1);
    before.close();
    queuedImport(join(folder, 'import.sqlite'), 3);

    // The program starts anew: everything it knows is in the two files.
    const global = new GlobalJournal(join(folder, 'global.sqlite'));
    const queue = new JournalLeadQueue(join(folder, 'import.sqlite'));
    const leftAtMs: number[] = [];
    const sink: LeadSink = {
      send: async (_body, signal) => {
        leftAtMs.push(clock.wallMs());
        await clock.wait(ANSWER_MS, signal);
        return ACCEPTED;
      },
    };
    const sender = new Sender({
      queue,
      sink,
      allowance: global.allowanceOf('token'),
      clock,
      random: () => 0.5,
      options: { importId: 'import', speed: 'fast' },
      onStatus: () => undefined,
    });
    const end = sender.start();
    await clock.runFor(29 * MINUTE_MS);
    expect(leftAtMs).toEqual([]);
    expect(sender.status()).toMatchObject({
      usedThisHour: 18_000,
      state: { waiting: { kind: 'allowance' } },
    });
    await clock.runUntil(end);
    expect(queue.counts()).toMatchObject({ accepted: 3, queued: 0 });
    for (const atMs of leftAtMs) {
      expect(atMs).toBeGreaterThanOrEqual(startMs - 30 * MINUTE_MS + HOUR_MS);
    }
    queue.close();
    global.close();
  });

  it('is not freed by setting the computer’s clock', async () => {
    const folder = temporaryFolder();
    const clock = new TestClock();
    const global = new GlobalJournal(join(folder, 'global.sqlite'));
    global.allowanceOf('token').add(clock.wallMs(), 18_000);
    queuedImport(join(folder, 'import.sqlite'), 1);
    const queue = new JournalLeadQueue(join(folder, 'import.sqlite'));
    let sent = 0;
    const sink: LeadSink = {
      send: async (_body, signal) => {
        sent += 1;
        await clock.wait(ANSWER_MS, signal);
        return ACCEPTED;
      },
    };
    const sender = new Sender({
      queue,
      sink,
      allowance: global.allowanceOf('token'),
      clock,
      random: () => 0.5,
      options: { importId: 'import', speed: 'fast' },
      onStatus: () => undefined,
    });
    const end = sender.start();
    await clock.runFor(MINUTE_MS);
    clock.setWallMs(clock.wallMs() + 2 * HOUR_MS);
    await clock.runFor(MINUTE_MS);
    clock.setWallMs(clock.wallMs() - 4 * HOUR_MS);
    await clock.runFor(50 * MINUTE_MS);
    expect(sent).toBe(0);
    await clock.runUntil(end);
    expect(sent).toBe(1);
    queue.close();
    global.close();
  });
});

const ACCEPTED: Reply = {
  kind: 'answered',
  status: 200,
  contentType: 'application/json',
  retryAfter: null,
  date: null,
  body: '{"status":"QUEUED"}',
  durationMs: 1,
};
