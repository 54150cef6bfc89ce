/** Stands where something was hidden. */
export const HIDDEN = '[hidden]';

/** What follows "Bearer", unless it is a word that explains it ("Bearer token missing"). */
const BEARER = /\bbearer\s+(?!(?:tokens?|auth\w*|schemes?|headers?|is|was|not)\b)[^\s"'<>,;]+/giu;
const MAYBE_EMAIL = /[^\s"<>(),;:[\]]+/gu;
/** Telecrm's tokens are two such with digits between; the front part of one is hidden as well. */
const UUID_LIKE = /[0-9a-f]{8}-(?:[0-9a-f]{1,4}-?){1,4}[0-9a-f]*(?::[0-9a-f-]*)?/giu;
/** Long and without a blank: keys, hashes, JSON web tokens, if a digit is in it. No word of a person looks so. */
const MAYBE_KEY = /[\w.~+/=:-]{24,}/gu;
/** Six digits or more, also with the marks that people put into telephone numbers, in any script's digits. */
const DIGITS = /\p{Nd}(?:[ .()\-\u2010-\u2015]{0,2}\p{Nd}){5,}/gu;

/**
 * Takes out of a server's words whatever may be a secret or a person: tokens, e-mail addresses, telephone numbers. What is
 * kept goes into the journal, the report and support files. Rather hides too much (a date, an id) than too little.
 * Takes time in proportion to the text: no pattern looks back over what it has read.
 */
export function redact(text: string): string {
  return text
    .replaceAll(BEARER, HIDDEN)
    .replaceAll(MAYBE_EMAIL, (word) => (/.@./u.test(word) ? HIDDEN : word))
    .replaceAll(UUID_LIKE, HIDDEN)
    .replaceAll(MAYBE_KEY, (word) => (/\d/u.test(word) ? HIDDEN : word))
    .replaceAll(DIGITS, HIDDEN);
}
