/**
 * The text of one of our own files, which are JSON: UTF-8, or UTF-16 as Notepad saves it when asked for "Unicode". JSON begins
 * with a letter of ASCII, so of its first two bytes one is zero in UTF-16, with a byte order mark before it or without. The mark
 * stays, as a character that readers of JSON pass over.
 */
export function ownFileText(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
    return bytes.toString('utf16le');
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) {
    const isEven = bytes.length % 2 === 0;
    return Buffer.from(isEven ? bytes : bytes.subarray(0, -1))
      .swap16()
      .toString('utf16le');
  }
  return bytes.toString('utf8');
}
