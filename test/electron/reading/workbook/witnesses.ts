import { readFileSync } from 'node:fs';
import { read as readWithSheetJs, type CellObject, type WorkSheet } from '@e965/xlsx';
import { read as readWithHucre } from 'hucre';
import readWithReadExcelFile from 'read-excel-file/node';
import type { Cell, CellOrigin, SheetRow } from '../../../../shared/sheet/sheet.ts';
import type { ReadSheet } from './read-workbook.ts';

/**
 * The cells of a sheet that hold something, by their place (`B3`), as values that two libraries can be compared by: numbers as
 * stored and never as shown, days and times in ISO form, errors and booleans as Excel writes them.
 */
export type Values = ReadonlyMap<string, string>;

/** What one reader makes of a workbook, by the names of its sheets. */
export type Testimony = ReadonlyMap<string, Values>;

/** Another reader of workbooks, which knows nothing of ours. Rejects where it cannot read a file. */
export type Witness = (file: string) => Promise<Testimony>;

/** Those that are asked. SheetJS reads .xls and .xlsb for us too, so it is no independent witness of these. */
export const WITNESSES = { SheetJS: sheetJs, hucre, 'read-excel-file': readExcelFile } as const;
export type WitnessName = keyof typeof WITNESSES;

/** What our reader makes of it, in the same form. */
export function ourTestimony(sheets: readonly ReadSheet[]): Testimony {
  return new Map(sheets.map(({ name, rows }) => [name, ourValues(rows)]));
}

function ourValues(rows: readonly SheetRow[]): Values {
  const values = new Map<string, string>();
  for (const { rowNumber, cells, origins } of rows) {
    for (const [index, cell] of cells.entries()) {
      put(values, rowNumber - 1, index, ourValue(cell, origins?.[index]));
    }
  }
  return values;
}

/** An ISO date or time, as our cells say it. */
const MOMENT = /^(?:\d{4}-\d\d-\d\d)?(?:^| |$)(?:\d{2,}:\d\d(?::\d\d)?)?$/u;

function ourValue(text: Cell, origin: CellOrigin | undefined): string {
  if (text === null || origin === undefined) {
    return text ?? '';
  }
  return MOMENT.test(text) ? shortMoment(text) : String(origin.raw);
}

async function sheetJs(file: string): Promise<Testimony> {
  const book = readWithSheetJs(readFileSync(file), { dense: true, cellDates: true, UTC: true });
  return Promise.resolve(
    new Map(book.SheetNames.map((name) => [name, sheetJsValues(book.Sheets[name] ?? {})])),
  );
}

function sheetJsValues(sheet: WorkSheet): Values {
  const values = new Map<string, string>();
  for (const [row, cells] of ((sheet['!data'] ?? []) as readonly (readonly CellObject[])[]).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      put(values, row, column, cell?.t === 'e' ? cell.w : cell?.v);
    }
  }
  return values;
}

async function hucre(file: string): Promise<Testimony> {
  const { sheets } = await readWithHucre(readFileSync(file));
  return new Map(sheets.map(({ name, rows }) => [name, tableValues(rows)]));
}

async function readExcelFile(file: string): Promise<Testimony> {
  const sheets = await readWithReadExcelFile(file, { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, tableValues(data)]));
}

function tableValues(rows: readonly (readonly unknown[])[]): Values {
  const values = new Map<string, string>();
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      put(values, row, column, cell);
    }
  }
  return values;
}

/**
 * A cell with an empty text is the same as none, and a line ends as it likes: formulas leave the one, Excel writes the other in
 * two ways at once, and every library has its own idea of both.
 */
function put(values: Map<string, string>, row: number, column: number, value: unknown): void {
  const text = valueText(value).replaceAll(/\r+\n/gu, '\n');
  if (text !== '') {
    values.set(`${columnLetters(column)}${row + 1}`, text);
  }
}

function valueText(value: unknown): string {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'no date' : dateText(value);
  }
  switch (typeof value) {
    case 'boolean':
      return String(value).toUpperCase();
    case 'number':
    case 'string':
      return String(value);
    default:
      return value === null || value === undefined ? '' : JSON.stringify(value);
  }
}

/** Libraries hand on a time of day as a moment of one of the last two days of 1899. */
function dateText(value: Date): string {
  const [date = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T');
  return shortMoment(value.getUTCFullYear() < 1900 ? time.slice(0, 8) : `${date} ${time.slice(0, 8)}`);
}

/** Midnight is no time beside a day, and no seconds are no part of a time. */
function shortMoment(text: string): string {
  return text.replace(/ 00:00(?::00)?$/u, '').replace(/^(\d\d:\d\d):00$/u, '$1');
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** One cell of which two readers say different things, or only one says anything. */
export type Disagreement = {
  readonly sheet: string;
  readonly place: string;
  readonly ours: string;
  readonly theirs: string;
};

/** Where a witness says something else than we do. */
export function disagreements(ours: Testimony, theirs: Testimony): readonly Disagreement[] {
  const found: Disagreement[] = [];
  for (const sheet of new Set([...ours.keys(), ...theirs.keys()])) {
    const mine = ours.get(sheet) ?? new Map<string, string>();
    const other = theirs.get(sheet) ?? new Map<string, string>();
    for (const place of new Set([...mine.keys(), ...other.keys()])) {
      const [said, heard] = [mine.get(place) ?? '', other.get(place) ?? ''];
      if (said !== heard) {
        found.push({ sheet, place, ours: said, theirs: heard });
      }
    }
  }
  return found;
}
