// Leads from a durable journal to the practice server in another process, with everything that sending does: allowance and
// fates committed with `synchronous = FULL` before and after each request.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { stageSheet } from '../../../electron/preparing/stage-sheet.ts';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { SystemClock } from '../../../electron/sending/system-clock.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import type { PracticeAddress } from '../../../electron/practice/practice-server.ts';
import { makeLeadsFile } from '../leads-file.ts';
import { BENCH_CONTEXT, BENCH_MAPPING } from './bench-plan.ts';

const leads = Number(process.argv[2] ?? 15_000);
const folder = process.argv[3] ?? '';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const source = makeLeadsFile(path.join(path.dirname(folder), `leads-${leads}.csv`), leads);
const journalPath = path.join(folder, 'import.sqlite');
await stageAndFreeze();

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

async function stageAndFreeze(): Promise<void> {
  const looked = await lookAtFile(source.path);
  if (!looked.ok) {
    throw new Error(looked.failure.kind);
  }
  const journal = openImportJournal(journalPath);
  const staged = await stageSheet(
    journal,
    {
      importId: 'bench',
      journalPath,
      sourcePath: source.path,
      facts: looked.value,
      matching: { mapping: BENCH_MAPPING, reasons: [], samples: [], decisions: [] },
      context: BENCH_CONTEXT,
      undecided: 'leave-out',
    },
    () => undefined,
  );
  if (!staged.ok) {
    throw new Error(staged.failure.kind);
  }
  staged.value.freeze(Date.now());
  journal.database.close();
}
