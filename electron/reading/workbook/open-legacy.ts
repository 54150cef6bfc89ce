import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { FileTrouble } from '../file-failure.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { checkUnpacking } from './check-unpacking.ts';
import type { HandOver } from './hand-over.ts';
import { markupText } from './markup-text.ts';
import { pageOfWebArchive } from './page-of-web-archive.ts';
import { parseApart } from './parse-apart.ts';
import { readRowsFrom } from './read-rows-from.ts';
import { MOST_SHEETJS_ROWS, type ParsedSheet } from './sheetjs-rows.ts';
import { tooLarge } from './trouble.ts';
import type { Workbook } from './workbook.ts';
import { readAt, type ZipEntry } from './zip-directory.ts';

/** In what an old format is wrapped. */
export type LegacyForm =
  | { readonly kind: 'archive'; readonly entries: ReadonlyMap<string, ZipEntry> }
  | { readonly kind: 'ole' }
  | { readonly kind: 'markup' }
  | { readonly kind: 'web-archive' };

/**
 * Opens .xls, .xlsb, XML spreadsheets and web pages with SheetJS. It holds the whole workbook, so large ones are refused:
 * nobody makes them in these formats any more. Its cells become text by our own rules; those of web pages are text already.
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
  const sheets = await parseApart(fileName, contentOf(form, bytes, fileName));
  return {
    sheets: sheets.map(({ name, visibility }) => ({ name, visibility })),
    readRows: (sheetIndex, takeRows, options = {}) => {
      const sheet = sheets[sheetIndex];
      const read = (handOver: HandOver): Promise<void> => giveRows(fileName, sheet, handOver);
      const notes = sheet?.notes ?? { hiddenRowCount: 0, hiddenColumns: [], mergedCount: 0 };
      return readRowsFrom(fileName, sheets, sheetIndex, takeRows, options, read, () => notes);
    },
    close: () => undefined,
  };
}

/** What SheetJS is given: bytes of a workbook, or the text of markup. @throws FileTrouble */
function contentOf({ kind }: LegacyForm, bytes: Buffer, fileName: string): Buffer | string {
  switch (kind) {
    case 'archive':
    case 'ole':
      return bytes;
    case 'markup':
      return markupText(bytes, fileName);
    case 'web-archive': {
      const page = pageOfWebArchive(bytes);
      if (page === null) {
        throw new FileTrouble({ kind: 'format-not-read', fileName, format: 'web archive' });
      }
      return markupText(page, fileName);
    }
    default:
      return unreachable(kind);
  }
}

/** A .xls of 65,536 rows and thirty columns has about 30 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The stream in which Office keeps an encrypted workbook, as the directory of the file spells it. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

async function giveRows(fileName: string, sheet: ParsedSheet | undefined, handOver: HandOver): Promise<void> {
  const rows = sheet?.rows ?? [];
  if ((rows.at(-1)?.rowNumber ?? 0) > MOST_SHEETJS_ROWS) {
    throw tooLarge(fileName);
  }
  for (const [index, row] of rows.entries()) {
    const { rowNumber, cells } = row;
    if (cells.length > MAX_CELLS_PER_ROW) {
      throw new FileTrouble({ kind: 'too-many-columns', fileName, rowNumber, limit: MAX_CELLS_PER_ROW });
    }
    await handOver.give([row], index, rows.length);
  }
}
