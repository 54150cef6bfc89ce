import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reply } from '../../../shared/sending/reply.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import type { AllowanceRecord, LeadSink } from '../../../electron/sending/ports.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { queuedImport, temporaryFolder } from '../journal/made-import.ts';
import { TestClock } from '../sending/simulation/test-clock.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** How long the server takes. */
const ANSWER_MS = 20;

describe('the allowance of the hour after a restart', () => {
  it('does not send an 18,001st request before its time when 18,000 of the last hour are on record', async () => {
    const clock = new TestClock();
    const startMs = clock.wallMs();
    const program = restart(clock, 3, (allowance) => {
      allowance.add(startMs - 30 * MINUTE_MS, 17_999);
      allowance.add(startMs - 10 * MINUTE_MS, 1);
    });
    const end = program.sender.start();
    await clock.runFor(29 * MINUTE_MS);
    expect(program.leftAtMs).toEqual([]);
    expect(program.sender.status()).toMatchObject({
      usedThisHour: 18_000,
      state: { waiting: { kind: 'allowance' } },
    });
    await clock.runUntil(end);
    expect(program.queue.counts()).toMatchObject({ accepted: 3, queued: 0 });
    for (const atMs of program.leftAtMs) {
      expect(atMs).toBeGreaterThanOrEqual(startMs - 30 * MINUTE_MS + HOUR_MS);
    }
  });

  it('is not freed by setting the computer’s clock', async () => {
    const clock = new TestClock();
    const program = restart(clock, 1, (allowance) => {
      allowance.add(clock.wallMs(), 18_000);
    });
    const end = program.sender.start();
    await clock.runFor(MINUTE_MS);
    clock.setWallMs(clock.wallMs() + 2 * HOUR_MS);
    await clock.runFor(MINUTE_MS);
    clock.setWallMs(clock.wallMs() - 4 * HOUR_MS);
    await clock.runFor(50 * MINUTE_MS);
    expect(program.leftAtMs).toEqual([]);
    await clock.runUntil(end);
    expect(program.leftAtMs).toHaveLength(1);
  });
});

/**
 * A program that starts with `leadCount` queued leads and the requests that `before` put on record: everything it knows is in
 * the two files.
 */
function restart(
  clock: TestClock,
  leadCount: number,
  before: (allowance: AllowanceRecord) => void,
): { sender: Sender; queue: JournalLeadQueue; leftAtMs: number[] } {
  const folder = temporaryFolder();
  const earlier = new GlobalJournal(join(folder, 'global.sqlite'));
  before(earlier.allowanceOf('token'));
  earlier.close();
  queuedImport(join(folder, 'import.sqlite'), leadCount);
  const global = new GlobalJournal(join(folder, 'global.sqlite'));
  const queue = new JournalLeadQueue(join(folder, 'import.sqlite'));
  onTestFinished(() => {
    queue.close();
    global.close();
  });
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
  return { sender, queue, leftAtMs };
}

const ACCEPTED: Reply = {
  kind: 'answered',
  status: 200,
  contentType: 'application/json',
  retryAfter: null,
  date: null,
  body: '{"status":"QUEUED"}',
  durationMs: 1,
};
