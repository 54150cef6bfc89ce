import {
  bitCount,
  lettersOf,
  MOST_BITS,
  nearByBits,
  numbered,
  type NearLimits,
  type NearText,
  type SortedTexts,
} from './near-by-bits.ts';

/** Finds the text with the fewest errors, of equals the one with the lowest place; `null` when none is near enough. */
export type NearestText = (asked: string, limits: NearLimits) => NearText | null;

/**
 * Prepares a search by typing errors (as `editDistance` counts them) among different `texts`.
 *
 * [Note: Thousands of alike texts] A field may list thousands of labels which begin alike ("Batch 2026 A 17"), and a column
 * hold a hundred thousand texts that are none of them. Sorted, texts with a common beginning stand together: the distances
 * of a beginning are computed once for all of them. Before anything is computed, texts are told apart at a glance: by length, and
 * by the set of their letters, one bit each, of which one error changes at most two. What is asked for is mostly short enough
 * for `nearByBits`; for longer texts few errors are looked for before many, and where a beginning already has too many, all texts
 * with it are passed over.
 */
export function nearestText(texts: readonly string[]): NearestText {
  const places = texts.map((_text, place) => place).sort((one, other) => compare(texts[one], texts[other]));
  const sorted = places.map((place) => texts[place] ?? '');
  const shared = Uint16Array.from(sorted, (text, index) => sharedLength(sorted[index - 1] ?? '', text));
  const lengths = Int32Array.from(sorted, (text) => text.length);
  const letters = Int32Array.from(sorted, lettersOf);
  const index: SortedTexts = { sorted, places, shared, lengths, letters };
  const byNumber = numbered(sorted);
  return (asked, limits) => {
    if (asked.length > 0 && asked.length <= MOST_BITS) {
      return nearByBits(index, byNumber, asked, limits);
    }
    for (let most = 1; most <= limits.most; most++) {
      const found = search(index, asked, { ...limits, most });
      if (found !== null) {
        return found;
      }
    }
    return null;
  };
}

function compare(one = '', other = ''): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

/** Cut at what sixteen bits hold: less in common than there is only means more work. */
function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 0xffff);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) {
    length += 1;
  }
  return length;
}

function search(index: SortedTexts, asked: string, { most, allowed }: NearLimits): NearText | null {
  const { sorted, places, shared, lengths } = index;
  const table = new DistanceTable(asked, most);
  const mayBeNear = glanceAt(index, asked, most);
  let found: NearText | null = null;
  /** Letters of this text whose distances are in the table, and of those before it that have too many errors. */
  let known = 0;
  let hopeless = Infinity;
  for (let at = 0; at < sorted.length; at++) {
    known = Math.min(known, shared[at] ?? 0);
    if (known >= hopeless || !mayBeNear(at)) {
      continue;
    }
    const text = sorted[at] ?? '';
    const length = lengths[at] ?? 0;
    let smallest = 0;
    while (smallest <= most && known < length) {
      known += 1;
      smallest = table.fillRow(text, known);
    }
    hopeless = smallest > most ? known : Infinity;
    const distance = smallest > most ? Infinity : table.distance(length);
    const place = places[at] ?? 0;
    if (
      distance <= allowed(Math.min(length, asked.length)) &&
      distance <= most &&
      (found === null || distance < found.distance || (distance === found.distance && place < found.place))
    ) {
      found = { place, distance };
    }
  }
  return found;
}

/** See [Note: Thousands of alike texts]. */
function glanceAt({ lengths, letters }: SortedTexts, asked: string, most: number): (at: number) => boolean {
  const askedLetters = lettersOf(asked);
  return (at) =>
    Math.abs((lengths[at] ?? 0) - asked.length) <= most &&
    bitCount((letters[at] ?? 0) ^ askedLetters) <= 2 * most;
}

/** The distances between every beginning of one text and every beginning of another, as far as they are within a limit. */
class DistanceTable {
  readonly #asked: string;
  readonly #most: number;
  readonly #width: number;
  readonly #cells: Uint8Array;

  constructor(asked: string, most: number) {
    this.#asked = asked;
    this.#most = most;
    // The last row is that of the longest text that may be near, and the one after it, which is not.
    this.#width = asked.length + 2;
    this.#cells = roomFor((asked.length + most + 2) * this.#width);
    for (let column = 0; column < this.#width; column++) {
      this.#cells[column] = Math.min(column, most + 1);
    }
  }

  /** Computes the row of a text's first `length` letters, after that of its first `length - 1`; the smallest number in it. */
  fillRow(text: string, length: number): number {
    const cells = this.#cells;
    const asked = this.#asked;
    const tooFar = this.#most + 1;
    const start = Math.max(1, length - this.#most);
    const end = Math.min(asked.length, length + this.#most);
    const row = length * this.#width;
    const above = row - this.#width;
    const twoAbove = above - this.#width;
    const letter = text.charCodeAt(length - 1);
    const letterBefore = length > 1 ? text.charCodeAt(length - 2) : -1;
    let left = start === 1 ? Math.min(length, tooFar) : tooFar;
    let smallest = left;
    if (start > end + 1) {
      return tooFar;
    }
    // The next row reads one cell beside this row's own on each side; what stood there is from another text.
    cells[row + start - 1] = left;
    for (let column = start; column <= end; column++) {
      const askedLetter = asked.charCodeAt(column - 1);
      const cost = letter === askedLetter ? 0 : 1;
      let distance = Math.min(
        left + 1,
        (cells[above + column] ?? tooFar) + 1,
        (cells[above + column - 1] ?? tooFar) + cost,
        tooFar,
      );
      if (column > 1 && askedLetter === letterBefore && asked.charCodeAt(column - 2) === letter) {
        distance = Math.min(distance, (cells[twoAbove + column - 2] ?? tooFar) + 1);
      }
      cells[row + column] = distance;
      left = distance;
      smallest = Math.min(smallest, distance);
    }
    cells[row + end + 1] = tooFar;
    return smallest;
  }

  /** The distance between a text of this length, whose rows were computed, and the whole other one. */
  distance(length: number): number {
    return Math.abs(length - this.#asked.length) > this.#most
      ? this.#most + 1
      : (this.#cells[length * this.#width + this.#asked.length] ?? this.#most + 1);
  }
}

/** Used again by every search: there are hundreds of thousands, and their own memory would cost more than their work. */
let reused = new Uint8Array(8192);

function roomFor(size: number): Uint8Array {
  if (reused.length < size) {
    reused = new Uint8Array(size * 2);
  }
  return reused;
}
