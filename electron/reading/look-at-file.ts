import { extname } from 'node:path';
import type { FileFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { TextEnd } from '../../shared/sheet/read-records.ts';
import { lookAtText } from '../../shared/sheet/look-at-text.ts';
import type { Encoding, Reading, SheetFacts } from '../../shared/sheet/sheet.ts';
import { byteOrderMarkLength, sniffEncoding } from '../../shared/sheet/sniff-encoding.ts';
import { sniffFormat } from '../../shared/sheet/sniff-format.ts';
import { guessCodePage } from './guess-code-page.ts';
import {
  hasChanged,
  isOpenElsewhere,
  modifiedAtMs,
  readNext,
  withSheetFile,
  type SheetFile,
} from './open-sheet-file.ts';
import { TextDecoding } from './text-decoding.ts';
import { lookAtWorkbook } from './workbook/look-at-workbook.ts';

/**
 * Looks at the beginning of a file and says what it is and how it is to be read. Of a text file it reads at most
 * `LOOK_BYTES`, so a gigabyte shows its first rows as soon as a small file; of a workbook the texts that cells share and the
 * beginning of every sheet.
 *
 * @param wish What the user decided already; the rest is found out.
 * @returns The facts, or why there is nothing to show: besides the trouble of opening (see `withSheetFile`), an empty
 *   file, headings without rows, a document by its human name, bytes that are no text, a quotation mark that never closes,
 *   a line with too many cells, `file-changed` when it was saved meanwhile; of a workbook those of `openWorkbook`, `sheet-not-there`, `no-sheet-with-data`.
 */
export async function lookAtFile(
  path: string,
  wish: Partial<Reading> = {},
): Promise<Result<SheetFacts, FileFailure>> {
  return withSheetFile(path, async (file) => {
    const head = readHead(file);
    const looked = isWorkbook(head.bytes) ? await lookAtWorkbook(file, wish) : lookAtHead(file, head, wish);
    // A file that is being saved may well seem damaged.
    if (hasChanged(file)) {
      return failed({ kind: 'file-changed', fileName: file.fileName });
    }
    return looked.ok ? success({ ...looked.value, ...circumstances(file) }) : looked;
  });
}

function circumstances(file: SheetFile): Pick<SheetFacts, 'modifiedAtMs' | 'isOpenElsewhere'> {
  return { modifiedAtMs: modifiedAtMs(file), ...(isOpenElsewhere(file) ? { isOpenElsewhere: true } : {}) };
}

/** Enough for the first few hundred rows of any sheet that people make, and read in a millisecond. Even, for UTF-16. */
const LOOK_BYTES = 256 * 1024;

type Head = { readonly bytes: Buffer; readonly end: TextEnd };

function readHead(file: SheetFile): Head {
  const buffer = Buffer.allocUnsafe(LOOK_BYTES);
  const length = readNext(file, buffer, 0);
  const isAll = length < LOOK_BYTES || length === file.sizeBytes;
  return { bytes: buffer.subarray(0, length), end: isAll ? 'end-of-file' : 'more-follows' };
}

/** Web pages are read as workbooks, because portals export their tables so; other archives show only inside what they are. */
function isWorkbook(head: Buffer): boolean {
  const format = sniffFormat(head);
  const isMaybe =
    format.kind === 'document' && ['web page', 'web archive', 'ZIP archive'].includes(format.format);
  return format.kind === 'workbook' || isMaybe;
}

function lookAtHead(
  { fileName, sizeBytes }: SheetFile,
  { bytes: head, end }: Head,
  wish: Partial<Reading>,
): Result<SheetFacts, FileFailure> {
  const sheetName = fileName.slice(0, fileName.length - extname(fileName).length);
  if (wish.sheetName !== undefined && wish.sheetName !== sheetName) {
    return failed({ kind: 'sheet-not-there', fileName, sheetName: wish.sheetName, sheetNames: [sheetName] });
  }
  const encoding = encodingOf(head, end === 'end-of-file', fileName, wish.encoding);
  if (!encoding.ok) {
    return encoding;
  }
  const bytes = head.subarray(byteOrderMarkLength(head, encoding.value));
  const text = new TextDecoding(encoding.value).decode(bytes, end);
  const looked = lookAtText({ fileName, text, end }, wish);
  if (!looked.ok) {
    return looked;
  }
  const { delimiter, headerRowNumber, ...found } = looked.value;
  return success({
    fileName,
    sheetName,
    sizeBytes,
    reading: { encoding: encoding.value, delimiter, headerRowNumber },
    ...found,
  });
}

function encodingOf(
  head: Buffer,
  isWhole: boolean,
  fileName: string,
  wished: Encoding | undefined,
): Result<Encoding, FileFailure> {
  const format = sniffFormat(head);
  if (format.kind === 'workbook' || format.kind === 'document') {
    return failed({ kind: 'format-not-read', fileName, format: format.format });
  }
  if (wished !== undefined) {
    return success(wished);
  }
  const sniffed = sniffEncoding(head, isWhole);
  if (sniffed.kind === 'not-text') {
    return failed({ kind: 'file-not-text', fileName });
  }
  return success(sniffed.evidence === 'fallback' ? guessCodePage(head, isWhole) : sniffed.encoding);
}
