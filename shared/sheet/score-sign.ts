/**
 * How well a character that is no letter fits where it stands, on the scale of `scoreLetters`: a closing quotation mark
 * behind a word does, a box corner within a word shows that the text was decoded wrongly.
 *
 * @param second The character behind `after`.
 */
export function scoreSign(sign: string, before: string, after: string, second: string): number {
  const place = placeOf(before, after);
  if (sign === '\u00a0' || sign === '\u3000') {
    return place === 'inside' ? 2 : 3;
  }
  if (sign === '’' && isApostrophe(before, after, second)) {
    return 4;
  }
  if ('“‘„«‹'.includes(sign)) {
    return QUOTE_POINTS[place === 'before-word' ? 'right' : place];
  }
  if ('”’»›'.includes(sign)) {
    return QUOTE_POINTS[place === 'behind-word' ? 'right' : place];
  }
  if ('–—…•·'.includes(sign)) {
    return place === 'inside' ? -3 : 1.5;
  }
  if ('€£¥₹₪₩฿'.includes(sign)) {
    return DIGIT.test(before) || DIGIT.test(after) || (after === ' ' && DIGIT.test(second)) ? 2 : -1;
  }
  if ('°ºª²³½¼№®©™'.includes(sign)) {
    return before !== ' ' && !LETTER.test(after) ? 1 : -2;
  }
  if ('，。、（）：；「」《》・'.includes(sign)) {
    return 1;
  }
  return isNothing(sign) ? -20 : -3;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\d/u;

type Place = 'inside' | 'before-word' | 'behind-word' | 'alone';

/** A quotation mark, by whether it stands on its right side of a word. */
const QUOTE_POINTS: Readonly<Record<Place | 'right', number>> = {
  right: 2,
  inside: -3,
  'before-word': 0,
  'behind-word': 0,
  alone: 0,
};

function placeOf(before: string, after: string): Place {
  if (LETTER.test(before)) {
    return LETTER.test(after) ? 'inside' : 'behind-word';
  }
  return LETTER.test(after) ? 'before-word' : 'alone';
}

/** `don’t`, `Ravi’s`, `D’Souza`: elsewhere in a word it is some letter that was decoded wrongly. */
function isApostrophe(before: string, after: string, second: string): boolean {
  const endsWord = 'stdm'.includes(after) && !LETTER.test(second);
  const isContraction = ['re', 'll', 've'].includes(`${after}${second}`);
  return LETTER.test(before) && (endsWord || isContraction || ('DOL'.includes(before) && LETTER.test(after)));
}

/** A byte that the code page has no character for, a control character, or a place that fonts fill as they like. */
function isNothing(sign: string): boolean {
  return sign === '\ufffd' || (sign >= '\u0080' && sign <= '\u009f') || /\p{Co}/u.test(sign);
}
