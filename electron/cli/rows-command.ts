import { once } from 'node:events';
import type { SheetFacts, SheetRow } from '../../shared/sheet/sheet.ts';
import { lookAtFile } from '../reading/look-at-file.ts';
import { readSheet } from '../reading/read-sheet.ts';
import type { Command } from './command-line.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';

/**
 * `rows FILE`: what was understood of a file, one JSON object a line, streaming: first
 * `{"kind":"sheet","name":…,"headerRow":…,"columns":[…],"encoding":…,"delimiter":…}`, then `{"row":N,"cells":["…",null,…]}`
 * for each data row, with row numbers as the spreadsheet program shows them. A workbook has neither encoding nor delimiter;
 * `rowsAbove` counts the filled rows above the headings, where there are any.
 */
export async function rowsCommand(
  command: Extract<Command, { kind: 'rows' }>,
  output: Output,
): Promise<ExitCode> {
  const looked = await lookAtFile(command.file, command.sheet === null ? {} : { sheetName: command.sheet });
  if (!looked.ok) {
    output.fail(looked.failure);
    return EXIT.badInput;
  }
  const facts = looked.value;
  await write(`${JSON.stringify(sheetLine(facts))}\n`);
  const read = await readSheet(command.file, facts, async (rows) => {
    await write(rows.map((row) => rowLine(row, facts.columns.length)).join(''));
  });
  if (!read.ok) {
    output.fail(read.failure);
    return EXIT.badInput;
  }
  return EXIT.accepted;
}

function sheetLine({ sheetName, reading, columns, rowsAbove }: SheetFacts): object {
  return {
    kind: 'sheet',
    name: sheetName,
    headerRow: reading.headerRowNumber,
    columns: columns.map((column) => column.heading),
    encoding: reading.encoding ?? null,
    delimiter: reading.delimiter ?? null,
    ...(rowsAbove === undefined ? {} : { rowsAbove: rowsAbove.rowCount }),
  };
}

/** A row is as long as the headings at least: cells that it lacks are `null`. */
function rowLine({ rowNumber, cells }: SheetRow, columnCount: number): string {
  const whole =
    cells.length >= columnCount
      ? cells
      : [...cells, ...new Array<null>(columnCount - cells.length).fill(null)];
  return `${JSON.stringify({ row: rowNumber, cells: whole })}\n`;
}

/** Waits while whoever reads is slow, so that a file of a gigabyte does not gather in memory. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}
