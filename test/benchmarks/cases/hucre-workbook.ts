// A reference: hucre streaming the rows of the same workbook, the fastest library that was found.
import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre';

const beginMs = performance.now();
let rows = 0;
let letters = 0;
let firstRowsMs = 0;
for await (const { values } of streamXlsxRows(readFileSync(process.argv[2] ?? ''))) {
  firstRowsMs ||= performance.now() - beginMs;
  rows += 1;
  for (const value of values) {
    letters += String(value ?? '').length;
  }
}
const seconds = (performance.now() - beginMs) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, firstRowsMs, rows, letters, peakMb })}\n`);
