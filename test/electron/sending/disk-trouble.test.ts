import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { openDatabase } from '../../../electron/journal/open-database.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { SystemClock } from '../../../electron/sending/system-clock.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import { startPlainServer, type PlainServer } from '../cli/plain-server.ts';
import { runCli } from '../cli/run-cli.ts';
import { phoneOf, queuedImport, temporaryFolder } from '../journal/made-import.ts';

const ENTERPRISE = '5f0c1d2e3a4b5c6d7e8f9a0b';
const CLI = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');
const LEADS = 1_500;
const DONE = z.object({ accepted: z.number(), unknown: z.number(), waiting: z.number() });

/** Ends the growth of every file at 4 MB (2 MB in some shells): what the journal needs beyond it is refused by the system. */
const WITHOUT_ROOM = `trap '' XFSZ; ulimit -f 4096; exec "$@"`;

function timesOfEach({ arrived }: PlainServer): Map<string, number> {
  const times = new Map<string, number>();
  for (const { body } of arrived) {
    times.set(body, (times.get(body) ?? 0) + 1);
  }
  return times;
}

// Windows knows no such bound for a process; there the same code meets the same errors of SQLite.
test.runIf(process.platform !== 'win32')(
  'a disk that takes no more in the middle stops sending, and with room again everybody is sent, nobody twice but who was in the air',
  async () => {
    const server = await startPlainServer();
    const folder = temporaryFolder();
    const file = path.join(folder, 'people.csv');
    const rows = Array.from({ length: LEADS }, (_unused, row) => `Person ${row},${phoneOf(row)}`);
    writeFileSync(file, `Name,Phone\n${rows.join('\n')}\n`);
    const dataDir = path.join(folder, 'data');
    const args = ['import', file, '--enterprise', ENTERPRISE, '--api-url', server.url, '--data-dir', dataDir];
    const node = [process.execPath, '--disable-warning=ExperimentalWarning', CLI];
    const child = spawn(
      'sh',
      ['-c', WITHOUT_ROOM, 'sh', ...node, ...args, '--speed', 'fast', '--yes', '--json'],
      {
        env: { ...process.env, TELECRM_TOKEN: 'a-token' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [exitCode, printed] = await Promise.all([
      new Promise((resolve) => child.on('close', resolve)),
      text(child.stdout),
    ]);
    expect(exitCode).toBe(3);
    const beforeRoom = server.arrived.length;
    const done = DONE.parse(JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
    // Those that left and have no record are neither waiting nor forgotten.
    expect(done.accepted + done.unknown).toBe(beforeRoom);
    expect(done.waiting).toBe(LEADS - beforeRoom);
    expect(beforeRoom).toBeGreaterThan(10);
    expect(beforeRoom).toBeLessThan(LEADS);

    const resumed = await runCli(['resume', '--data-dir', dataDir, '--json'], 'a-token');
    expect(resumed.exitCode).toBe(0);
    expect(resumed.objects.at(-1)).toMatchObject({ kind: 'done', rows: LEADS, accepted: LEADS, waiting: 0 });
    const times = timesOfEach(server);
    expect(times.size).toBe(LEADS);
    const doubled = [...times.values()].filter((count) => count > 1);
    expect(doubled.length).toBeLessThanOrEqual(16);
    expect(doubled.every((count) => count === 2)).toBe(true);
  },
  120_000,
);

test('a journal that another program holds stops sending, and says so; then everybody is sent once', async () => {
  const server = await startPlainServer();
  const folder = temporaryFolder();
  const journalPath = path.join(folder, 'import.sqlite');
  queuedImport(journalPath, 30);
  const first = senderOver(folder, server);
  const end = first.sender.start();
  await server.whenArrived(3);
  const holder = openDatabase(journalPath);
  holder.exec('BEGIN IMMEDIATE');
  expect(await end).toEqual({
    kind: 'stopped',
    failure: { kind: 'journal-locked', fileName: 'import.sqlite' },
  });
  const shown = first.sender.status().counts;
  expect(shown).toMatchObject({ sending: 0 });
  expect(shown.accepted + shown.unknown).toBe(server.arrived.length);
  expect(shown.unknown).toBeGreaterThan(0);
  first.close();
  holder.exec('ROLLBACK');
  holder.close();
  const second = senderOver(folder, server);
  expect(await second.sender.start()).toEqual({ kind: 'finished' });
  expect(second.queue.counts()).toMatchObject({ accepted: 30, sending: 0 });
  second.close();
  const times = timesOfEach(server);
  expect(times.size).toBe(30);
  expect([...times.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(16);
  // SQLite waits five seconds for the lock each time before it gives up.
}, 60_000);

function senderOver(folder: string, server: PlainServer) {
  const clock = new SystemClock();
  const global = new GlobalJournal(path.join(folder, 'global.sqlite'));
  const queue = new JournalLeadQueue(path.join(folder, 'import.sqlite'));
  queue.recoverInterrupted(clock.wallMs());
  const sink = new AsyncClient({
    apiUrl: server.url,
    enterpriseId: ENTERPRISE,
    readToken: () => 'a-token',
  });
  const sender = new Sender({
    queue,
    sink,
    allowance: global.allowanceOf('a-token'),
    clock,
    random: Math.random,
    options: { importId: 'import', speed: 'fast' },
    onStatus: () => undefined,
  });
  const close = (): void => {
    sink.close();
    queue.close();
    global.close();
  };
  return { sender, queue, close };
}
