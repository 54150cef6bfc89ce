import type { CellOrigin, SheetRow } from '../../../shared/sheet/sheet.ts';
import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import { numberText, type NumberText } from '../../../shared/sheet/workbook/cell-text.ts';
import type { DateSystem } from '../../../shared/sheet/workbook/serial-moment.ts';
import type { CellObject, ParsingOptions, WorkBook } from '@e965/xlsx';
import { FileTrouble } from '../file-failure.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import type { HandOver } from './hand-over.ts';
import { markupText } from './markup-text.ts';
import { readRowsFrom } from './read-rows-from.ts';
import type { SheetNotes } from './sheet-rows.ts';
import { damaged, tooLarge } from './trouble.ts';
import { checkUnpacking } from './check-unpacking.ts';
import type { SheetVisibility, Workbook } from './workbook.ts';
import { readAt, type ZipEntry } from './zip-directory.ts';

type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** In what an old format is wrapped. */
export type LegacyForm =
  | { readonly kind: 'archive'; readonly entries: ReadonlyMap<string, ZipEntry> }
  | { readonly kind: 'ole' }
  | { readonly kind: 'markup' };

/**
 * Opens .xls, .xlsb, XML spreadsheets and web pages with SheetJS, loaded when the first one comes. It holds the whole
 * workbook, so large ones are refused: nobody makes them in these formats any more. Its cells become text by our own rules;
 * those of web pages are text already.
 *
 * @throws FileTrouble
 */
export async function openLegacy(file: SheetFile, form: LegacyForm): Promise<Workbook> {
  const { fileName } = file;
  if (file.sizeBytes > MAX_FILE_BYTES) {
    throw tooLarge(fileName);
  }
  if (form.kind === 'archive') {
    await checkUnpacking(file, form.entries);
  }
  const bytes = readAt(file, 0, file.sizeBytes);
  if (form.kind === 'ole' && bytes.includes(ENCRYPTED_PACKAGE)) {
    throw new FileTrouble({ kind: 'workbook-encrypted', fileName });
  }
  const book = await parse(fileName, form.kind === 'markup' ? markupText(bytes, fileName) : bytes);
  const sheets = book.SheetNames.map((name, index) => ({
    name,
    visibility: VISIBILITY[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? ('visible' as const),
  }));
  const dateSystem: DateSystem = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  return {
    sheets,
    readRows: async (sheetIndex, takeRows, options = {}) => {
      const sheet = book.Sheets[book.SheetNames[sheetIndex] ?? ''];
      const texts = new NumberTexts(dateSystem);
      let hiddenRowCount = 0;
      const read = async (handOver: HandOver): Promise<void> => {
        const data: DenseRows = sheet?.['!data'] ?? [];
        if (data.length > MAX_ROWS) {
          throw tooLarge(fileName);
        }
        for (let index = 0; index < data.length; index++) {
          const row = rowOf(data[index] ?? [], index + 1, texts);
          if (row === null) {
            continue;
          }
          if (row.cells.length > MAX_CELLS_PER_ROW) {
            const { rowNumber } = row;
            throw new FileTrouble({
              kind: 'too-many-columns',
              fileName,
              rowNumber,
              limit: MAX_CELLS_PER_ROW,
            });
          }
          await handOver.give([row], index, data.length);
          hiddenRowCount += sheet?.['!rows']?.[index]?.hidden === true ? 1 : 0;
        }
      };
      const notes = (): SheetNotes => ({
        hiddenRowCount,
        hiddenColumns: (sheet?.['!cols'] ?? []).flatMap((column, index) =>
          column?.hidden === true ? [index] : [],
        ),
        mergedCount: sheet?.['!merges']?.length ?? 0,
      });
      return await readRowsFrom(fileName, sheets, sheetIndex, takeRows, options, read, notes);
    },
    close: () => undefined,
  };
}

/** A .xls of 65,536 rows and thirty columns has about 30 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Three times the rows of a .xls: SheetJS needs about 4 KB of memory for a row of twelve cells. */
const MAX_ROWS = 200_000;

/** The stream in which Office keeps an encrypted workbook, as the directory of the file spells it. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

const VISIBILITY: Readonly<Record<number, SheetVisibility>> = { 1: 'hidden', 2: 'very-hidden' };

const OPTIONS: ParsingOptions = {
  dense: true,
  // Raw values: what SheetJS shows loses digits of phone numbers.
  raw: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellDates: false,
  cellStyles: true,
  nodim: true,
  sheetRows: MAX_ROWS + 1,
};

async function parse(fileName: string, content: Buffer | string): Promise<WorkBook> {
  const { read } = await import('@e965/xlsx');
  try {
    return inSilence(() =>
      read(content, { ...OPTIONS, type: typeof content === 'string' ? 'string' : 'buffer' }),
    );
  } catch (error) {
    // SheetJS throws whatever comes up while it reads bytes that contradict themselves; no kind of error says more.
    if (error instanceof Error && /password-protected|Encryption scheme/u.test(error.message)) {
      throw new FileTrouble({ kind: 'workbook-encrypted', fileName });
    }
    throw damaged(fileName);
  }
}

/** SheetJS tells the console what it does not understand, down to pieces of the file, which belong in no log. */
function inSilence<Value>(act: () => Value): Value {
  const { error, warn, log } = console;
  const nothing = (): void => undefined;
  Object.assign(console, { error: nothing, warn: nothing, log: nothing });
  try {
    return act();
  } finally {
    Object.assign(console, { error, warn, log });
  }
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

function rowOf(
  cells: readonly (CellObject | undefined)[],
  rowNumber: number,
  texts: NumberTexts,
): SheetRow | null {
  const row: (string | null)[] = [];
  const origins: Record<number, CellOrigin> = {};
  let hasOrigins = false;
  for (let column = 0; column < cells.length; column++) {
    const text = textOf(cells[column], texts);
    if (text === null) {
      continue;
    }
    while (row.length < column) {
      row.push(null);
    }
    row[column] = text.text;
    if (text.origin !== null) {
      origins[column] = text.origin;
      hasOrigins = true;
    }
  }
  if (row.length === 0) {
    return null;
  }
  return hasOrigins ? { rowNumber, cells: row, origins } : { rowNumber, cells: row };
}

function textOf(cell: CellObject | undefined, texts: NumberTexts): ReturnType<NumberText> | null {
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
