import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mappingSchema } from '../../../shared/mapping/mapping.ts';
import type { Reply } from '../../../shared/sending/reply.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import type { AllowanceRecord, LeadQueue, LeadSink } from '../../../electron/sending/ports.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { phoneOf, stage, temporaryFolder } from '../journal/made-import.ts';
import { TestClock } from './simulation/test-clock.ts';

const FILES = ['import.sqlite', 'global.sqlite'];
const LEADS = 9;
const LIMIT_PER_HOUR = 7;
const HOUR_MS = 3_600_000;

/** How a request ends, and whether the lead was taken in. */
type End = { readonly reply: Reply; readonly isTakenIn: boolean };

const ACCEPTED: End = { reply: answered(200, '{"status":"QUEUED"}'), isTakenIn: true };
const END: fc.Arbitrary<End> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(ACCEPTED) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<End>(
      { reply: answered(429, ''), isTakenIn: false },
      { reply: answered(500, '{"error":"Oops"}'), isTakenIn: false },
      { reply: { kind: 'no-answer', code: 'ECONNRESET', durationMs: 5 }, isTakenIn: true },
      { reply: { kind: 'not-sent', code: 'ECONNREFUSED', durationMs: 5 }, isTakenIn: false },
    ),
  },
);

/** What is on disk after one commit, and what had left until then. */
type Prefix = { readonly folder: string; readonly left: readonly number[]; readonly wallMs: number };

