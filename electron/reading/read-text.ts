import type { Encoding } from '../../shared/sheet/sheet.ts';
import { byteOrderMarkLength } from '../../shared/sheet/sniff-encoding.ts';
import { decodeText } from './decode-text.ts';
import { readNext, type SheetFile } from './open-sheet-file.ts';

/** A piece of a file's text. Pieces never split a character. */
export type TextPiece = {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
  /** Whether the file ends with this piece, which may be empty then. */
  readonly isLast: boolean;
};

/**
 * A file's text from its beginning, piece by piece, without byte order mark. A file that grows while it is read is left at
 * the size it had: whoever reads it finds out by `checkUnchanged`.
 *
 * @param chunkBytes Bytes in a piece, at least 1.
 * @throws FileTrouble
 */
export function* readText(file: SheetFile, encoding: Encoding, chunkBytes: number): Generator<TextPiece> {
  const buffer = Buffer.allocUnsafe(Math.max(chunkBytes, SHORTEST_CHUNK));
  let bytesRead = 0;
  let kept = 0;
  for (;;) {
    const count = readNext(file, buffer, kept);
    const filled = buffer.subarray(0, kept + count);
    const skipped = bytesRead === 0 ? byteOrderMarkLength(filled, encoding) : 0;
    bytesRead += count;
    const isLast = filled.length < buffer.length || bytesRead > file.sizeBytes;
    const bytes = filled.subarray(skipped);
    const { text, usedBytes } = decodeText(bytes, encoding, isLast ? 'end-of-file' : 'more-follows');
    yield { text, bytesRead, isLast };
    if (isLast) {
      return;
    }
    kept = bytes.length - usedBytes;
    bytes.copy(buffer, 0, usedBytes);
  }
}

/** Room for the longest character and the longest byte order mark, which the first piece has to hold. */
const SHORTEST_CHUNK = 4;
