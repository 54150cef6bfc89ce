// A reference: read-excel-file over the same workbook, which it loads whole.
import { readSheet } from 'read-excel-file/node';

const beginMs = performance.now();
const data = await readSheet(process.argv[2] ?? '');
let rows = 0;
let letters = 0;
for (const row of data) {
  rows += 1;
  for (const cell of row) {
    letters += String(cell ?? '').length;
  }
}
const seconds = (performance.now() - beginMs) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, rows, letters, peakMb })}\n`);
