import { clean, EMPTY, refused, toCheck, type Cleaner, type CleanValue } from './clean-value.ts';
import { isEmailAddress } from './email-address.ts';
import { visibleText } from './plain-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** A cell with more is a remark. */
const LONGEST_CELL = 2000;

/** `E-mail: `, `mailto:`, also several times. */
const LABEL = /^(?:(?:e-?mail(?:\s*(?:id|address))?|mail(?:\s*id)?|mailto)\s*[:=]\s*)+/iu;

/** Parts two addresses; an address itself holds none of these. */
const SEPARATORS = /[\s,;|/]+/u;

/** Words and marks between addresses that are none themselves. */
const BETWEEN = /^(?:or|and|&|या|और)$/iu;

const NOT_AN_ADDRESS: CleanValue = refused({ kind: 'email-not-an-address' });

/**
 * Cleans e-mail addresses to `local@domain.tld`, as typed but trimmed; `mailto:` and `Name <address>` are unwrapped. Of
 * several addresses the first is proposed. Anything else is refused: Telecrm would drop the value without a word.
 */
export function emailCleaner(): Cleaner {
  return (text) => {
    if (isEmailAddress(text)) {
      return clean(text);
    }
    const visible = visibleText(text);
    if (isNothing(visible)) {
      return EMPTY;
    }
    return visible.length > LONGEST_CELL ? NOT_AN_ADDRESS : oneOf(addressesIn(withoutWrapping(visible)));
  };
}

function withoutWrapping(text: string): string {
  return text.replace(/^['\u2018\u2019`]\s*/u, '').replace(LABEL, '');
}

function oneOf(pieces: readonly string[]): CleanValue {
  const keys = pieces.map((piece) => piece.toLowerCase());
  const [used, ...others] = pieces.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  if (used === undefined || !pieces.every(isEmailAddress)) {
    return NOT_AN_ADDRESS;
  }
  return others.length === 0 ? clean(used) : toCheck(used, { kind: 'email-several', used, others });
}

/**
 * What would have to be addresses for the cell to be understood: every word; but where something stands in `<>`, the rest
 * is a name, and only what has an `@` counts besides.
 */
function addressesIn(text: string): string[] {
  const wrapped = [...text.matchAll(/<([^<>]*)>/gu)].map((match) => withoutWrapping((match[1] ?? '').trim()));
  if (wrapped.length === 0) {
    return wordsOf(text);
  }
  const beside = wordsOf(text.replaceAll(/<[^<>]*>|["'()]/gu, ' ')).filter((word) => word.includes('@'));
  return [...wrapped, ...beside];
}

function wordsOf(text: string): string[] {
  return text.split(SEPARATORS).filter((word) => !isNothing(word) && !BETWEEN.test(word));
}
