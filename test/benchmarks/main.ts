/**
 * `npm run bench`: how fast the program is, as ratios to a reference measured in the same run on the same machine. Absolute
 * times of one machine say little; quote the ratios. Each case runs in a process of its own, the case and its reference in
 * turn, and the median counts.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LEADS_HEADINGS, makeLeadsFile } from './leads-file.ts';
import { repeatFile } from './repeat-file.ts';
import { runCase, type Figures } from './run-case.ts';
import { makeWorkbookFile } from './workbook-file.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const WORKBOOK_ROWS = Math.ceil(ROWS / 2);
/** Below the hour's allowance of 18,000, so that the sender's own speed is what is measured. */
const LEADS = 15_000;

const folder = path.join(tmpdir(), 'lead-importer-bench');
const large = makeLeadsFile(path.join(folder, `leads-${ROWS}.csv`), ROWS);
const small = makeLeadsFile(path.join(folder, 'leads-7000.csv'), 7_000);
const workbook = makeWorkbookFile(path.join(folder, `leads-${WORKBOOK_ROWS}.xlsx`), WORKBOOK_ROWS);
const gigabyte = repeatFile(small.path, path.join(folder, 'gigabyte.csv'), 1e9);
print(
  `${ROWS.toLocaleString('en-IN')} rows × ${LEADS_HEADINGS.length} columns, ${megabytes(large.sizeBytes)}; medians of ${ROUNDS} rounds\n`,
);

const bare: Figures[] = [];
const staged: Figures[] = [];
const lookLarge: Figures[] = [];
const lookSmall: Figures[] = [];
const sent: Figures[] = [];
const ours: Figures[] = [];
const sheetJs: Figures[] = [];
for (let round = 0; round < ROUNDS; round++) {
  bare.push(await runCase('bare-papaparse.ts', [large.path]));
  staged.push(await runCase('stage.ts', [large.path, path.join(folder, 'journal')]));
  lookSmall.push(await runCase('first-rows.ts', [small.path]));
  lookLarge.push(await runCase('first-rows.ts', [gigabyte.path]));
  ours.push(await runCase('read-workbook.ts', [workbook.path]));
  sheetJs.push(await runCase('sheetjs-workbook.ts', [workbook.path]));
  sent.push(await runCase('send.ts', [String(LEADS), path.join(folder, 'sending')]));
}

rmSync(gigabyte.path);

const bareSeconds = median(bare, 'seconds');
const stagedSeconds = median(staged, 'seconds');
const perSecond = median(sent, 'leadsPerSecond');
row('what', 'measured', 'reference', 'ratio', 'budget');
row('----', '--------', '---------', '-----', '------');
row(
  'CSV read, staged, cleaned: ready to send',
  `${stagedSeconds.toFixed(2)} s`,
  `PapaParse stream alone ${bareSeconds.toFixed(2)} s`,
  `${(stagedSeconds / bareSeconds).toFixed(2)} ×`,
  '≤ 4 ×, goal 2 ×',
);
row(
  `first rows of ${megabytes(gigabyte.sizeBytes)} on screen`,
  `${median(lookLarge, 'ms').toFixed(1)} ms`,
  `${megabytes(small.sizeBytes)} file ${median(lookSmall, 'ms').toFixed(1)} ms`,
  `${(median(lookLarge, 'ms') / median(lookSmall, 'ms')).toFixed(2)} ×`,
  'independent of size',
);
row(
  `workbook of ${WORKBOOK_ROWS.toLocaleString('en-IN')} rows read`,
  `${median(ours, 'seconds').toFixed(2)} s, ${median(ours, 'peakMb').toFixed(0)} MB`,
  `SheetJS dense ${median(sheetJs, 'seconds').toFixed(2)} s, ${median(sheetJs, 'peakMb').toFixed(0)} MB`,
  `${(median(ours, 'seconds') / median(sheetJs, 'seconds')).toFixed(2)} ×`,
  '≤ 1 ×, goal 0.33 ×',
);
row(
  'memory over idle while staging, whole process',
  `${median(staged, 'grownMb').toFixed(0)} MB`,
  `idle ${median(staged, 'idleMb').toFixed(0)} MB`,
  '',
  '≤ 250 MB',
);
row(
  'main thread held up while staging, p99',
  `${median(staged, 'delayMs').toFixed(1)} ms`,
  '',
  '',
  '≤ 20 ms',
);
row(
  'a page anywhere, filtered, slowest of 60',
  `${median(staged, 'pageMs').toFixed(1)} ms`,
  '',
  '',
  '≤ 50 ms',
);
row(
  'sender, durable journal, local server',
  `${perSecond.toFixed(0)} leads/s`,
  'quota 5 leads/s',
  `${(perSecond / 5).toFixed(0)} ×`,
  '≥ 2,000/s (400 ×)',
);
row('main thread held up while sending, p99', `${median(sent, 'delayMs').toFixed(1)} ms`, '', '', '≤ 20 ms');

function row(what: string, measured: string, reference: string, ratio: string, budget: string): void {
  print(`${what.padEnd(46)} ${measured.padEnd(14)} ${reference.padEnd(32)} ${ratio.padEnd(8)} ${budget}\n`);
}

function median(figures: readonly Figures[], name: string): number {
  const sorted = figures.map((one) => one[name] ?? Number.NaN).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function print(text: string): void {
  process.stdout.write(text);
}
