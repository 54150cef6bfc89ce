import { scanUtf8 } from './scan-utf-8.ts';
import type { Encoding } from './sheet.ts';

/** Why an encoding was chosen. */
export type EncodingEvidence =
  /** The file begins with a byte order mark. */
  | 'byte-order-mark'
  /** Every second byte is often zero, as in UTF-16. */
  | 'zero-bytes'
  /** Only ASCII in the sample, which most encodings share: read as UTF-8. */
  | 'ascii'
  /** Correct UTF-8 with characters beyond ASCII: no other encoding looks like this by chance. */
  | 'valid-utf-8'
  /** UTF-8 but for a few bytes, as when files of two encodings were joined. */
  | 'mostly-utf-8'
  /** No Unicode: one of the code pages, mostly the one in which Excel on Western Windows saves CSV. */
  | 'fallback';

/** An encoding with its evidence, or the finding that the bytes are no text. */
export type SniffedEncoding =
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly evidence: EncodingEvidence }
  | { readonly kind: 'not-text' };

/**
 * Guesses the encoding of a text file by its bytes alone. What is no Unicode is said to be windows-1252; which of the code
 * pages it really is only decoded letters tell (see `guessCodePage`).
 *
 * @param head The first bytes of the file, an even number of them unless they are all.
 * @param isWhole Whether `head` is all of the file; if not, a character that its end cuts is no error.
 */
export function sniffEncoding(head: Uint8Array, isWhole: boolean): SniffedEncoding {
  const marked = encodingOfByteOrderMark(head);
  if (marked !== null) {
    return { kind: 'text', encoding: marked, evidence: 'byte-order-mark' };
  }
  const wide = sniffUtf16(head);
  if (wide !== null) {
    return { kind: 'text', encoding: wide, evidence: 'zero-bytes' };
  }
  if ((controlCount(head) - FEW_CONTROLS) * CONTROL_SHARE > head.length) {
    return { kind: 'not-text' };
  }
  const { multiByteCount, invalidCount } = scanUtf8(head, isWhole);
  if (invalidCount === 0) {
    return { kind: 'text', encoding: 'utf-8', evidence: multiByteCount === 0 ? 'ascii' : 'valid-utf-8' };
  }
  if (multiByteCount > invalidCount * MOSTLY_UTF_8) {
    return { kind: 'text', encoding: 'utf-8', evidence: 'mostly-utf-8' };
  }
  return { kind: 'text', encoding: 'windows-1252', evidence: 'fallback' };
}

/** The encoding that the byte order mark at the beginning names, or `null` when there is none. */
export function encodingOfByteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return 'utf-8';
  }
  if (head[0] === 0xff && head[1] === 0xfe) {
    return 'utf-16le';
  }
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** Bytes that the byte order mark takes when the file is read in `encoding`; 0 when it has none or one of another encoding. */
export function byteOrderMarkLength(head: Uint8Array, encoding: Encoding): number {
  if (encodingOfByteOrderMark(head) !== encoding) {
    return 0;
  }
  return encoding === 'utf-8' ? 3 : 2;
}

/** More than one control character in so many bytes: no text. Single stray ones occur in exports of old systems. */
const CONTROL_SHARE = 200;

/** So many stray ones are no sign of anything, however short the file is. */
const FEW_CONTROLS = 3;

/** Text of windows-1252 forms a correct UTF-8 character by chance now and then; it never forms ten for each wrong byte. */
const MOSTLY_UTF_8 = 10;

/** Control characters that no text holds: all but tab, line feed, form feed, carriage return, escape and end of file. */
function isControl(code: number): boolean {
  return code < 0x20 ? !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b : code === 0x7f;
}

function controlCount(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if (isControl(byte)) {
      count += 1;
    }
  }
  return count;
}

/**
 * UTF-16 without a byte order mark. Every table holds delimiters, digits or line ends, whose high byte is zero, so the
 * right byte order shows ASCII characters and no control characters; the wrong one shows them as rare CJK characters.
 */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!bytes.includes(0)) {
    return null;
  }
  const little = viewAsUtf16(bytes, 0);
  const big = viewAsUtf16(bytes, 1);
  const better = little.asciiCount >= big.asciiCount ? little : big;
  const unitCount = Math.floor(bytes.length / 2);
  const hasAscii = better.asciiCount > 0 && better.asciiCount * 50 >= unitCount;
  if (!hasAscii || better.badCount * CONTROL_SHARE > unitCount) {
    return null;
  }
  return better === little ? 'utf-16le' : 'utf-16be';
}

type Utf16View = { readonly asciiCount: number; readonly badCount: number };

/** @param lowAt Where the low byte of a pair stands: 0 for little endian, 1 for big endian. */
function viewAsUtf16(bytes: Uint8Array, lowAt: 0 | 1): Utf16View {
  let asciiCount = 0;
  let badCount = 0;
  let wasHighSurrogate = false;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at + lowAt] ?? 0) | ((bytes[at + 1 - lowAt] ?? 0) << 8);
    const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
    if (isControl(unit) || unit >= 0xfffe || isLowSurrogate !== wasHighSurrogate) {
      badCount += 1;
    } else if (unit < 0x7f) {
      asciiCount += 1;
    }
    wasHighSurrogate = unit >= 0xd800 && unit <= 0xdbff;
  }
  return { asciiCount, badCount };
}
