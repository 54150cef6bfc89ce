/** Marks and words that part two numbers in one cell. */
const SEPARATORS = /[,;/|\\\n&]+|\s(?:or|and|ya|aur|या|और)\s/iu;

/** A plus begins a new number when digits stand before it. */
const BEFORE_PLUS = /(?<=\d[\s\-)]*)(?=\(?\+)/u;

/**
 * One number that only looks like several: the digits grouped as an amount, which Excel does to columns of numbers
 * (9,876,512,345 or 9,87,65,12,345), or an area code parted by a slash (022/23456789).
 */
const GROUPED_DIGITS = /^\+?\d{1,3}(?:,\d{2,3})+(?:\.0{1,2})?$/u;
const AREA_CODE = /^\(?0\d{2,4}\)?\s*\/\s*[2-7][\d\s-]{5,9}$/u;

/** The pieces of a cell that may each be a phone number; one piece when there is nothing to split. */
export function splitPhones(text: string): string[] {
  if (GROUPED_DIGITS.test(text) || AREA_CODE.test(text)) {
    return [text.replaceAll(/[,/]/gu, '')];
  }
  return text.split(SEPARATORS).flatMap((piece) => piece.split(BEFORE_PLUS));
}

/** All ways of cutting a text in two at a blank or dash, for numbers with nothing else between them. */
export function cutsAtBlanks(text: string): (readonly [string, string])[] {
  return [...text.matchAll(/[\s-]+/gu)]
    .map((gap): readonly [string, string] => [
      text.slice(0, gap.index),
      text.slice(gap.index + gap[0].length),
    ])
    .filter(([left, right]) => left !== '' && right !== '');
}
