import { isPossiblePhoneNumber } from 'libphonenumber-js/min';
import { z } from 'zod';
import type { Field } from '../../shared/catalog/field.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import { unreachable } from '../../shared/unreachable.ts';

const tagsSchema = z.array(z.string()).min(1);

/** The years in which leads are born, met and called, in epoch milliseconds with a day to spare for time zones. */
const EARLIEST_MS = Date.UTC(1899, 11, 31);
const LATEST_MS = Date.UTC(2201, 0, 2);

/** What the rules have to know of a field, be it a lead's or a custom action's. */
export type RuledField = Pick<Field, 'type' | 'options' | 'trustValues'>;

/** Why Telecrm would not keep the value, or make an option of it; `null` when it would keep it. */
export function whyDropped(
  value: unknown,
  field: RuledField,
  team: readonly TeamMember[] | null,
): string | null {
  switch (field.type) {
    case 'text':
      return whyNotText(value);
    case 'money':
      return whyNotText(value) ?? (isNumeric(String(value)) ? null : 'must be digits and a point alone');
    case 'website':
      return whyNotText(value) ?? (isUrl(String(value)) ? null : 'must be a URL with http or https');
    case 'medialink':
      return (
        whyNotText(value) ?? (isPublicUrl(String(value)) ? null : 'must be a URL that everybody reaches')
      );
    case 'activeUsers':
      return whyNotText(value) ?? whyNotMember(String(value), field, team);
    case 'email':
      return whyNotText(value) ?? (isEmail(String(value)) ? null : 'must be local@domain.tld');
    case 'phone':
      return (
        whyNotText(value) ??
        (isCompletePhone(String(value)) ? null : 'must be country code and national number')
      );
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a JSON number';
    case 'rating':
      return [1, 2, 3, 4, 5].some((rating) => rating === value) ? null : 'must be a JSON integer from 1 to 5';
    case 'date':
      return Number.isInteger(value) && Number(value) > EARLIEST_MS && Number(value) < LATEST_MS
        ? null
        : 'must be epoch milliseconds';
    case 'dropdown':
    case 'status':
    case 'lostReason':
      return (
        whyNotText(value) ?? (isListed(String(value), field) ? null : 'must be an option, letter for letter')
      );
    case 'tags':
      return whyNotTags(value);
    default:
      return unreachable(field.type);
  }
}

function whyNotText(value: unknown): string | null {
  if (typeof value !== 'string') {
    return 'must be a JSON string';
  }
  if (value.trim() !== value || value === '') {
    return 'must not be empty or have blanks at its ends';
  }
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
    return 'must be well-formed text without NUL';
  }
  return value.length > 65_535 ? 'must not be longer than stores take' : null;
}

function isEmail(value: string): boolean {
  const [local = '', domain = '', ...more] = value.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    local !== '' &&
    !/\s/u.test(value) &&
    ![...local.split('.'), ...labels].includes('') &&
    labels.length >= 2 &&
    (labels.at(-1) ?? '').length >= 2
  );
}

/** 8 to 15 digits (ITU-T E.164; shorter ones are islands or mistakes), a country code that exists, and a length that its country uses. */
function isCompletePhone(value: string): boolean {
  return (
    /^\+?[1-9]\d{7,14}$/u.test(value) && isPossiblePhoneNumber(value.startsWith('+') ? value : `+${value}`)
  );
}

function isListed(value: string, field: RuledField): boolean {
  return field.trustValues || (field.options ?? []).includes(value);
}

/** A numeric text in plain notation: no sign, separator, symbol, exponent or needless zero in front. */
export function isNumeric(value: string): boolean {
  return /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/u.test(value);
}

/** Letters of other scripts stand for themselves here, as registries know best which of them make a name. */
function isUrl(value: string): boolean {
  return /^https?:\/\/[^\s/?#@:[\]]+\.[^\s/?#@:[\].]{2,}(?::[1-9][0-9]{0,4})?(?:[/?#]\S*)?$|^https?:\/\/(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?::[1-9][0-9]{0,4})?(?:[/?#]\S*)?$/u.test(
    value,
  );
}

/** Networks that nobody outside reaches. */
const PRIVATE_HOST =
  /^https?:\/\/(?:(?:0|10|127|169\.254|172\.(?:1[6-9]|2[0-9]|3[01])|192\.168)\.|(?:[^/?#:]*\.)?(?:localhost|local|internal|lan)(?=[/?#:]|$))/iu;

function isPublicUrl(value: string): boolean {
  return isUrl(value) && !PRIVATE_HOST.test(value);
}

/** Of the team, where it is known: letter for letter, because nothing says that Telecrm ignores case here. */
function whyNotMember(value: string, field: RuledField, team: readonly TeamMember[] | null): string | null {
  if (!isEmail(value)) {
    return 'must be local@domain.tld';
  }
  const isKnown = team === null || field.trustValues;
  return isKnown || team.some(({ email, isActive }) => isActive && email === value)
    ? null
    : 'must be an active member of the team';
}

function whyNotTags(value: unknown): string | null {
  const tags = tagsSchema.safeParse(value);
  if (!tags.success) {
    return 'must be an array of strings';
  }
  const isRepeated = new Set(tags.data.map((tag) => tag.toLowerCase())).size < tags.data.length;
  return isRepeated
    ? 'must name each tag once'
    : (tags.data.map(whyNotText).find((reason) => reason !== null) ?? null);
}
