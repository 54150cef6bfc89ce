import { clean, EMPTY, refused, type Cleaner } from './clean-value.ts';
import { sendableText } from './sendable-text.ts';

/**
 * Longest text that is sent in one value, in UTF-16 code units as JavaScript and Java count. Telecrm documents no limit;
 * this is above what one Excel cell holds (32,767) and below what its usual stores take (65,535).
 */
export const LONGEST_TEXT = 65_000;

/**
 * Cleans free text: outer blanks trimmed, everything else as typed, "NA" and "-" too, because only the writer knows what
 * they mean there. A leading apostrophe stays as well: Excel's text mark looks the same as a real one ('tis).
 */
export function textCleaner(): Cleaner {
  return (text) => {
    const value = sendableText(text);
    if (value.length === 0) {
      return EMPTY;
    }
    return value.length > LONGEST_TEXT
      ? refused({ kind: 'text-too-long', limit: LONGEST_TEXT })
      : clean(value);
  };
}
