// The reference: SheetJS over the same workbook, in the fastest way it has (dense, raw values, no formatted texts).
import { readFileSync } from 'node:fs';
import { read, type CellObject } from '@e965/xlsx';

const beginMs = performance.now();
const book = read(readFileSync(process.argv[2] ?? ''), {
  dense: true,
  cellText: false,
  cellHTML: false,
  nodim: true,
});
const data = (book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? []) as readonly (readonly CellObject[])[];
let rows = 0;
let letters = 0;
for (const row of data) {
  rows += 1;
  for (const cell of row ?? []) {
    letters += String(cell?.v ?? '').length;
  }
}
const seconds = (performance.now() - beginMs) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, rows, letters, peakMb })}\n`);
