// A file read, staged and cleaned to "ready to send" in the preparing thread, as the program does it; memory of the whole
// process, how long the main thread was held up meanwhile, and afterwards pages anywhere in the rows.
import { mkdirSync, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import type { RowFilter } from '../../../shared/import.ts';
import { Preparer } from '../../../electron/preparing/preparer.ts';
import { BENCH_CONTEXT, BENCH_MAPPING } from './bench-plan.ts';

const [sourcePath = '', folder = ''] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const preparer = new Preparer(
  new URL('../../../electron/preparing/worker.ts', import.meta.url),
  () => undefined,
);
await preparer.call('look', { path: sourcePath, wish: {} });
const idleMb = process.memoryUsage.rss() / 1e6;
let peakMb = idleMb;
const sampling = setInterval(() => {
  peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
}, 50);

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const beginMs = performance.now();
const looked = await preparer.call('look', { path: sourcePath, wish: {} });
if (!looked.ok) {
  throw new Error(looked.failure.kind);
}
const staged = await preparer.call('stage', {
  importId: 'bench',
  journalPath: path.join(folder, 'import.sqlite'),
  sourcePath,
  facts: looked.value,
  matching: { mapping: BENCH_MAPPING, reasons: [], samples: [], decisions: [] },
  context: BENCH_CONTEXT,
  undecided: 'wait',
});
const seconds = (performance.now() - beginMs) / 1000;
delay.disable();
clearInterval(sampling);
if (!staged.ok) {
  throw new Error(staged.failure.kind);
}
const { counts, groups } = staged.value.checked;
const filters: RowFilter[] = [
  { kind: 'all' },
  { kind: 'fates', fates: ['ready'] },
  { kind: 'group', groupId: groups[0]?.groupId ?? '' },
];
let pageMs = 0;
for (let round = 0; round < 20; round++) {
  for (const filter of filters) {
    const total = filter.kind === 'group' ? (groups[0]?.rowCount ?? 0) : counts.ready;
    const pageBeginMs = performance.now();
    await preparer.call('page', { filter, offset: Math.floor((total * round) / 20), limit: 100 });
    pageMs = Math.max(pageMs, performance.now() - pageBeginMs);
  }
}
await preparer.close();
rmSync(folder, { recursive: true, force: true });
const delayMs = delay.percentile(99) / 1e6 - 5;
process.stdout.write(
  `${JSON.stringify({ seconds, idleMb, grownMb: peakMb - idleMb, delayMs: Math.max(0, delayMs), pageMs, ready: counts.ready })}\n`,
);
