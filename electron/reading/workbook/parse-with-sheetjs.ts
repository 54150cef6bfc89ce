import { read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { ROWS_PER_PIECE, type ParsedPiece } from './parsed-piece.ts';
import { MOST_SHEETJS_ROWS, parsedSheets } from './sheetjs-rows.ts';

/** Parses a workbook, piece by piece; whatever SheetJS meets in damaged bytes is `damaged`. */
export function* parseWithSheetJs(form: 'binary' | 'text', bytes: Uint8Array): Generator<ParsedPiece> {
  try {
    for (const { rows, ...sheet } of parsedSheets(bookOf(form, bytes))) {
      yield { kind: 'sheet', sheet };
      for (let from = 0; from < rows.length; from += ROWS_PER_PIECE) {
        yield { kind: 'rows', rows: rows.slice(from, from + ROWS_PER_PIECE) };
      }
    }
  } catch (error) {
    // SheetJS throws whatever comes up while it reads bytes that contradict themselves; no kind of error says more.
    const isEncrypted = error instanceof Error && /password-protected|Encryption scheme/u.test(error.message);
    yield { kind: isEncrypted ? 'encrypted' : 'damaged' };
  }
}

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
  sheetRows: MOST_SHEETJS_ROWS + 1,
};

function bookOf(form: 'binary' | 'text', bytes: Uint8Array): WorkBook {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return form === 'text'
    ? read(buffer.toString('utf8'), { ...OPTIONS, type: 'string' })
    : read(buffer, { ...OPTIONS, type: 'buffer' });
}