test('a program that finds any beginning of what was written ends where it would have ended: nobody is lost, and only what was in the air is sent again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(END, { maxLength: 14 }), async (ends) => {
      const folder = temporaryFolder();
      stageLeads(folder);
      const prefixes: Prefix[] = [];
      const first = await runOver(folder, new TestClock(), ends, [], (left, wallMs) => {
        prefixes.push({ folder: copyOf(folder, prefixes.length), left, wallMs });
      });
      expect(prefixes.length).toBeGreaterThan(LEADS);
      checkEnd(first, new Set());
      for (const { folder: copy, left, wallMs } of prefixes) {
        const inTheAir = sendingIn(copy);
        const next = await runOver(copy, new TestClock(wallMs), [], left);
        checkEnd(next, inTheAir);
        // Whoever was not in the air, and had been answered for good, was not sent again.
        expect(next.acceptedBefore.filter((row) => next.left.slice(left.length).includes(row))).toEqual([]);
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);

type Ended = {
  readonly fates: ReadonlyMap<number, string>;
  /** Row of every request, those before the crash included. */
  readonly left: readonly number[];
  readonly takenIn: ReadonlyMap<number, number>;
  readonly acceptedBefore: readonly number[];
  readonly times: readonly number[];
};

/** Sends what the folder holds to the end. `onCommit` is called after every commit, before anything else happens. */
async function runOver(
  folder: string,
  clock: TestClock,
  ends: readonly End[],
  leftBefore: readonly number[],
  onCommit: (left: readonly number[], wallMs: number) => void = () => undefined,
): Promise<Ended> {
  const global = new GlobalJournal(join(folder, 'global.sqlite'));
  const queue = new JournalLeadQueue(join(folder, 'import.sqlite'), () => clock.wallMs());
  const acceptedBefore = rowsWith(folder, 'accepted');
  queue.recoverInterrupted(clock.wallMs());
  const left = [...leftBefore];
  const takenIn = new Map<number, number>();
  const committed = <Value>(value: Value): Value => {
    onCommit([...left], clock.wallMs());
    return value;
  };
  const watched: LeadQueue = {
    take: (count, nowMs) => committed(queue.take(count, nowMs)),
    record: (outcomes) => {
      queue.record(outcomes);
      committed(null);
    },
    counts: () => queue.counts(),
    nextDueAtMs: () => queue.nextDueAtMs(),
  };
  const record = global.allowanceOf('token');
  const allowance: AllowanceRecord = {
    load: (nowMs) => record.load(nowMs),
    add: (atMs, count) => {
      record.add(atMs, count);
      committed(null);
    },
  };
  const sink: LeadSink = {
    send: async (body, signal) => {
      const rowIndex = rowOf(body);
      const { reply, isTakenIn } = ends[left.length - leftBefore.length] ?? ACCEPTED;
      left.push(rowIndex);
      await clock.wait(40, signal);
      takenIn.set(rowIndex, (takenIn.get(rowIndex) ?? 0) + (isTakenIn ? 1 : 0));
      return reply;
    },
  };
  const sender = new Sender({
    queue: watched,
    sink,
    allowance,
    clock,
    random: () => 0.5,
    options: { importId: 'import', speed: 'fast', limitPerHour: LIMIT_PER_HOUR, maxInFlight: 4 },
    onStatus: ({ counts, total }) => {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(LEADS);
      expect(total).toBe(LEADS);
    },
  });
  expect(await clock.runUntil(sender.start())).toEqual({ kind: 'finished' });
  const times = [...record.load(clock.wallMs())];
  queue.close();
  global.close();
  return { fates: fatesIn(folder), left, takenIn, acceptedBefore, times };
}

/** Laws of every end. */
function checkEnd({ fates, takenIn, times }: Ended, inTheAir: ReadonlySet<number>): void {
  expect(fates.size).toBe(LEADS);
  for (const [rowIndex, fate] of fates) {
    const hasActions = rowIndex % 3 === 0;
    expect(hasActions ? ['accepted', 'unknown'] : ['accepted']).toContain(fate);
    if (hasActions) {
      expect(takenIn.get(rowIndex) ?? 0).toBeLessThanOrEqual(inTheAir.has(rowIndex) ? 0 : 1);
    }
  }
  times.forEach((timeMs, index) => {
    const before = times[index - LIMIT_PER_HOUR];
    expect(before === undefined || timeMs - before >= HOUR_MS).toBe(true);
  });
}

function stageLeads(folder: string): void {
  const target = (part: string): object => ({ kind: 'action', actionId: 'a1', part });
  const mapping = mappingSchema.parse({
    duplicates: 'last-wins',
    columns: [
      ['phone', { kind: 'field', apiName: 'phone' }],
      ['paid', target('amount')],
    ].map(([heading, goesTo], columnIndex) => ({
      columnIndex,
      heading,
      target: goesTo,
      origin: 'chosen',
      choices: {},
    })),
    constants: [
      { target: target('status'), text: 'COMPLETED', choices: {} },
      { target: target('currency'), text: 'INR', choices: {} },
    ],
    actions: [{ actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: 1 }],
  });
  const rows = Array.from({ length: LEADS }, (_unused, row) => [phoneOf(row), row % 3 === 0 ? '500' : '']);
  const { journal, prepared } = stage(join(folder, 'import.sqlite'), rows, mapping);
  prepared.freeze(0);
  journal.database.close();
}

/** The files as a crash at this moment would leave them: SQLite's log beside them belongs to it. */
function copyOf(folder: string, nth: number): string {
  const copy = join(folder, `prefix-${nth}`);
  mkdirSync(copy);
  for (const name of FILES.flatMap((file) => [file, `${file}-wal`])) {
    if (existsSync(join(folder, name))) {
      copyFileSync(join(folder, name), join(copy, name));
    }
  }
  return copy;
}

function fatesIn(folder: string): ReadonlyMap<number, string> {
  return new Map(leadRows(folder).map(({ row_index, fate }) => [row_index, fate]));
}

function rowsWith(folder: string, fate: string): readonly number[] {
  return leadRows(folder).flatMap((lead) => (lead.fate === fate ? [lead.row_index] : []));
}

function sendingIn(folder: string): ReadonlySet<number> {
  return new Set(rowsWith(folder, 'sending'));
}

function leadRows(folder: string): { row_index: number; fate: string }[] {
  const { database } = openImportJournal(join(folder, 'import.sqlite'));
  const found = database.prepare('SELECT row_index, fate FROM lead').all() as {
    row_index: number;
    fate: string;
  }[];
  database.close();
  return found;
}

function rowOf(body: string): number {
  return (Number(/"phone":"91(\d+)"/u.exec(body)?.[1]) - 9_000_000_001) / 7;
}

function answered(status: number, body: string): Reply {
  return {
    kind: 'answered',
    status,
    contentType: 'application/json',
    retryAfter: null,
    date: null,
    body,
    durationMs: 5,
  };
}
