import type { Encoding } from '../../shared/sheet/sheet.ts';
import { byteOrderMarkLength } from '../../shared/sheet/sniff-encoding.ts';
import { readNext, type SheetFile } from './open-sheet-file.ts';
import { TextDecoding } from './text-decoding.ts';

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
 * the size it had: whoever reads it finds out by `hasChanged`.
 *
 * @param chunkBytes Bytes in a piece, at least 1.
 * @throws FileTrouble
 */
export function* readText(file: SheetFile, encoding: Encoding, chunkBytes: number): Generator<TextPiece> {
  const decoding = new TextDecoding(encoding);
  const buffer = Buffer.allocUnsafe(Math.max(chunkBytes, LONGEST_MARK));
  let bytesRead = 0;
  for (;;) {
    const isFirst = bytesRead === 0;
    const room = isFirst ? buffer : buffer.subarray(0, chunkBytes);
    const count = readNext(file, room, 0);
    bytesRead += count;
    const isLast = count < room.length || bytesRead > file.sizeBytes;
    const bytes = buffer.subarray(0, count);
    const skipped = isFirst ? byteOrderMarkLength(bytes, encoding) : 0;
    const text = decoding.decode(bytes.subarray(skipped), isLast ? 'end-of-file' : 'more-follows');
    yield { text, bytesRead, isLast };
    if (isLast) {
      return;
    }
  }
}

/** The first piece has to hold a whole byte order mark. */
const LONGEST_MARK = 4;
