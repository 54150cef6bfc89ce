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
    !text.startsWith("'") &&
    (ASCII_ADDRESS.test(text) || (NOT_ASCII.test(text) && ADDRESS.test(text)))
  );
}

const NOT_ASCII = /[^\0-\x7f]/;
