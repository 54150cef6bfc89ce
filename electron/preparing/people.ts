import { MARK, placeOfRow, type Duplicates } from '../../shared/cleaning/find-duplicates.ts';

const NOBODY: Duplicates = {
  rows: new Int32Array(0),
  leaders: new Int32Array(0),
  winners: new Int32Array(0),
  marks: new Uint8Array(0),
};

/** The people who stand in several rows, as they were found last: thirteen bytes for each of their rows, none for others. */
export class People {
  #found = NOBODY;
  /** For each shared row the place of the next one of the same person, -1 at the last; made when somebody asks for it. */
  #next: Int32Array | null = null;

  /** Takes over what was found. */
  use(found: Duplicates): void {
    this.#found = found;
    this.#next = null;
  }

  /** The row that is sent in this one's place, or `null`. */
  winner(rowIndex: number): number | null {
    const winner = this.#found.winners[placeOfRow(this.#found.rows, rowIndex)] ?? -1;
    return winner < 0 ? null : winner;
  }

  /** Whether a row was found to carry the combined lead of all rows of its person. */
  isCombined(rowIndex: number): boolean {
    return this.#found.marks[placeOfRow(this.#found.rows, rowIndex)] === MARK.combined;
  }

  /** Every row of this row's person that would be sent or was, in sheet order; this row alone where nobody shares it. */
  rowsOf(rowIndex: number): readonly number[] {
    const { rows, leaders } = this.#found;
    const place = placeOfRow(rows, rowIndex);
    if (place < 0) {
      return [rowIndex];
    }
    const next = this.#next ?? linked(leaders);
    this.#next = next;
    const found: number[] = [];
    for (let at = leaders[place] ?? -1; at >= 0; at = next[at] ?? -1) {
      found.push(rows[at] ?? 0);
    }
    return found;
  }

  /** The first rows of people: `limit` of them after `offset`, and how many people there are in all. */
  page(offset: number, limit: number): { total: number; rowIndexes: readonly number[] } {
    const { rows, leaders } = this.#found;
    const rowIndexes: number[] = [];
    let total = 0;
    for (let place = 0; place < rows.length; place++) {
      if (leaders[place] === place) {
        if (total >= offset && rowIndexes.length < limit) {
          rowIndexes.push(rows[place] ?? 0);
        }
        total += 1;
      }
    }
    return { total, rowIndexes };
  }
}

/** For each row of a person the next one, out of the first ones. */
function linked(leaders: Int32Array): Int32Array {
  const next = new Int32Array(leaders.length).fill(-1);
  const last = new Int32Array(leaders.length);
  leaders.forEach((leader, place) => {
    if (leader !== place) {
      next[last[leader] ?? 0] = place;
    }
    last[leader] = place;
  });
  return next;
}
