// What even sending costs: the processor's time while leads leave at the pace of the hour, five a second, for half a minute.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { PracticeAddress } from '../../../electron/practice/practice-server.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { SystemClock } from '../../../electron/sending/system-clock.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import { queueLeads } from './queue-leads.ts';

const folder = process.argv[2] ?? '';
/** Long enough for the work of the start not to count. */
const WARM_UP_MS = 5_000;
const MEASURED_MS = 30_000;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const journalPath = path.join(folder, 'import.sqlite');
await queueLeads(path.join(path.dirname(folder), 'leads-1000.csv'), 1_000, journalPath);
const practice = fork(new URL('./practice.ts', import.meta.url), { execArgv: process.execArgv });
const [{ url, enterpriseId, token }] = (await once(practice, 'message')) as [PracticeAddress];
const global = new GlobalJournal(path.join(folder, 'global.sqlite'));
const queue = new JournalLeadQueue(journalPath);
const sink = new AsyncClient({ apiUrl: url, enterpriseId, readToken: () => token });
const clock = new SystemClock();
const sender = new Sender({
  queue,
  sink,
  allowance: global.allowanceOf(token),
  clock,
  random: Math.random,
  options: { importId: 'bench', speed: 'even' },
  onStatus: () => undefined,
});
const end = sender.start();
const never = new AbortController();
await clock.wait(WARM_UP_MS, never.signal);
const before = queue.counts().accepted;
const cpuBefore = process.cpuUsage();
await clock.wait(MEASURED_MS, never.signal);
const cpu = process.cpuUsage(cpuBefore);
const sent = queue.counts().accepted - before;
await sender.stop();
await end;
sink.close();
queue.close();
global.close();
practice.disconnect();
rmSync(folder, { recursive: true, force: true });
const cpuPercent = ((cpu.user + cpu.system) / 1_000 / MEASURED_MS) * 100;
process.stdout.write(`${JSON.stringify({ cpuPercent, sent })}\n`);
