import Papa, { type ParseResult } from 'papaparse';
import { readRecords, type RecordScan } from '../../shared/sheet/read-records.ts';

/** Complete records and where the first one begins that is not complete; why it is not is left to `readRecords`. */
export type SplitRecords = Pick<RecordScan, 'records' | 'cursor'>;

/**
 * Cuts text into complete records, fast: PapaParse's low-level parser for text as most files have it, our own slower
 * reader for text with broken quotation marks or lone carriage returns, which PapaParse would read otherwise than
 * spreadsheet programs do (see `readRecords`). What both can read they read alike, so the result does not depend on where
 * the text is cut into pieces.
 *
 * PapaParse exports `Parser` "for testing and development only", so its version is pinned exactly and
 * `test/electron/reading/split-records.test.ts` holds it to what is needed here. Should a later version take it away,
 * `Papa.parse(text, { delimiter, newline })` does the same, a third slower. Pieces of 64 KB are the fastest: long strings
 * survive the garbage collector's young space, and half the speed goes into copying them.
 *
 * @param text The rest of the piece before, followed by the next piece. The last record is left open, whole or not: more
 *   text follows, or `readRecords` reads the end of the file.
 * @param delimiter One character.
 */
export function splitRecords(text: string, delimiter: string): SplitRecords {
  const firstReturn = text.indexOf('\r');
  if (hasLoneCarriageReturn(text, firstReturn)) {
    return readRecords(text, delimiter, 'more-follows');
  }
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  const result = parser.parse(text, 0, true) as ParseResult<string[]>;
  if (result.errors.length > 0) {
    return readRecords(text, delimiter, 'more-follows');
  }
  const records = result.data;
  if (firstReturn !== -1) {
    for (const cells of records) {
      dropCarriageReturn(cells);
    }
  }
  return { records, cursor: result.meta.cursor };
}

/** Whether a carriage return stands before anything but a line feed. The last character says nothing yet. */
function hasLoneCarriageReturn(text: string, firstReturn: number): boolean {
  let at = firstReturn;
  while (at !== -1 && at < text.length - 1) {
    if (text.charCodeAt(at + 1) !== LINE_FEED) {
      return true;
    }
    at = text.indexOf('\r', at + 2);
  }
  return false;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** PapaParse is told that lines end with `\n`, because told `\r\n` it loses the rows of a file that mixes both. */
function dropCarriageReturn(cells: string[]): void {
  const last = cells.length - 1;
  const cell = cells[last];
  if (cell !== undefined && cell.charCodeAt(cell.length - 1) === CARRIAGE_RETURN) {
    cells[last] = cell.slice(0, -1);
  }
}
