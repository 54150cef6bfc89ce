/**
 * A text as it may stand in a request: outer blanks trimmed, inner ones kept (Telecrm keeps whitespace), NUL characters
 * taken out and halves of broken characters replaced by U+FFFD, because neither survives every JSON reader and a lead
 * lost for one bad byte is lost whole. Empty when nothing visible is left.
 */
export function sendableText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) {
    start++;
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  const trimmed = start === 0 && end === text.length ? text : text.slice(start, end);
  return NEEDS_CARE.test(trimmed) || isUnseen(trimmed.charCodeAt(0)) ? repaired(trimmed) : trimmed;
}

/** NUL, and halves of characters beyond U+FFFF, whole ones included: without the `u` flag this is a plain scan. */
const NEEDS_CARE = /[\0\ud800-\udfff]/;

/**
 * Blanks and controls that are trimmed from the ends. The joiners U+200C and U+200D are not among them: at the end of an
 * Indian word they decide how its last letter is drawn.
 */
function isBlank(code: number): boolean {
  if (code < 0x80) {
    return code <= 0x20 || code === 0x7f;
  }
  return (
    code <= 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    (code >= 0x2028 && code <= 0x2029) ||
    code === 0x202f ||
    (code >= 0x205f && code <= 0x2060) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Characters that are drawn as nothing, of which a whole text may consist. */
function isUnseen(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff
  );
}

function repaired(text: string): string {
  const whole = text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return /[^\p{Cf}\p{Cc}\s]/u.test(whole) ? whole : '';
}
