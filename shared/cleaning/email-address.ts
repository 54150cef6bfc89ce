/** Longest parts and whole that mail servers carry (RFC 5321), in UTF-16 code units. */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;

/** Nearly all addresses: the same rules as below for ASCII, which the engine checks four times as fast. */
const ASCII_ADDRESS =
  /^[a-z0-9!#$%&'*+=?^_`{}~-]+(?:\.[a-z0-9!#$%&'*+=?^_`{}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/i;

/** Letters, vowel signs and digits of every script. Joiners and other invisible characters are not among them. */
const ADDRESS =
  /^[\p{L}\p{M}\p{N}!#$%&'*+=?^_`{}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+=?^_`{}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,58}[a-z0-9])$/iu;

/**
 * Whether a text is an e-mail address of the form `local@domain.tld`, stricter than the standard: exactly one `@`; no
 * blanks, quotes, or dots at an end or side by side; labels of letters, digits and inner hyphens; a last label of two or
 * more letters, because no top-level domain is shorter. `/` and `|`, which the standard allows, part two addresses in
 * the sheets that people make, and an apostrophe in front is Excel's mark for text. Letters of every script are allowed
 * (`राहुल@उदाहरण.भारत`).
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= LONGEST_ADDRESS &&
    text.indexOf('@') <= LONGEST_LOCAL &&
    (isPlainAddress(text) || isCompleteAddress(text))
  );
}

/** The same without the fast path and for texts of every length. */
export function isCompleteAddress(text: string): boolean {
  return !text.startsWith("'") && (ASCII_ADDRESS.test(text) || (NOT_ASCII.test(text) && ADDRESS.test(text)));
}

const NOT_ASCII = /[^\0-\x7f]/;

/**
 * The fast path for what nearly every cell of a column of addresses holds: one look at each letter, where the pattern goes to and
 * fro. Says yes only to what the pattern says yes to (a property test holds the two together); no says nothing.
 */
function isPlainAddress(text: string): boolean {
  let at = -1;
  // Where the part between dots began, and whether it holds anything but letters.
  let start = 0;
  let isLetters = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) {
      continue;
    }
    const isDomain = at !== -1;
    if (code === DOT || (code === AT && !isDomain)) {
      if (index === start || (isDomain && (index - start > LONGEST_LABEL || isHyphen(text, index - 1)))) {
        return false;
      }
      at = code === AT ? index : at;
      start = index + 1;
      isLetters = true;
    } else if ((code >= 0x30 && code <= 0x39) || (code === HYPHEN && !(isDomain && index === start))) {
      isLetters = false;
    } else if ((code === UNDERSCORE || code === PLUS) && !isDomain) {
      isLetters = false;
    } else {
      return false;
    }
  }
  const length = text.length - start;
  return at !== -1 && start > at + 1 && isLetters && length >= 2 && length <= LONGEST_LABEL;
}

const LONGEST_LABEL = 63;
const DOT = 0x2e;
const AT = 0x40;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const PLUS = 0x2b;

function isHyphen(text: string, index: number): boolean {
  return text.charCodeAt(index) === HYPHEN;
}
