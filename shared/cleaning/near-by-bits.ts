/** Texts that are searched, sorted so that those with a common beginning stand together. */
export type SortedTexts = {
  readonly sorted: readonly string[];
  /** Where each of `sorted` stood. */
  readonly places: readonly number[];
  /** How many code units each of `sorted` has in common with the one before it, or fewer. */
  readonly shared: Uint16Array;
  readonly lengths: Int32Array;
  /** The letters of each, see `lettersOf`. */
  readonly letters: Int32Array;
};

/** Texts whose letters are numbered, so that what is known of a letter is found by its number. */
export type NumberedTexts = {
  readonly numberOf: ReadonlyMap<number, number>;
  /** The numbers of all letters, text after text, and where each text begins. */
  readonly numbers: Uint16Array;
  readonly starts: Int32Array;
  /** For each number the places in the text that is asked for, one bit each; all zero between two searches. */
  readonly masks: Int32Array;
};

/** Longest text that is asked for so: one bit of a word for each letter. */
export const MOST_BITS = 31;

/** Errors that are looked for at most. */
const MOST_ERRORS = 7;

/** Numbers the letters of the texts that can be near to any of `MOST_BITS` letters. */
export function numbered(texts: readonly string[]): NumberedTexts {
  const numberOf = new Map<number, number>();
  const starts = new Int32Array(texts.length);
  const numbers: number[] = [];
  texts.forEach((text, at) => {
    starts[at] = numbers.length;
    for (let index = 0; index < Math.min(text.length, MOST_BITS + MOST_ERRORS); index++) {
      const code = text.charCodeAt(index);
      const number = numberOf.get(code) ?? numberOf.size;
      numberOf.set(code, number);
      numbers.push(number);
    }
  });
  return { numberOf, numbers: Uint16Array.from(numbers), starts, masks: new Int32Array(numberOf.size) };
}

/** A text that was found, by its place in the list it came from, and how many errors lie between. */
export type NearText = { readonly place: number; readonly distance: number };

/** Errors that are looked for: at most so many, 0 to 7, and by the number of code units of the shorter text. */
export type NearLimits = { readonly most: number; readonly allowed: (shorterLength: number) => number };

/**
 * The nearest text to one of at most `MOST_BITS` letters; of equals the one with the lowest place.
 *
 * [Note: Distances by bits] A row of the table of distances (see `editDistance`) is kept as differences between neighbours, one
 * bit for each letter that is asked for, and computed in a dozen operations on words, as Hyyrö describes it (A Bit-Vector
 * Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003). The rows of a beginning serve all texts that share it.
 */
export function nearByBits(
  { sorted, places, shared, lengths, letters }: SortedTexts,
  { numberOf, numbers, starts, masks }: NumberedTexts,
  asked: string,
  { most, allowed }: NearLimits,
): NearText | null {
  setMasks(masks, numberOf, asked, true);
  const askedLetters = lettersOf(asked);
  const last = 1 << (asked.length - 1);
  rows.up[0] = -1;
  rows.down[0] = 0;
  rows.diagonal[0] = 0;
  rows.equal[0] = 0;
  rows.distance[0] = asked.length;
  let found: NearText | null = null;
  let limit = most;
  /** Letters of this text whose rows are known. */
  let known = 0;
  for (let at = 0; at < sorted.length; at++) {
    known = Math.min(known, shared[at] ?? 0);
    const length = lengths[at] ?? 0;
    if (Math.abs(length - asked.length) > limit || bitCount((letters[at] ?? 0) ^ askedLetters) > 2 * limit) {
      continue;
    }
    const start = starts[at] ?? 0;
    for (; known < length; known++) {
      fillRow(known, masks[numbers[start + known] ?? 0] ?? 0, last);
    }
    const distance = rows.distance[length] ?? 0;
    const place = places[at] ?? 0;
    if (
      distance <= limit &&
      distance <= allowed(Math.min(length, asked.length)) &&
      (found === null || distance < found.distance || place < found.place)
    ) {
      found = { place, distance };
      limit = distance;
    }
  }
  setMasks(masks, numberOf, asked, false);
  return found;
}

/** For each beginning of a text its row, as `nearByBits` says. */
const rows = {
  up: new Int32Array(MOST_BITS + MOST_ERRORS + 1),
  down: new Int32Array(MOST_BITS + MOST_ERRORS + 1),
  diagonal: new Int32Array(MOST_BITS + MOST_ERRORS + 1),
  /** Where the last letter of the beginning stands in the text that is asked for. */
  equal: new Int32Array(MOST_BITS + MOST_ERRORS + 1),
  /** Errors between the beginning and the whole text that is asked for. */
  distance: new Int32Array(MOST_BITS + MOST_ERRORS + 1),
};

/** Computes the row of a beginning with one letter more than `depth`, out of that of `depth` letters. */
function fillRow(depth: number, equal: number, last: number): void {
  const up = rows.up[depth] ?? 0;
  const down = rows.down[depth] ?? 0;
  const swapped = ((~(rows.diagonal[depth] ?? 0) & equal) << 1) & (rows.equal[depth] ?? 0);
  const diagonal = (((equal & up) + up) ^ up) | equal | down | swapped;
  const more = down | ~(diagonal | up);
  const less = diagonal & up;
  let distance = rows.distance[depth] ?? 0;
  if ((more & last) !== 0) {
    distance += 1;
  } else if ((less & last) !== 0) {
    distance -= 1;
  }
  const right = (more << 1) | 1;
  rows.up[depth + 1] = (less << 1) | ~(diagonal | right);
  rows.down[depth + 1] = diagonal & right;
  rows.diagonal[depth + 1] = diagonal;
  rows.equal[depth + 1] = equal;
  rows.distance[depth + 1] = distance;
}

function setMasks(
  masks: Int32Array,
  numberOf: ReadonlyMap<number, number>,
  asked: string,
  isSet: boolean,
): void {
  for (let index = 0; index < asked.length; index++) {
    const number = numberOf.get(asked.charCodeAt(index));
    if (number !== undefined) {
      masks[number] = isSet ? (masks[number] ?? 0) | (1 << index) : 0;
    }
  }
}

/** One bit for each letter that occurs, letters with equal lowest five bits sharing one. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    letters |= 1 << (text.charCodeAt(index) & 31);
  }
  return letters;
}

/** How many bits of a 32-bit word are set. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
