import type { Cleaner, CleanValue } from './clean-value.ts';

/** Enough for every day of ten years or every city of a country; beyond it a column is not repetitive anyway. */
const MOST_ENTRIES = 4096;

/** Longer texts hardly repeat and would make the memory unbounded in bytes. */
const LONGEST_TEXT = 64;

/**
 * The same cleaner, but the results of the first few thousand different texts are remembered, for columns in which few
 * values repeat often (dates, labels, tags). What it answers does not depend on what it was asked before.
 */
export function remembering(cleaner: Cleaner): Cleaner {
  const known = new Map<string, CleanValue>();
  return (text) => {
    const result = known.get(text);
    if (result !== undefined) {
      return result;
    }
    if (known.size >= MOST_ENTRIES || text.length > LONGEST_TEXT) {
      return cleaner(text);
    }
    const key = ownCopy(text);
    const fresh = cleaner(key);
    known.set(key, fresh);
    return fresh;
  };
}

/**
 * A text with memory of its own. Cells cut from a file are views into a whole chunk of it in V8, so remembering a few
 * thousand of them as they come would keep a few thousand chunks alive.
 */
function ownCopy(text: string): string {
  return text.split('').join('');
}
