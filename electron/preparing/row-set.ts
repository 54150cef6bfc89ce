/** A set of rows as one bit each: a million rows are 125 kB, and putting one in or out costs nothing wherever it stands. */
export class RowSet {
  #bits = new Uint32Array(32);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(rowIndex: number): boolean {
    return ((this.#bits[rowIndex >>> 5] ?? 0) & (1 << (rowIndex & 31))) !== 0;
  }

  add(rowIndex: number): void {
    if (this.has(rowIndex)) {
      return;
    }
    const place = rowIndex >>> 5;
    if (place >= this.#bits.length) {
      const grown = new Uint32Array(Math.max(place + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (rowIndex & 31));
    this.#size += 1;
  }

  delete(rowIndex: number): boolean {
    if (!this.has(rowIndex)) {
      return false;
    }
    const place = rowIndex >>> 5;
    this.#bits[place] = (this.#bits[place] ?? 0) & ~(1 << (rowIndex & 31));
    this.#size -= 1;
    return true;
  }

  /** `limit` rows in sheet order after the first `offset`. */
  slice(offset: number, limit: number): readonly number[] {
    const rowIndexes: number[] = [];
    let passed = 0;
    for (let place = 0; place < this.#bits.length && rowIndexes.length < limit; place++) {
      const word = this.#bits[place] ?? 0;
      const count = bitCount(word);
      if (passed + count <= offset) {
        passed += count;
        continue;
      }
      for (let bit = 0; bit < 32 && rowIndexes.length < limit; bit++) {
        if ((word & (1 << bit)) !== 0) {
          if (passed >= offset) {
            rowIndexes.push(place * 32 + bit);
          }
          passed += 1;
        }
      }
    }
    return rowIndexes;
  }
}

/** How many bits of a 32-bit word are set. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
