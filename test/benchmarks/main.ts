/**
 * `npm run bench`: how fast the program is, as ratios to a reference measured in the same run on the same machine. Absolute
 * times of one machine say little; quote the ratios. Each case runs in a process of its own, the case and its reference in
 * turn, and the median counts. `BENCH_ROWS` (a million) and `BENCH_ROUNDS` (3) make a shorter run.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { budgetTable, type BudgetLine } from './budget-table.ts';
import { LEADS_HEADINGS, makeLeadsFile } from './leads-file.ts';
import { runCase, type Figures } from './run-case.ts';
import { makeWorkbookFile } from './workbook-file.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const WORKBOOK_ROWS = Math.ceil(ROWS / 2);
/** As many as make a gigabyte when `ROWS` is a million. */
const LARGEST_ROWS = Math.ceil(ROWS * 6.8);
/** Below the hour's allowance of 18,000, so that the sender's own speed is what is measured. */
const LEADS = 15_000;
/** The looks at a large and a small file differ by less than two runs of the same look do. */
const SAME_TIME = 1.5;

const folder = path.join(tmpdir(), 'lead-importer-bench');
const large = makeLeadsFile(path.join(folder, `leads-${ROWS}.csv`), ROWS);
const small = makeLeadsFile(path.join(folder, 'leads-7000.csv'), 7_000);
const workbook = makeWorkbookFile(path.join(folder, `leads-${WORKBOOK_ROWS}.xlsx`), WORKBOOK_ROWS);
const largest = makeLeadsFile(path.join(folder, `leads-${LARGEST_ROWS}.csv`), LARGEST_ROWS);
print(
  `${count(ROWS)} rows × ${LEADS_HEADINGS.length} columns, ${megabytes(large.sizeBytes)}; medians of ${ROUNDS} rounds\n\n`,
);

/** Every case by the name of its figures. */
const CASES = {
  bare: ['bare-papaparse.ts', [large.path]],
  staged: ['stage.ts', [large.path, path.join(folder, 'journal')]],
  cleaned: ['clean.ts', [small.path]],
  lookSmall: ['first-rows.ts', [small.path]],
  lookLargest: ['first-rows.ts', [largest.path]],
  ours: ['read-workbook.ts', [workbook.path]],
  hucre: ['hucre-workbook.ts', [workbook.path]],
  sheetJs: ['sheetjs-workbook.ts', [workbook.path]],
  readExcelFile: ['read-excel-file-workbook.ts', [workbook.path]],
  sent: ['send.ts', [String(LEADS), path.join(folder, 'sending')]],
  allowance: ['allowance.ts', []],
  evenly: ['send-evenly.ts', [path.join(folder, 'evenly')]],
  queued: ['resume-million.ts', [large.path, path.join(folder, 'queued')]],
} as const;
type CaseName = keyof typeof CASES;

const measured = new Map<string, Figures[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, [file, args]] of Object.entries(CASES)) {
    measured.set(name, [...(measured.get(name) ?? []), await runCase(file, args)]);
  }
}
const whole = await runCase('stage.ts', [largest.path, path.join(folder, 'journal')]);
const bareLargest = await runCase('bare-papaparse.ts', [largest.path]);
rmSync(largest.path);

print(budgetTable([...readingLines(), ...workbookLines(), ...stagingLines(), ...sendingLines()]));

function readingLines(): readonly BudgetLine[] {
  const [staged, bare] = [median('staged', 'seconds'), median('bare', 'seconds')];
  const [rows, phones] = [median('cleaned', 'rowsPerSecond'), median('cleaned', 'phonesPerSecond')];
  const [largeMs, smallMs] = [median('lookLargest', 'ms'), median('lookSmall', 'ms')];
  return [
    {
      what: `CSV of ${count(ROWS)} rows read, staged, cleaned: ready to send`,
      measured: `${staged.toFixed(2)} s`,
      reference: `PapaParse's stream alone, ${bare.toFixed(2)} s`,
      ...against(staged, bare, '≤ 4 ×, goal 2 ×', 4),
    },
    {
      what: `CSV of ${megabytes(largest.sizeBytes)} likewise`,
      measured: `${(whole['seconds'] ?? 0).toFixed(1)} s, ${(whole['grownMb'] ?? 0).toFixed(0)} MB over idle`,
      reference: `PapaParse's stream alone, ${(bareLargest['seconds'] ?? 0).toFixed(1)} s`,
      ratio: times((whole['seconds'] ?? 0) / (bareLargest['seconds'] ?? 0)),
      budget: '≤ 250 MB at any size',
      isMet: (whole['grownMb'] ?? Infinity) <= 250,
    },
    {
      what: `rows cleaned on one thread, ${LEADS_HEADINGS.length} columns mapped`,
      measured: `${count(Math.round(rows))} rows/s`,
      reference: `libphonenumber alone, ${count(Math.round(phones))} numbers/s`,
      ratio: times(rows / phones),
      budget: '≥ 3 ×',
      isMet: rows / phones >= 3,
    },
    {
      what: `first rows of ${megabytes(largest.sizeBytes)} on screen`,
      measured: `${largeMs.toFixed(1)} ms`,
      reference: `a file of ${megabytes(small.sizeBytes)}, ${smallMs.toFixed(1)} ms`,
      ...against(largeMs, smallMs, 'independent of size', SAME_TIME),
    },
  ];
}

