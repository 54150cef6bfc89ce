/** The whole number that the bytes spell, or -1 where they are anything else, or too long to be exact. */
export function wholeNumberAt(bytes: Buffer, from: number, to: number): number {
  if (to - from > 15 || to === from) {
    return -1;
  }
  return digitsAt(bytes, from, to);
}

/** The whole number that the bytes spell, or -1; beyond 15 digits not to the last one. */
export function digitsAt(bytes: Buffer, from: number, to: number): number {
  let value = to > from ? 0 : -1;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    value = value * 10 + digit;
  }
  return value;
}

/** The 0-based column of a reference such as `AB12`, or -1. */
export function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) {
      break;
    }
    column = column * 26 + (letter - 0x40);
  }
  return at === from || at - from > 4 ? -1 : column - 1;
}

/** The bytes packed into a number, as `nameCode` does; -1 for more than four. */
export function codeAt(bytes: Buffer, from: number, to: number): number {
  if (to - from > 4) {
    return -1;
  }
  let code = 0;
  for (let at = from; at < to; at++) {
    code = (code << 8) | (bytes[at] ?? 0);
  }
  return code;
}
