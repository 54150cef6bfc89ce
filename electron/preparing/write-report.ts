import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, extname } from 'node:path';
import Papa from 'papaparse';
import writeWorkbook from 'write-excel-file/node';
import type { Failure } from '../../shared/failure.ts';
import type { RowView } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Field } from '../../shared/catalog/field.ts';
import type { Column } from '../../shared/sheet/sheet.ts';
import type { Words } from '../../shared/words/make-words.ts';
import { isReported, reportHeadings, reportLine, type ReportedRows } from './report-rows.ts';

/** Rows that a workbook takes: it is put together in memory (about 1 kB a row). */
const WORKBOOK_ROW_LIMIT = 200_000;

/** Lines put on disk at once. */
const LINES_PER_WRITE = 512;

/** What a report is made of. */
export type Report = {
  readonly views: Iterable<RowView>;
  readonly columns: readonly Column[];
  readonly fields: readonly Field[];
  readonly rows: ReportedRows;
  readonly words: Words;
};

/**
 * Writes a report to `path`, a workbook if it ends in `.xlsx` and CSV otherwise, beside it first and then in its place, so
 * that there is never half a report. Returns the number of rows in it.
 */
export async function writeReport(
  path: string,
  report: Report,
): Promise<Result<{ rowCount: number }, Failure>> {
  const partPath = `${path}.part`;
  const isWorkbook = extname(path).toLowerCase() === '.xlsx';
  try {
    const rowCount = isWorkbook ? await writeXlsx(partPath, report) : writeCsv(partPath, report);
    if (rowCount === null) {
      return failed({ kind: 'report-too-long', fileName: basename(path), limit: WORKBOOK_ROW_LIMIT });
    }
    renameSync(partPath, path);
    return success({ rowCount });
  } catch (error) {
    rmSync(partPath, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) {
      throw error;
    }
    return failed(
      code === 'ENOSPC' ? { kind: 'disk-full' } : { kind: 'cannot-write', fileName: basename(path), code },
    );
  }
}

/** With a byte order mark, without which Excel reads UTF-8 as Windows-1252. */
function writeCsv(path: string, report: Report): number {
  const file = openSync(path, 'w', 0o600);
  let rowCount = 0;
  try {
    let lines: (readonly string[])[] = [reportHeadings(report.words, report.columns)];
    writeSync(file, '\uFEFF');
    for (const view of report.views) {
      if (isReported(view, report.rows)) {
        lines.push(reportLine(report.words, view, report.columns, report.fields));
        rowCount += 1;
      }
      if (lines.length >= LINES_PER_WRITE) {
        writeSync(file, csvText(lines));
        lines = [];
      }
    }
    if (lines.length > 0) {
      writeSync(file, csvText(lines));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return rowCount;
}

/**
 * What a spreadsheet program would run as a formula begins so: =, +, -, @, also in the full width in which East Asian keyboards
 * write them, and what some programs skip before one.
 */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/u;

/** A cell that a spreadsheet program would run as a formula gets an apostrophe before it. */
function csvText(lines: readonly (readonly string[])[]): string {
  return `${Papa.unparse(lines as string[][], { newline: '\r\n', escapeFormulae: FORMULA_START, header: false })}\r\n`;
}

/** Every cell is text, which no spreadsheet program runs. Answers `null` when there are too many rows. */
async function writeXlsx(path: string, report: Report): Promise<number | null> {
  const headings = reportHeadings(report.words, report.columns);
  const sheet: { value: string; type: StringConstructor; fontWeight?: 'bold' }[][] = [
    headings.map((heading) => ({ value: workbookText(heading), type: String, fontWeight: 'bold' })),
  ];
  for (const view of report.views) {
    if (!isReported(view, report.rows)) {
      continue;
    }
    if (sheet.length > WORKBOOK_ROW_LIMIT) {
      return null;
    }
    const line = reportLine(report.words, view, report.columns, report.fields);
    sheet.push(line.map((value) => ({ value: workbookText(value), type: String })));
  }
  const name = report.words.say('reportFile.sheetName');
  await writeWorkbook(sheet, { sheet: name, stickyRowsCount: 1 }).toFile(path);
  return sheet.length - 1;
}

/**
 * A text as write-excel-file has to be given it, so that people read exactly it.
 *
 * The library looks texts up in a plain object, where `valueOf`, `__proto__` and the like are found although nobody put them
 * there, and the workbook is damaged. A control character behind such a text makes it another key, and is dropped by the
 * library where it writes the XML. Other characters that it drops, such as the \ufffd of a broken letter, become escapes
 * (ECMA-376, 22.9.2.19), and so does what looks like one (`_x0041_`) and would be read as one.
 */
function workbookText(text: string): string {
  const plain = withoutControls(text)
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll(LOST, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return plain in Object.prototype ? `${plain}${DROPPED}` : plain;
}

const DROPPED = '\u0001';

/** What the library drops although XML allows it, and the carriage return, which readers of XML make a line feed. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const LOST = /[\r\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFD]/gu;

/** XML knows no control characters but tab and line breaks; a workbook with others would not open. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
}
