/** The code of `hidden`, the only attribute with a longer name that rows and cells are asked for. */
export const HIDDEN = -2;

/** Walks over the attributes of a tag without making strings, because every cell has one or more. */
export class AttributeCursor {
  /** Where the value of the attribute read last begins and ends. */
  from = 0;
  to = 0;

  /**
   * Reads the attribute at a position; the next one follows behind `to`.
   *
   * @returns The name as a code (see `nameCode`), `HIDDEN`, or -1 for any other longer name.
   */
  read(bytes: Buffer, at: number, end: number): number {
    let position = at;
    let name = 0;
    let length = 0;
    for (; position < end && bytes[position] !== EQUALS; position++) {
      const byte = bytes[position] ?? 0;
      if (byte > BLANK) {
        name = length < 4 ? (name << 8) | byte : -1;
        length += 1;
      }
    }
    // `hidden` has six letters and ends in "n"; no other attribute of a row does.
    if (length === 6 && bytes[position - 1] === LETTER_N) {
      name = HIDDEN;
    }
    position += 1;
    while (position < end && (bytes[position] ?? 0) <= BLANK) {
      position += 1;
    }
    const quote = bytes[position];
    position += 1;
    this.from = position;
    while (position < end && bytes[position] !== quote) {
      position += 1;
    }
    this.to = position;
    return name;
  }
}

const EQUALS = 0x3d;
const BLANK = 0x20;
const LETTER_N = 0x6e;
