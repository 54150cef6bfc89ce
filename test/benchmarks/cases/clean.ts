// How many rows a second are cleaned, all twelve columns of the benchmark's file mapped, on one thread and without reading
// or writing; and how many phone numbers libphonenumber-js alone parses meanwhile, which is the reference.
import { readFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import Papa from 'papaparse';
import { planOf } from '../../../electron/preparing/plan-of.ts';
import { NO_EDITS } from '../../../shared/cleaning/cleaned-row.ts';
import { compilePlan } from '../../../shared/cleaning/compile-plan.ts';
import { BENCH_CONTEXT, BENCH_MAPPING } from './bench-plan.ts';

const LEAST_MS = 3000;

const [sourcePath = ''] = process.argv.slice(2);
const { data } = Papa.parse<string[]>(readFileSync(sourcePath, 'utf8'), { skipEmptyLines: true });
const rows = data.slice(1);
const matching = { mapping: BENCH_MAPPING, reasons: [], samples: [], decisions: [] };
const cleanRow = compilePlan(planOf(matching, BENCH_CONTEXT, 'wait'));

let ready = 0;
const rowsPerSecond = perSecond(rows, (row) => {
  ready += cleanRow(row, NO_EDITS).standing === 'ready' ? 1 : 0;
});
const phonesPerSecond = perSecond(rows, (row) => {
  ready += parsePhoneNumberFromString(row[1] ?? '', 'IN')?.isValid() === true ? 1 : 0;
});
process.stdout.write(`${JSON.stringify({ rowsPerSecond, phonesPerSecond, ready })}\n`);

/** Goes through all items again and again, once before the clock starts, until the time is enough to be measured. */
function perSecond<Item>(items: readonly Item[], use: (item: Item) => void): number {
  items.forEach(use);
  const beginMs = performance.now();
  let count = 0;
  while (performance.now() - beginMs < LEAST_MS) {
    items.forEach(use);
    count += items.length;
  }
  return (count * 1000) / (performance.now() - beginMs);
}
