import type { FieldType } from '../catalog/field.ts';
import { identifierKey } from '../cleaning/identifier-key.ts';
import { phoneReader } from '../cleaning/read-phone.ts';
import { textsOf } from './texts-of.ts';

/** The key of an identifier as Telecrm compares it; `null` where the value is none. Equal keys mean one lead. */
export type IdentifierOf = (value: unknown) => string | null;

/**
 * Compares identifiers as Telecrm does (its documentation, "Lead identifier"): ignoring case, a phone by country code and
 * national number, so that `+919999999999`, `919999999999` and, where India is the default country, `9999999999` are one.
 */
export function identifierOf(type: FieldType, defaultCountry: string): IdentifierOf {
  if (type !== 'phone') {
    return (value) => identifierKey(textsOf(value)[0] ?? null, type);
  }
  const read = phoneReader(defaultCountry);
  return (value) => {
    const text = textsOf(value)[0] ?? '';
    const digits = text.replaceAll(/\D/gu, '');
    if (digits === '' || /\p{L}/u.test(text)) {
      return null;
    }
    const reading = read(digits, text.trim().startsWith('+'));
    return identifierKey(reading.kind === 'number' ? reading.number : digits, type);
  };
}
