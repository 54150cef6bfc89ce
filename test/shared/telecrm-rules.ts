import { isPossiblePhoneNumber } from 'libphonenumber-js/min';
import { z } from 'zod';
import { findField, type Catalog, type Field } from '../../shared/catalog/field.ts';
import { unreachable } from '../../shared/unreachable.ts';

const bodySchema = z.strictObject({
  fields: z.unknown(),
  actions: z.array(z.unknown()).optional(),
});

const tagsSchema = z.array(z.string()).min(1);

/** The years in which leads are born, met and called, in epoch milliseconds with a day to spare for time zones. */
const EARLIEST_MS = Date.UTC(1899, 11, 31);
const LATEST_MS = Date.UTC(2201, 0, 2);

/**
 * Everything that Telecrm would drop, or take wrongly, from a request's body, one sentence each; empty when all of it would
 * be kept. Written from Telecrm's documented rules ("Field types", "The identifier") and not from the cleaning code, so
 * that the two can contradict each other.
 */
export function violationsOf(body: unknown, catalog: Catalog): string[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return [`the body is not {"fields":{…}}: ${parsed.error.message}`];
  }
  const { fields } = parsed.data;
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return ['fields is not an object'];
  }
  const entries: [string, unknown][] = Object.entries(fields);
  const identifier = entries.find(([apiName]) => apiName === catalog.identifier);
  return [
    ...(identifier === undefined
      ? [`the identifier ${catalog.identifier} is missing: the lead would be lost`]
      : []),
    ...entries.flatMap(([apiName, value]) => violationsOfField(apiName, value, catalog)),
  ];
}

function violationsOfField(apiName: string, value: unknown, catalog: Catalog): string[] {
  const field = findField(catalog, apiName);
  if (field === undefined) {
    return [`${apiName}: unknown API names vanish`];
  }
  const reason = whyDropped(value, field);
  return reason === null ? [] : [`${apiName}: ${reason}, but is ${JSON.stringify(value)}`];
}

/** Why Telecrm would not keep the value; `null` when it would. */
function whyDropped(value: unknown, field: Field): string | null {
  switch (field.type) {
    case 'text':
    case 'money':
    case 'lostReason':
    case 'website':
    case 'medialink':
    case 'activeUsers':
      return whyNotText(value);
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

function isListed(value: string, field: Field): boolean {
  return field.trustValues || (field.options ?? []).includes(value);
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
