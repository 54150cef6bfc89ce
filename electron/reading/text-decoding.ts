import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { utf8LengthAt } from '../../shared/sheet/scan-utf-8.ts';
import type { Encoding } from '../../shared/sheet/sheet.ts';

/**
 * Decodes a file piece by piece. Bytes of a character whose end is not there yet wait for the next piece, so a character is
 * never split, and the text does not depend on where the file is cut. A byte order mark is a character like any other
 * here: the caller skips it.
 *
 * [Note: Wrong bytes in UTF-8] No reading may lose a letter without a word, so bytes that are not UTF-8 do not become
 * replacement characters: they are read as windows-1252. That is what they are in practice, when the first 256 KB were
 * plain ASCII and the first `é` of a windows-1252 file comes later, or when files of two encodings were joined. In other
 * encodings a byte that stands for nothing becomes `\ufffd`, which is seen.
 *
 * Why not `TextDecoder`: its windows-1252 turns `€ “ ” –` into control characters on several versions of Node 20, 22 and
 * 24, among them those inside Electron.
 */
export class TextDecoding {
  readonly #encoding: Encoding;
  /** Bytes that the last piece did not use. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  /**
   * The text that the next piece completes. Does not keep `piece`, which may be overwritten afterwards.
   *
   * @param end At the end of the file everything is used, a cut character too.
   */
  decode(piece: Buffer, end: 'more-follows' | 'end-of-file'): string {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const usedBytes = end === 'end-of-file' ? bytes.length : wholeLength(bytes, this.#encoding);
    this.#rest = Buffer.from(bytes.subarray(usedBytes));
    return textOf(bytes.subarray(0, usedBytes), this.#encoding);
  }
}

/** Bytes from the beginning on that end between two characters. */
function wholeLength(bytes: Buffer, encoding: Encoding): number {
  switch (encoding) {
    case 'utf-8':
      return bytes.length - cutUtf8Length(bytes);
    case 'utf-16le':
    case 'utf-16be':
      return bytes.length - (bytes.length % 2);
    case 'gb18030':
    case 'big5':
    case 'shift_jis':
    case 'euc-jp':
    case 'euc-kr':
      return endOfLastSingleByte(bytes);
    default:
      return bytes.length;
  }
}

function textOf(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return isUtf8(bytes) ? bytes.toString('utf8') : decodeMixed(bytes);
    case 'utf-16le':
      return bytes.toString('utf16le');
    case 'utf-16be':
      return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le');
    case 'macintosh':
      // Apple put the euro in the place of the currency sign in 1998; the table is older.
      return iconv.decode(bytes, encoding).replaceAll('¤', '€');
    default:
      return iconv.decode(bytes, encoding);
  }
}

/** Bytes at the end that are the correct beginning of a character: 0 to 3. */
function cutUtf8Length(bytes: Buffer): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    if (utf8LengthAt(bytes, bytes.length - length) === 'cut') {
      return length;
    }
  }
  return 0;
}

/**
 * Bytes up to and with the last one below `0`: blanks, commas, quotation marks and line ends are never the second half of a
 * letter in the encodings of East Asia, whereas of higher bytes that can only be told from the beginning on. Why not the
 * library's own streaming: it drops characters where a piece of one or two bytes ends a sequence that stands for nothing.
 */
function endOfLastSingleByte(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    if ((bytes[at] ?? 0) < FIRST_SECOND_HALF) {
      return at + 1;
    }
  }
  return bytes.length > LONGEST_WAIT ? bytes.length : 0;
}

/** The lowest second byte of a letter: GB 18030 uses the digits. */
const FIRST_SECOND_HALF = 0x30;

/** A file without a blank, comma or line end in so many bytes is no table; what waits must not fill the memory. */
const LONGEST_WAIT = 1024 * 1024;

/** See [Note: Wrong bytes in UTF-8]. */
function decodeMixed(bytes: Buffer): string {
  let text = '';
  let goodFrom = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = utf8LengthAt(bytes, at);
    if (length !== 0 && length !== 'cut') {
      at += length;
      continue;
    }
    text += bytes.toString('utf8', goodFrom, at) + iconv.decode(bytes.subarray(at, at + 1), 'windows-1252');
    at += 1;
    goodFrom = at;
  }
  return text + bytes.toString('utf8', goodFrom);
}
