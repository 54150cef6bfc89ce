import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { utf8LengthAt } from '../../shared/sheet/scan-utf-8.ts';
import type { Encoding } from '../../shared/sheet/sheet.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** Text, and how many of the bytes it took: the others belong to a character whose end is not there yet. */
export type DecodedText = { readonly text: string; readonly usedBytes: number };

/**
 * Decodes a piece of a file. Bytes that it did not use come again, in front of the next piece, so that a character is
 * never split. A byte order mark is a character like any other here: the caller skips it.
 *
 * [Note: Wrong bytes in UTF-8] No reading may lose a letter without a word, so bytes that are not UTF-8 do not become
 * replacement characters: they are read as windows-1252. That is what they are in practice, when the first 256 KB were
 * plain ASCII and the first `é` of a windows-1252 file comes later, or when files of two encodings were joined.
 *
 * Why not `TextDecoder`: its windows-1252 turns `€ “ ” –` into control characters on several versions of Node 20, 22 and
 * 24, among them those inside Electron.
 *
 * @param end At the end of the file everything is used, a cut character too.
 */
export function decodeText(
  bytes: Buffer,
  encoding: Encoding,
  end: 'more-follows' | 'end-of-file',
): DecodedText {
  switch (encoding) {
    case 'utf-8': {
      const usedBytes = end === 'end-of-file' ? bytes.length : bytes.length - cutUtf8Length(bytes);
      const used = bytes.subarray(0, usedBytes);
      return { text: isUtf8(used) ? used.toString('utf8') : decodeMixed(used), usedBytes };
    }
    case 'utf-16le':
    case 'utf-16be': {
      const pairs = bytes.subarray(0, bytes.length - (bytes.length % 2));
      const little = encoding === 'utf-16le' ? pairs : Buffer.from(pairs).swap16();
      const usedBytes = end === 'end-of-file' ? bytes.length : pairs.length;
      return { text: little.toString('utf16le'), usedBytes };
    }
    case 'windows-1252':
      return { text: iconv.decode(bytes, 'windows-1252'), usedBytes: bytes.length };
    default:
      return unreachable(encoding);
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
