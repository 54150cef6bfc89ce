import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { plainText } from './plain-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

const NOT_A_NUMBER: CleanValue = refused({ kind: 'rating-not-a-number' });
const NOT_WHOLE: CleanValue = refused({ kind: 'rating-not-whole' });
const NOT_1_TO_5: CleanValue = refused({ kind: 'rating-not-1-to-5' });

const RATINGS: readonly CleanValue[] = [clean(1), clean(2), clean(3), clean(4), clean(5)];

/** A number, perhaps out of five, perhaps with "stars" behind it. */
const SPOKEN =
  /^'?([+-]?\d{1,9}(?:[.,]\d{1,9})?)(?:\s*(?:\/|out of)\s*5(?:\.0)?)?\s*(?:stars?|\*|\u2605|\u2b50\ufe0f?)?$/iu;

/**
 * Full stars, perhaps followed by the empty ones that fill up to five. U+FE0F only asks for a coloured picture. Asterisks
 * are not read as stars: `***` is also how exports mask what they do not show.
 */
const DRAWN = /^((?:[\u2605\u2b50]\ufe0f?\s*)+)((?:\u2606\s*)*)$/u;

/**
 * Cleans a rating to a whole number from 1 to 5, the only ones Telecrm keeps: `3`, `3.0`, `३`, `3 stars`, `3/5`, `★★★`,
 * `★★★☆☆`. `4.5` is refused rather than rounded, and words ("two", "good") rather than guessed.
 */
export function ratingCleaner(): Cleaner {
  return (text) => {
    if (text.length === 1) {
      const rating = RATINGS[text.charCodeAt(0) - 49];
      if (rating !== undefined) {
        return rating;
      }
    }
    const plain = plainText(text);
    return isNothing(plain) ? EMPTY : readRating(plain);
  };
}

/** No rating in any of these forms is longer. */
const LONGEST_RATING = 30;

function readRating(text: string): CleanValue {
  if (text.length > LONGEST_RATING) {
    return NOT_A_NUMBER;
  }
  const spoken = SPOKEN.exec(text);
  if (spoken !== null) {
    return rated(Number((spoken[1] ?? '').replace(',', '.')));
  }
  const drawn = DRAWN.exec(text);
  if (drawn === null) {
    return NOT_A_NUMBER;
  }
  const full = countStars(drawn[1] ?? '');
  const empty = countStars(drawn[2] ?? '');
  return empty > 0 && full + empty !== 5 ? NOT_1_TO_5 : rated(full);
}

function countStars(text: string): number {
  return text.replaceAll(/[\ufe0f\s]/gu, '').length;
}

function rated(value: number): CleanValue {
  if (value < 1 || value > 5) {
    return NOT_1_TO_5;
  }
  return RATINGS[value - 1] ?? NOT_WHOLE;
}
