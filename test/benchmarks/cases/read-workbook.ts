// Our reader over a workbook: counts cells and letters, keeps nothing.
import { openWorkbook } from '../../../electron/reading/workbook/open-workbook.ts';

const beginMs = performance.now();
let rows = 0;
let letters = 0;
let firstRowsMs = 0;
const opened = await openWorkbook(process.argv[2] ?? '');
if (!opened.ok) {
  throw new Error(opened.failure.kind);
}
const read = await opened.value.readRows(0, (batch) => {
  firstRowsMs ||= performance.now() - beginMs;
  rows += batch.length;
  for (const { cells } of batch) {
    for (const cell of cells) {
      letters += cell?.length ?? 0;
    }
  }
});
opened.value.close();
if (!read.ok) {
  throw new Error(read.failure.kind);
}
const seconds = (performance.now() - beginMs) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, firstRowsMs, rows, letters, peakMb })}\n`);
