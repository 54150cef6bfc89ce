import { MAX_RECORD_CHARACTERS } from '../../shared/sheet/limits.ts';
import { readRecords } from '../../shared/sheet/read-records.ts';
import { findSepLine, LONGEST_SEP_LINE } from '../../shared/sheet/sep-line.ts';
import type { TextReading } from '../../shared/sheet/sheet.ts';
import type { SheetFile } from './open-sheet-file.ts';
import { readText } from './read-text.ts';
import { splitRecords } from './split-records.ts';

/** The records that a piece of the file completed. */
export type RecordPiece = {
  readonly records: readonly string[][];
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
  /**
   * The text of the record after these when it does not end, neither within `MAX_RECORD_CHARACTERS` nor within the file,
   * and whether that is because of a quotation mark. Nothing comes after it; usually `null`.
   */
  readonly endless: { readonly text: string; readonly rest: 'line' | 'quote' } | null;
};

/**
 * A file's records from its first to its last, piece by piece, a `sep=` line left out. What one piece leaves open is carried
 * over to the next, so memory is bounded by a piece and the longest record.
 *
 * @throws FileTrouble
 */
export function* readFileRecords(
  file: SheetFile,
  { encoding, delimiter }: Pick<TextReading, 'encoding' | 'delimiter'>,
  chunkBytes: number,
): Generator<RecordPiece> {
  let text = '';
  let isAtStart = true;
  for (const { text: next, bytesRead, isLast } of readText(file, encoding, chunkBytes)) {
    text += next;
    if (isAtStart) {
      if (text.length < LONGEST_SEP_LINE && !isLast) {
        continue;
      }
      text = text.slice(findSepLine(text)?.length ?? 0);
      isAtStart = false;
    }
    if (isLast) {
      const { records, cursor, rest } = readRecords(text, delimiter, 'end-of-file');
      yield { records, bytesRead, endless: rest === 'nothing' ? null : { text: text.slice(cursor), rest } };
      return;
    }
    const { records, cursor } = splitRecords(text, delimiter);
    text = text.slice(cursor);
    if (text.length > MAX_RECORD_CHARACTERS) {
      const isQuoted = readRecords(text, delimiter, 'more-follows').rest === 'quote';
      yield { records, bytesRead, endless: { text, rest: isQuoted ? 'quote' : 'line' } };
      return;
    }
    yield { records, bytesRead, endless: null };
  }
}
