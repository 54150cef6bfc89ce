// Leads from a durable journal to the practice server in another process, with everything that sending does: allowance and
// fates committed with `synchronous = FULL` before and after each request.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { SystemClock } from '../../../electron/sending/system-clock.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import type { PracticeAddress } from '../../../electron/practice/practice-server.ts';
import { queueLeads } from './queue-leads.ts';

const leads = Number(process.argv[2] ?? 15_000);
const folder = process.argv[3] ?? '';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const journalPath = path.join(folder, 'import.sqlite');
await queueLeads(path.join(path.dirname(folder), `leads-${leads}.csv`), leads, journalPath);

const practice = fork(new URL('./practice.ts', import.meta.url), { execArgv: process.execArgv });
const [{ url, enterpriseId, token }] = (await once(practice, 'message')) as [PracticeAddress];
const global = new GlobalJournal(path.join(folder, 'global.sqlite'));
const queue = new JournalLeadQueue(journalPath);
const sink = new AsyncClient({ apiUrl: url, enterpriseId, readToken: () => token });
const sender = new Sender({
  queue,
  sink,
  allowance: global.allowanceOf(token),
  clock: new SystemClock(),
  random: Math.random,
  options: { importId: 'bench', speed: 'fast' },
  onStatus: () => undefined,
});
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const beginMs = performance.now();
const end = await sender.start();
const seconds = (performance.now() - beginMs) / 1000;
delay.disable();
const { accepted } = queue.counts();
sink.close();
queue.close();
global.close();
practice.disconnect();
rmSync(folder, { recursive: true, force: true });
if (end.kind !== 'finished') {
  throw new Error(JSON.stringify(end));
}
process.stdout.write(
  `${JSON.stringify({ leadsPerSecond: accepted / seconds, accepted, delayMs: Math.max(0, delay.percentile(99) / 1e6 - 5) })}\n`,
);
