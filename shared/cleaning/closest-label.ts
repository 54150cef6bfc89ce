import { editDistance } from './edit-distance.ts';

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
  const byFirstLetter = new Map<string, Candidate[]>();
  for (const label of labels) {
    const squeezed = squeeze(label);
    // Of labels that are squeezed to the same text the first is suggested.
    if (squeezed !== '' && !bySqueezed.has(squeezed)) {
      bySqueezed.set(squeezed, label);
      const first = firstLetter(squeezed);
      const alike = byFirstLetter.get(first) ?? [];
      alike.push({ label, squeezed, letters: lettersOf(squeezed) });
      byFirstLetter.set(first, alike);
    }
  }
  return (text) => {
    const squeezed = text.length > LONGEST_LABEL ? '' : squeeze(text);
    if (squeezed === '') {
      return null;
    }
    return bySqueezed.get(squeezed) ?? bestOf(byFirstLetter.get(firstLetter(squeezed)) ?? [], squeezed);
  };
}

/**
 * [Note: Thousands of labels] A field may list thousands of labels and a column as many texts that are none of them, so most
 * pairs must be told apart at a glance: by length, and by the set of letters, one bit each. One error changes at most two bits.
 */
type Candidate = { readonly label: string; readonly squeezed: string; readonly letters: number };

/** One bit for each letter that occurs, letters with equal lowest five bits sharing one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    letters |= 1 << (text.charCodeAt(index) & 31);
  }
  return letters;
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Letters, vowel signs and digits only, in lower case. */
function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function firstLetter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** The candidate with the smallest distance; of equals the first in the field's own order. */
function bestOf(candidates: readonly Candidate[], squeezed: string): string | null {
  let best: string | null = null;
  let smallest = Infinity;
  const letters = lettersOf(squeezed);
  for (const candidate of candidates) {
    const distance = distanceBetween(squeezed, letters, candidate, smallest);
    if (distance !== null && distance < smallest) {
      best = candidate.label;
      smallest = distance;
      // An equal text was looked for before, so nothing is nearer.
      if (smallest === 1) {
        break;
      }
    }
  }
  return best;
}

/** A beginning counts more than one typing error and less than two. */
const BEGINNING_DISTANCE = 1.5;

function distanceBetween(text: string, letters: number, candidate: Candidate, best: number): number | null {
  const { squeezed: label } = candidate;
  const shorter = Math.min(text.length, label.length);
  const limit = Math.min(allowedErrors(shorter), Math.floor(best));
  const mayBeNear =
    limit > 0 &&
    Math.abs(text.length - label.length) <= limit &&
    bitCount(letters ^ candidate.letters) <= 2 * limit;
  const distance = mayBeNear ? editDistance(text, label, limit) : limit + 1;
  if (distance <= limit) {
    return distance;
  }
  const isBeginning = shorter >= SHORTEST_BEGINNING && (label.startsWith(text) || text.startsWith(label));
  return isBeginning ? BEGINNING_DISTANCE : null;
}

/** One error in a word of four letters, two from eight on, three from twelve on. */
function allowedErrors(length: number): number {
  return length < SHORTEST_FUZZY ? 0 : Math.min(3, Math.floor(length / 4));
}
