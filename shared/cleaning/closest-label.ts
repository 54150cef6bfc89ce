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
  const byFirstLetter = new Map<string, Candidate[]>();
  for (const label of labels) {
    const squeezed = squeeze(label);
    if (squeezed !== '') {
      const first = firstLetter(squeezed);
      const alike = byFirstLetter.get(first) ?? [];
      alike.push({ label, squeezed });
      byFirstLetter.set(first, alike);
    }
  }
  return (text) => {
    const squeezed = text.length > LONGEST_LABEL ? '' : squeeze(text);
    return squeezed === '' ? null : bestOf(byFirstLetter.get(firstLetter(squeezed)) ?? [], squeezed);
  };
}

type Candidate = { readonly label: string; readonly squeezed: string };

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
  for (const candidate of candidates) {
    const distance = distanceBetween(squeezed, candidate.squeezed, smallest);
    if (distance !== null && distance < smallest) {
      best = candidate.label;
      smallest = distance;
    }
  }
  return best;
}

/** A beginning counts more than one typing error and less than two. */
const BEGINNING_DISTANCE = 1.5;

function distanceBetween(text: string, label: string, best: number): number | null {
  if (text === label) {
    return 0;
  }
  const limit = Math.min(allowedErrors(Math.min(text.length, label.length)), Math.floor(best));
  const distance = limit === 0 ? 1 : editDistance(text, label, limit);
  if (distance <= limit) {
    return distance;
  }
  const shorter = Math.min(text.length, label.length);
  const isBeginning = shorter >= SHORTEST_BEGINNING && (label.startsWith(text) || text.startsWith(label));
  return isBeginning ? BEGINNING_DISTANCE : null;
}

/** One error in a word of four letters, two from eight on, three from twelve on. */
function allowedErrors(length: number): number {
  return length < SHORTEST_FUZZY ? 0 : Math.min(3, Math.floor(length / 4));
}