function workbookLines(): readonly BudgetLine[] {
  const ours = median('ours', 'seconds');
  const rivals = [
    { name: 'hucre', key: 'hucre' },
    { name: 'read-excel-file', key: 'readExcelFile' },
    { name: 'SheetJS', key: 'sheetJs' },
  ] as const;
  return rivals.map(({ name, key }) => ({
    what: `workbook of ${count(WORKBOOK_ROWS)} rows read`,
    measured: `${ours.toFixed(2)} s, ${median('ours', 'peakMb').toFixed(0)} MB`,
    reference: `${name}, ${median(key, 'seconds').toFixed(1)} s, ${count(Math.round(median(key, 'peakMb')))} MB`,
    ...against(ours, median(key, 'seconds'), '≤ 1 ×, goal 0.33 ×', 1),
  }));
}

function stagingLines(): readonly BudgetLine[] {
  return [
    {
      what: 'memory over idle while staging, whole process',
      measured: `${median('staged', 'grownMb').toFixed(0)} MB`,
      reference: `idle ${median('staged', 'idleMb').toFixed(0)} MB`,
      ...atMost(median('staged', 'grownMb'), 250, 'MB'),
    },
    {
      what: 'main thread held up while staging, p99',
      measured: `${median('staged', 'delayMs').toFixed(1)} ms`,
      reference: '',
      ...atMost(median('staged', 'delayMs'), 20, 'ms'),
    },
    {
      what: `a page anywhere in ${count(ROWS)} rows, filtered, slowest of 60`,
      measured: `${median('staged', 'pageMs').toFixed(1)} ms`,
      reference: '',
      ...atMost(median('staged', 'pageMs'), 50, 'ms'),
    },
  ];
}

function sendingLines(): readonly BudgetLine[] {
  const perSecond = median('sent', 'leadsPerSecond');
  return [
    {
      what: 'sender with a durable journal against a local server',
      measured: `${count(Math.round(perSecond))} leads/s`,
      reference: 'the quota, 5 leads/s',
      ratio: `${(perSecond / 5).toFixed(0)} ×`,
      budget: '≥ 2,000/s',
      isMet: perSecond >= 2000,
    },
    {
      what: 'main thread held up while sending, p99',
      measured: `${median('sent', 'delayMs').toFixed(1)} ms`,
      reference: '',
      ...atMost(median('sent', 'delayMs'), 20, 'ms'),
    },
    allowanceUsed('fast'),
    allowanceUsed('even'),
    {
      what: 'processor while sending evenly, of one core',
      measured: `${median('evenly', 'cpuPercent').toFixed(1)} %`,
      reference: '',
      ...atMost(median('evenly', 'cpuPercent'), 2, '%'),
    },
    firstLead(`first lead of ${count(ROWS)} queued can leave`, 'startMs'),
    firstLead('the same after a crash, 1,00,000 of them sent', 'resumeMs'),
  ];
}

/** What is used of two hours while leads are waiting; in no hour may more leave than Telecrm takes. */
function allowanceUsed(speed: 'fast' | 'even'): BudgetLine {
  const percent = median('allowance', `${speed}Percent`);
  const most = median('allowance', `${speed}MostInAnHour`);
  return {
    what: `allowance used in two hours, ${speed}`,
    measured: `${percent.toFixed(2)} %, at most ${count(most)} in an hour`,
    reference: 'the quota, 18,000',
    ratio: '',
    budget: '≥ 99.9 %, 0 above',
    isMet: percent >= 99.9 && most <= 18_000,
  };
}

/** Reading the journal before the first request, beside opening its file alone. */
function firstLead(what: string, name: 'startMs' | 'resumeMs'): BudgetLine {
  const opening = median('queued', 'openMs');
  const ms = median('queued', name);
  return {
    what,
    measured: `${ms.toFixed(0)} ms`,
    reference: `opening the file, ${opening.toFixed(0)} ms`,
    ratio: times(ms / opening),
    budget: '≤ 2 s',
    isMet: ms <= 2000,
  };
}

function against(
  ours: number,
  theirs: number,
  budget: string,
  most: number,
): Pick<BudgetLine, 'ratio' | 'budget' | 'isMet'> {
  return { ratio: times(ours / theirs), budget, isMet: ours / theirs <= most };
}

function atMost(value: number, most: number, unit: string): Pick<BudgetLine, 'ratio' | 'budget' | 'isMet'> {
  return { ratio: '', budget: `≤ ${most} ${unit}`, isMet: value <= most };
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

function median(name: CaseName, figure: string): number {
  const figures = measured.get(name) ?? [];
  const sorted = figures.map((one) => one[figure] ?? Number.NaN).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 1e6))} MB`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function print(text: string): void {
  process.stdout.write(text);
}
