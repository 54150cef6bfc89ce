import { z } from 'zod';
import type { WorkspaceCatalog } from '../../shared/catalog/field.ts';
import { isNumeric, whyDropped } from './telecrm-value-rules.ts';

/** All four are required, and nothing else belongs to a payment (Telecrm's documentation, "Payments"). */
const paymentSchema = z.strictObject({
  type: z.literal('PAYMENT'),
  status: z.enum(['PENDING', 'COMPLETED', 'FAILED', 'REFUNDED', 'CANCELLED', 'PROCESSING']),
  currency: z.enum(['INR', 'USD', 'PKR', 'AED', 'QAR', 'SAR', 'MYR', 'AUD', 'CAD', 'SGD', 'XOF']),
  amount: z.string().refine((amount) => isNumeric(amount) && /[1-9]/u.test(amount), 'must be above zero'),
});

const customSchema = z.strictObject({
  type: z.string().regex(/^ACTION_[0-9]+$/u),
  fields: z.record(z.string(), z.unknown()),
  created_on: z.string().refine(isWrittenTime, 'must be DD/MM/YYYY HH:mm:ss').optional(),
});

/** Everything for which Telecrm would drop an action or a part of it, one sentence each. */
export function violationsOfAction(
  action: unknown,
  { actions, team = null }: Partial<Pick<WorkspaceCatalog, 'actions' | 'team'>>,
): string[] {
  const isPayment = z.looseObject({ type: z.literal('PAYMENT') }).safeParse(action).success;
  if (isPayment) {
    return sentencesOf(paymentSchema.safeParse(action));
  }
  const custom = customSchema.safeParse(action);
  if (!custom.success) {
    return sentencesOf(custom);
  }
  const { type, fields, created_on: createdOn } = custom.data;
  const known = actions?.find((one) => one.type === type);
  if (known === undefined) {
    return actions === undefined ? [] : [`${type}: no such action`];
  }
  return [
    ...(known.allowsOwnTime === false && createdOn !== undefined
      ? [`${type}: its time cannot be set and would be ignored`]
      : []),
    ...Object.entries(fields).flatMap(([name, value]) => {
      const field = known.fields.find(({ apiName }) => apiName === name);
      const reason = field === undefined ? 'unknown names vanish' : whyDropped(value, field, team);
      return reason === null ? [] : [`${name}: ${reason}, but is ${JSON.stringify(value)}`];
    }),
  ];
}

/** The form, and a day and an hour that exist. */
function isWrittenTime(text: string): boolean {
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/u.exec(text) ?? [];
  const iso = `${year}-${month}-${day}T${time}.000Z`;
  const atMs = Date.parse(iso);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString() === iso;
}

function sentencesOf(result: {
  readonly success: boolean;
  readonly error?: z.ZodError | undefined;
}): string[] {
  return result.success
    ? []
    : (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
