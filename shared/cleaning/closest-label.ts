import { nearestText, type NearestText } from './nearest-text.ts';

/** Finds the label that was probably meant, or `null` when none is alike enough to be worth a person's look. */
export type ClosestLabel = (text: string) => string | null;

/** Longer texts are remarks, not labels. */
const LONGEST_LABEL = 60;

/** Below it one letter makes another word: Hot and Not, Won and Now, MBA and BBA. */
const SHORTEST_FUZZY = 4;

/** A label of which the text is only the beginning must be recognisable by it: "Insta" for Instagram. */
const SHORTEST_BEGINNING = 4;

/**
 * Prepares suggestions out of `labels`. Alike are texts that differ only in case, blanks and punctuation (FOLLOW-UP and
 * Follow Up); texts with few typing errors for their length; and texts of which one begins the other (Insta and Instagram,
 * "Interested (hot)" and Interested). All must begin with the same letter: typing errors seldom sit there, and without it
 * Cost would be offered for Lost, and the opposite for "Not interested".
 */
export function closestLabel(labels: readonly string[]): ClosestLabel {
  const bySqueezed = new Map<string, string>();
  const byFirstLetter = new Map<string, string[]>();
  for (const label of labels) {
    const squeezed = squeeze(label);
    // Of labels that are squeezed to the same text the first is suggested.
    if (squeezed !== '' && !bySqueezed.has(squeezed)) {
      bySqueezed.set(squeezed, label);
      const first = firstLetter(squeezed);
      const alike = byFirstLetter.get(first) ?? [];
      alike.push(squeezed);
      byFirstLetter.set(first, alike);
    }
  }
  const groups = new Map([...byFirstLetter].map(([first, texts]) => [first, newGroup(texts)]));
  return (text) => {
    const squeezed = text.length > LONGEST_LABEL ? '' : squeeze(text);
    if (squeezed === '') {
      return null;
    }
    const equal = bySqueezed.get(squeezed);
    const group = groups.get(firstLetter(squeezed));
    if (equal !== undefined || group === undefined) {
      return equal ?? null;
    }
    return bySqueezed.get(bestOf(group, squeezed) ?? '') ?? null;
  };
}

/** Labels with one first letter, squeezed. */
type Group = {
  /** In the field's own order. */
  readonly texts: readonly string[];
  /** In the order of their code units, so that those with one beginning stand together. */
  readonly sorted: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly nearest: NearestText;
};

function newGroup(texts: readonly string[]): Group {
  return {
    texts,
    sorted: texts.toSorted((one, other) => (one < other ? -1 : 1)),
    places: new Map(texts.map((text, place) => [text, place])),
    nearest: nearestText(texts),
  };
}

/** Letters, vowel signs and digits only, in lower case. */
function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function firstLetter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/**
 * The text with the fewest typing errors, or one of which the other is the beginning, which counts more than one typing error
 * and less than two; of equals the first in the field's own order.
 */
function bestOf(group: Group, asked: string): string | null {
  const { texts, places, nearest } = group;
  const near = nearest(asked, { most: allowedErrors(asked.length), allowed: allowedErrors });
  if (near !== null && near.distance <= 1) {
    return texts[near.place] ?? null;
  }
  let first = Infinity;
  for (const text of [...beginningsOf(asked), ...textsBeginningWith(group, asked)]) {
    first = Math.min(first, places.get(text) ?? Infinity);
  }
  return texts[first === Infinity ? (near?.place ?? -1) : first] ?? null;
}

function textsBeginningWith({ sorted }: Group, beginning: string): readonly string[] {
  if (beginning.length < SHORTEST_BEGINNING) {
    return [];
  }
  let from = 0;
  let after = sorted.length;
  while (from < after) {
    const middle = (from + after) >>> 1;
    if ((sorted[middle] ?? '') < beginning) {
      from = middle + 1;
    } else {
      after = middle;
    }
  }
  let to = from;
  while (sorted[to]?.startsWith(beginning) === true) {
    to += 1;
  }
  return sorted.slice(from, to);
}

/** The beginnings of a text by which a label can be recognised, without the whole. */
function beginningsOf(text: string): readonly string[] {
  const count = Math.max(0, text.length - SHORTEST_BEGINNING);
  return Array.from({ length: count }, (_, index) => text.slice(0, SHORTEST_BEGINNING + index));
}

/** One error in a word of four letters, two from eight on, three from twelve on. */
function allowedErrors(length: number): number {
  return length < SHORTEST_FUZZY ? 0 : Math.min(3, Math.floor(length / 4));
}
