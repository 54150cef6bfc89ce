import type { Field } from '../../shared/catalog/field.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** What counts of a field, be it a lead's or a custom action's. */
export type KeptField = Pick<Field, 'type' | 'options'>;

/**
 * Why Telecrm would drop a value without a word, in a few words for a person to learn from; `null` when it keeps it. Where
 * its documentation is silent (a website without a scheme, an address in other letters) the value is kept, so that
 * practising promises nothing that is not known.
 */
export function whyDropped(
  field: KeptField,
  value: unknown,
  team: readonly TeamMember[] | null,
): string | null {
  switch (field.type) {
    case 'text':
    case 'dropdown':
      return typeof value === 'string' ? null : 'not text';
    case 'money':
      return unless(isText(value, /^\d+(?:\.\d+)?$/u), 'not an amount as text, digits and a point alone');
    case 'website':
      return unless(
        isText(value, /^(?:https?:\/\/)?[^\s/@:]+\.[^\s/@:.]{2,}(?:[:/?#]\S*)?$/iu),
        'not a web address',
      );
    case 'medialink':
      return unless(isText(value, /^https?:\/\/\S+$/iu) && !isText(value, OWN_NETWORK), 'not a public link');
    case 'activeUsers':
      return whyNotMember(value, team);
    case 'status':
      return isListed(field, value) ? null : notListed(value, 'no such status');
    case 'lostReason':
      return isListed(field, value) ? null : notListed(value, 'no such lost reason');
    case 'email':
      return unless(isText(value, EMAIL), 'not an e-mail address');
    case 'phone':
      return unless(
        typeof value === 'string' && /^\+?\d{10,15}$/u.test(value.replaceAll(/[\s()-]/gu, '')),
        'not a phone number as text, or too short without a country code',
      );
    case 'number':
      return unless(typeof value === 'number', 'not a number');
    case 'rating':
      return unless(
        typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5,
        'not a whole number from 1 to 5',
      );
    case 'date':
      return unless(isDate(value), 'neither epoch milliseconds nor a date such as 31/12/2026');
    case 'tags':
      return unless(
        Array.isArray(value) && value.every((tag) => typeof tag === 'string'),
        'not a list of texts',
      );
    default:
      return unreachable(field.type);
  }
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/** Hosts that nobody outside a machine or an office reaches. */
const OWN_NETWORK =
  /^https?:\/\/(?:(?:10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.|[^/?#.]*(?:[:/?#]|$)|[^/?#:]*\.(?:local|internal|lan)(?=[:/?#]|$))/iu;

/** A time as Telecrm's documentation writes it, with or without the clock. */
export function isWrittenDate(value: unknown): boolean {
  return isText(value, /^\d{2}\/\d{2}\/\d{4}(?: \d{2}:\d{2}:\d{2})?$/u);
}

function unless(isKept: boolean, reason: string): string | null {
  return isKept ? null : reason;
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isListed({ options }: KeptField, value: unknown): boolean {
  return typeof value === 'string' && (options === null || options.includes(value));
}

function notListed(value: unknown, reason: string): string {
  return typeof value === 'string' ? reason : 'not text';
}

function whyNotMember(value: unknown, team: readonly TeamMember[] | null): string | null {
  if (typeof value !== 'string' || !EMAIL.test(value)) {
    return 'not the e-mail address of a team member';
  }
  const isKnown = team === null || team.length === 0;
  return unless(
    isKnown || team.some(({ email, isActive }) => isActive && email.toLowerCase() === value.toLowerCase()),
    'nobody in the team has this address',
  );
}

function isDate(value: unknown): boolean {
  return (typeof value === 'number' && Number.isSafeInteger(value)) || isWrittenDate(value);
}
