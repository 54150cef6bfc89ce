/** What a scan of bytes as UTF-8 found. */
export type Utf8Scan = {
  /** Characters written with two to four bytes, correctly. */
  readonly multiByteCount: number;
  /** Bytes that belong to no correct character. */
  readonly invalidCount: number;
};

/**
 * Checks bytes as UTF-8 strictly (no overlong forms, no surrogates, nothing above U+10FFFF), by table 3-7 of the Unicode
 * standard. A character that the end of the sample cuts is not an error when more bytes follow.
 */
export function scanUtf8(bytes: Uint8Array, isWhole: boolean): Utf8Scan {
  let multiByteCount = 0;
  let invalidCount = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = utf8LengthAt(bytes, at);
    if (length === 'cut') {
      return { multiByteCount, invalidCount: isWhole ? invalidCount + bytes.length - at : invalidCount };
    }
    if (length > 1) {
      multiByteCount += 1;
    }
    if (length === 0) {
      invalidCount += 1;
    }
    at += Math.max(length, 1);
  }
  return { multiByteCount, invalidCount };
}

/**
 * Bytes that the character at `at` takes: 1 to 4; 0 when no correct character begins there; `cut` when the bytes end
 * inside a character that is correct so far.
 */
export function utf8LengthAt(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 | 'cut' {
  const first = bytes[at] ?? 0;
  if (first < 0x80) {
    return 1;
  }
  if (first < 0xc2 || first > 0xf4) {
    return 0;
  }
  const length = lengthByFirstByte(first);
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) {
      return 'cut';
    }
    const [low, high] = index === 1 ? secondByteRange(first) : [0x80, 0xbf];
    if (byte < low || byte > high) {
      return 0;
    }
  }
  return length;
}

function lengthByFirstByte(first: number): 2 | 3 | 4 {
  if (first < 0xe0) {
    return 2;
  }
  return first < 0xf0 ? 3 : 4;
}

function secondByteRange(first: number): readonly [low: number, high: number] {
  switch (first) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
}
