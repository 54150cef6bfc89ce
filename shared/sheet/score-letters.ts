import type { Alphabet } from './alphabets.ts';
import { scoreSign } from './score-sign.ts';

/**
 * How much decoded text looks like words of a language: the mean over all characters that are not ASCII, counted by the
 * bytes they take, so that code pages of one and of two bytes can be compared. Real text of the language comes to 1.5 up
 * to 3; text that was decoded wrongly is mostly below 0, because it shows signs in the middle of words, capitals behind
 * small letters, and scripts mixed within a word.
 *
 * @param bytesPerLetter 1, or 2 for the code pages of East Asia.
 * @returns 0 for plain ASCII.
 */
export function scoreLetters(text: string, { common, usual }: Alphabet, bytesPerLetter: 1 | 2): number {
  const commonLetters = new Set(common);
  const usualLetters = new Set(usual);
  const characters = Array.from(text);
  let points = 0;
  let bytes = 0;
  characters.forEach((character, index) => {
    if (character <= '\u007f') {
      return;
    }
    const before = characters[index - 1] ?? ' ';
    const after = characters[index + 1] ?? ' ';
    const weight = isHalfWidth(character) ? 1 : bytesPerLetter;
    bytes += weight;
    points += weight * pointsOf(character, before, after, characters[index + 2] ?? ' ');
  });
  return bytes === 0 ? 0 : points / bytes;

  function pointsOf(character: string, before: string, after: string, second: string): number {
    if (!LETTER.test(character)) {
      return scoreSign(character, before, after, second);
    }
    const lower = character.toLowerCase();
    const otherwise = usualLetters.has(lower) ? 1 : null;
    const known = commonLetters.has(lower) ? 3 : otherwise;
    if (WIDE_LETTER.test(character)) {
      return (known ?? UNKNOWN_IDEOGRAPH) - (isAscii(before) && LETTER.test(before) ? SCRIPTS_MIXED : 0);
    }
    return (known ?? -2) - oddness(character, before, after);
  }
}

const LETTER = /[\p{L}\p{M}]/u;
const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々ー]/u;
const LATIN = /\p{Script=Latin}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** Thousands of ideographs are in use, so a rare one says little. */
const UNKNOWN_IDEOGRAPH = -0.3;
const SCRIPTS_MIXED = 3;

/** What speaks against a letter where it stands. */
function oddness(letter: string, before: string, after: string): number {
  let points = 0;
  if ((LOWER.test(before) && UPPER.test(letter)) || (LOWER.test(letter) && UPPER.test(after))) {
    points += 3;
  }
  const neighbours = [before, after].filter((neighbour) => LETTER.test(neighbour));
  if (!LATIN.test(letter)) {
    return points + (neighbours.some((neighbour) => LATIN.test(neighbour)) ? SCRIPTS_MIXED : 0);
  }
  if (neighbours.some((neighbour) => !LATIN.test(neighbour))) {
    points += SCRIPTS_MIXED;
  }
  // Two accents in a row are rare in languages written with Latin letters, and usual in other text decoded as such.
  points += neighbours.some((neighbour) => !isAscii(neighbour)) ? 2 : 0;
  // A lone letter is rather a sign: £50 in ibm437 would be ú50.
  return points + (neighbours.length === 0 ? 2.5 : 0);
}

function isAscii(character: string): boolean {
  return character <= '\u007f';
}

/** Katakana that Shift_JIS keeps in one byte. */
function isHalfWidth(character: string): boolean {
  return character >= '\uff61' && character <= '\uff9f';
}
