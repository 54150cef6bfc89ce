import { findField, type Catalog, type Field } from '../../shared/catalog/field.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** A value that Telecrm would drop without a word, and why, for a person to learn from. */
export type Drop = {
  /** API name of the field; `action 1`, `action 2`… for an action. */
  readonly name: string;
  readonly reason: string;
};

/** What is left of a request once Telecrm has looked at it in the background. */
export type Kept = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly actions: readonly unknown[];
  readonly drops: readonly Drop[];
};

/** Applies Telecrm's documented rules to a request's `fields` and `actions`: what does not fit is dropped, the rest is kept. */
export function whatTelecrmKeeps(
  sentFields: Readonly<Record<string, unknown>>,
  sentActions: readonly unknown[],
  catalog: Catalog,
): Kept {
  const drops: Drop[] = [];
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sentFields)) {
    const field = findField(catalog, name);
    const reason = field === undefined ? 'no field has this API name' : whyDropped(field, value);
    if (reason === null) {
      fields[name] = value;
    } else {
      drops.push({ name, reason });
    }
  }
  const actions = sentActions.filter((action, index) => {
    const reason = whyActionDropped(action);
    if (reason !== null) {
      drops.push({ name: `action ${index + 1}`, reason });
    }
    return reason === null;
  });
  return { fields, actions, drops };
}

function whyDropped(field: Field, value: unknown): string | null {
  switch (field.type) {
    case 'text':
    case 'dropdown':
    case 'money':
    case 'lostReason':
    case 'website':
    case 'medialink':
    case 'activeUsers':
      return typeof value === 'string' ? null : 'not text';
    case 'status':
      if (typeof value !== 'string') {
        return 'not text';
      }
      return field.options === null || field.options.includes(value) ? null : 'no such status';
    case 'email':
      return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(value)
        ? null
        : 'not an e-mail address';
    case 'phone':
      return typeof value === 'string' && /^\+?\d{10,15}$/u.test(value.replaceAll(/[\s()-]/gu, ''))
        ? null
        : 'not a phone number as text, or too short without a country code';
    case 'number':
      return typeof value === 'number' ? null : 'not a number';
    case 'rating':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5
        ? null
        : 'not a whole number from 1 to 5';
    case 'date':
      return isDate(value) ? null : 'neither epoch milliseconds nor a date such as 31/12/2026';
    case 'tags':
      return Array.isArray(value) && value.every((tag) => typeof tag === 'string')
        ? null
        : 'not a list of texts';
    default:
      return unreachable(field.type);
  }
}

function isDate(value: unknown): boolean {
  return (
    (typeof value === 'number' && Number.isSafeInteger(value)) ||
    (typeof value === 'string' && /^\d{2}\/\d{2}\/\d{4}(?: \d{2}:\d{2}:\d{2})?$/u.test(value))
  );
}

function whyActionDropped(action: unknown): string | null {
  if (
    typeof action !== 'object' ||
    action === null ||
    !('type' in action) ||
    typeof action.type !== 'string'
  ) {
    return 'an action without a type';
  }
  if (action.type === 'PAYMENT') {
    return 'status' in action && 'currency' in action && 'amount' in action
      ? null
      : 'a payment needs status, currency and amount';
  }
  return action.type.startsWith('ACTION_') ? null : 'its type does not begin with ACTION_';
}
