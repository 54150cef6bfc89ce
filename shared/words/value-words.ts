import type { FieldType } from '../catalog/field.ts';
import type { FieldValue } from '../cleaning/clean-value.ts';
import { longMomentWords } from './long-moment-words.ts';
import { formatMoments } from './moments.ts';
import { LOCALES, type Words } from './make-words.ts';

/**
 * A value as it will be sent, so that a person can compare it with the cell. Digits stay as they are sent; a date, which
 * is sent as milliseconds, is told in `timeZone`, the workspace's, with its weekday, so that nobody can misread it.
 */
export function valueWords(words: Words, value: FieldValue, type: FieldType, timeZone: string): string {
  if (type === 'date' && typeof value === 'number') {
    return dateWords(words, value, timeZone);
  }
  return typeof value === 'object' ? value.join(' · ') : String(value);
}

const formatters = new Map<string, ReturnType<typeof formatMoments>>();

function dateWords(words: Words, atMs: number, timeZone: string): string {
  const key = `${words.language}/${timeZone}`;
  let moments = formatters.get(key);
  if (moments === undefined) {
    moments = formatMoments(LOCALES[words.language], timeZone);
    formatters.set(key, moments);
  }
  return longMomentWords(words.say, moments, atMs);
}
