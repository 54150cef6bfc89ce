import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { numberText, type CellText, type NumberText } from '../../../shared/sheet/workbook/cell-text.ts';
import type { DateSystem } from '../../../shared/sheet/workbook/serial-moment.ts';
import { RowBuilder } from './row-builder.ts';
import type { SheetNotes, SheetVisibility, WorkbookSheet } from './workbook.ts';

/** A sheet that SheetJS read, all of it. */
export type ParsedSheet = WorkbookSheet & { readonly rows: readonly SheetRow[]; readonly notes: SheetNotes };

/** The most rows of a sheet that are taken; SheetJS is told to stop behind one more. */
export const MOST_SHEETJS_ROWS = 200_000;

/** The sheets of a workbook that SheetJS read with `dense`, their cells as text by our own rules. */
export function parsedSheets(book: WorkBook): readonly ParsedSheet[] {
  const system: DateSystem = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const visibility = VISIBILITY[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible';
    return { name, visibility, ...parsedSheet(sheet, new NumberTexts(system)) };
  });
}

const VISIBILITY: Readonly<Record<number, SheetVisibility>> = { 1: 'hidden', 2: 'very-hidden' };

type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function parsedSheet(sheet: WorkSheet | undefined, texts: NumberTexts): Pick<ParsedSheet, 'rows' | 'notes'> {
  const data: DenseRows = sheet?.['!data'] ?? [];
  const rows = new RowBuilder('');
  for (let index = 0; index < data.length; index++) {
    for (const [column, cell] of (data[index] ?? []).entries()) {
      const text = textOf(cell, texts);
      if (text !== null) {
        rows.put(column, text.text, text.origin);
      }
    }
    rows.endRow(index + 1, index + 1, sheet?.['!rows']?.[index]?.hidden === true ? 'hidden' : 'shown');
  }
  const hiddenColumns = (sheet?.['!cols'] ?? []).flatMap((column, index) =>
    column?.hidden === true ? [index] : [],
  );
  return {
    rows: rows.take(),
    notes: {
      hiddenRowCount: rows.hiddenRowCount,
      hiddenColumns,
      mergedCount: sheet?.['!merges']?.length ?? 0,
    },
  };
}

/** How the numbers of each format become text. */
class NumberTexts {
  readonly #system: DateSystem;
  readonly #texts = new Map<string, NumberText>();

  constructor(system: DateSystem) {
    this.#system = system;
  }

  of(format: string): NumberText {
    // The short date of the computer, which SheetJS spells in the American order; see `builtinFormat`.
    const code = SHORT_DATES[format] ?? format;
    const text = this.#texts.get(code) ?? numberText(code, this.#system);
    this.#texts.set(code, text);
    return text;
  }
}

const SHORT_DATES: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy-mm-dd',
  'm/d/yy h:mm': 'yyyy-mm-dd h:mm',
};

function textOf(cell: CellObject | undefined, texts: NumberTexts): CellText | null {
  if (cell === undefined || cell === null || cell.v === undefined) {
    return null;
  }
  switch (cell.t) {
    case 'n':
      return texts.of(String(cell.z ?? 'General'))(Number(cell.v));
    case 'b':
      return { text: cell.v === true ? 'TRUE' : 'FALSE', origin: null };
    case 'e':
      return { text: ERRORS[Number(cell.v)] ?? '#N/A', origin: null };
    case 's':
    case 'd':
      return { text: String(cell.v), origin: null };
    case 'z':
      return null;
    default:
      return null;
  }
}

/** The errors of spreadsheets by their codes ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};
