import type { FieldType } from '../catalog/field.ts';
import type { FieldValue } from '../cleaning/clean-value.ts';
import { foldLabel } from '../cleaning/match-label.ts';
import { unreachable } from '../unreachable.ts';
import { identifierOf } from './identifier-of.ts';
import { momentReader, type FoundMoment } from './read-moment.ts';
import { mainTextsOf, textsOf } from './texts-of.ts';

/** What comparing values needs to know of the workspace. */
export type ComparingSettings = { readonly defaultCountry: string; readonly timeZone: string };

/** Whether a value in Telecrm's answer is the one that was, or would be, sent. */
export type IsSame = (sent: FieldValue, inTelecrm: unknown) => boolean;

/**
 * Returns the comparison for a field's type. The form in which the Sync API gives values is documented for none, so what can
 * be the same value in another form is the same: a date as text, money with its sign, a label in other case, a person as an
 * object. `hasMoreTags` says whether tags that only Telecrm has are a difference: before sending they are, because an update
 * may replace them (which of the two Telecrm does is not documented); after it only missing ones are.
 */
export function sameValue(
  type: FieldType,
  settings: ComparingSettings,
  hasMoreTags: 'differs' | 'is-same',
): IsSame {
  switch (type) {
    case 'phone': {
      const keyOf = identifierOf('phone', settings.defaultCountry);
      return (sent, found) => keyOf(sent) !== null && keyOf(sent) === keyOf(found);
    }
    case 'number':
    case 'rating':
    case 'money':
      return (sent, found) => textsOf(found).some((text) => isSameNumber(String(sent), text));
    case 'date': {
      const read = momentReader(settings.timeZone);
      return (sent, found) => textsOf(found).some((text) => isSameMoment(read(String(sent)), read(text)));
    }
    case 'tags':
      return (sent, found) => isSameTags(sent, found, hasMoreTags);
    case 'website':
    case 'medialink':
      return (sent, found) => anyIs(plainUrl, sent, found);
    case 'text':
      return (sent, found) => anyIs(plainText, sent, found);
    case 'email':
    case 'dropdown':
    case 'status':
    case 'lostReason':
    case 'activeUsers':
      return (sent, found) => anyIs(foldLabel, sent, found);
    default:
      return unreachable(type);
  }
}

function anyIs(plain: (text: string) => string, sent: FieldValue, found: unknown): boolean {
  const wanted = plain(String(sent));
  return textsOf(found).some((text) => plain(text) === wanted);
}

/** Line ends and outer blanks are nobody's change; case is. */
function plainText(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/gu, '\n').trim();
}

/** Scheme, `www.` and the last slash come and go on the way. */
function plainUrl(text: string): string {
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)(.*)$/isu.exec(text.trim()) ?? [];
  return `${host.toLowerCase()}${rest.replace(/\/+$/u, '')}`;
}

/** Digits with separators, signs of currency and a decimal point; nothing else counts as a number. */
function isSameNumber(sent: string, found: string): boolean {
  const plain = found.replaceAll(/[\s,₹$€£]|^(?:Rs|INR)\.?|\/-$/giu, '');
  return /^[+-]?\d+(?:\.\d+)?$/u.test(plain) && Number(plain) === Number(sent);
}

/** As exactly as the less exact of the two tells it. */
function isSameMoment(sent: FoundMoment | null, found: FoundMoment | null): boolean {
  if (sent === null || found === null) {
    return false;
  }
  const isDay = sent.precision === 'day' || found.precision === 'day';
  const isMinute = sent.precision === 'minute' || found.precision === 'minute';
  if (isDay) {
    // Both begin a day in the workspace's zone where only the day is told; the other lies within that day.
    const [day, moment] = sent.precision === 'day' ? [sent.atMs, found.atMs] : [found.atMs, sent.atMs];
    return moment >= day && moment < day + DAY_MS;
  }
  const stepMs = isMinute ? 60_000 : 1_000;
  return Math.floor(sent.atMs / stepMs) === Math.floor(found.atMs / stepMs);
}

const DAY_MS = 86_400_000;

function isSameTags(sent: FieldValue, found: unknown, hasMoreTags: 'differs' | 'is-same'): boolean {
  const wanted = new Set((typeof sent === 'object' ? sent : [String(sent)]).map(foldLabel));
  const there = new Set(tagsOf(found).map(foldLabel));
  const hasAll = [...wanted].every((tag) => there.has(tag));
  return hasAll && (hasMoreTags === 'is-same' || there.size === wanted.size);
}

/** A list, or one text with commas between. */
export function tagsOf(found: unknown): readonly string[] {
  const tags = typeof found === 'string' ? found.split(',') : mainTextsOf(found);
  return tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
}
