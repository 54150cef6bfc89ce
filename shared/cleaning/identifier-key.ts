import type { FieldType } from '../catalog/field.ts';
import type { FieldValue } from './clean-value.ts';
import { sendableText } from './sendable-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/**
 * A cleaned identifier as Telecrm compares it: case ignored, and a phone number by its digits alone (some keep a plus, see
 * `withoutMisreading` in `read-phone.ts`). `null` when the row has none.
 */
export function identifierKey(value: FieldValue | null, type: FieldType | undefined): string | null {
  if (value === null) {
    return null;
  }
  const text = typeof value === 'string' ? value : String(value);
  return type === 'phone' && text.startsWith('+') ? text.slice(1) : text.toLowerCase();
}

/** Whether a text names somebody. Stand-ins for nothing do not, although as free text they would be sent. */
export function isIdentifierText(text: string): boolean {
  return !isNothing(sendableText(text));
}
