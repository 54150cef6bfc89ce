import { z } from 'zod';
import { PAYMENT, PAYMENT_CURRENCIES, PAYMENT_STATUSES } from '../../shared/catalog/action.ts';
import type { WorkspaceCatalog } from '../../shared/catalog/field.ts';
import { isWrittenDate, whyDropped } from './why-dropped.ts';

const actionSchema = z.looseObject({ type: z.string() });

const paymentSchema = z.looseObject({
  status: z.enum(PAYMENT_STATUSES),
  currency: z.enum(PAYMENT_CURRENCIES),
  amount: z
    .string()
    .regex(/^\d+(?:\.\d+)?$/u)
    .refine((amount) => Number(amount) > 0),
});

const PARTS = ['status', 'currency', 'amount'] as const;

const customSchema = z.looseObject({
  type: z.string().regex(/^ACTION_\d+$/u),
  fields: z.record(z.string(), z.unknown()).default({}),
  created_on: z.unknown().optional(),
});

/**
 * Why Telecrm would drop an action, in a few words; `null` when it keeps it. Whether one bad value costs the action or only
 * itself is not documented: here it costs the action, so that practising shows it.
 */
export function whyActionDropped(
  action: unknown,
  { actions, team = null }: Partial<Pick<WorkspaceCatalog, 'actions' | 'team'>>,
): string | null {
  const typed = actionSchema.safeParse(action);
  if (!typed.success) {
    return 'an action without a type';
  }
  if (typed.data.type === PAYMENT) {
    return whyPaymentDropped(typed.data);
  }
  const custom = customSchema.safeParse(action);
  if (!custom.success) {
    return typed.data.type.startsWith('ACTION_')
      ? 'its type is not ACTION_ and a number, or its fields are none'
      : 'its type does not begin with ACTION_';
  }
  const { type, fields, created_on: createdOn } = custom.data;
  const known = actions?.find((one) => one.type === type);
  // A practice workspace without any actions is one whose actions nobody entered.
  if (known === undefined) {
    return (actions ?? []).length === 0 ? null : 'the workspace has no such action';
  }
  if (createdOn !== undefined && typeof createdOn !== 'number' && !isWrittenDate(createdOn)) {
    return 'its time is not written as 31/12/2026 10:30:00';
  }
  for (const [name, value] of Object.entries(fields)) {
    const field = known.fields.find(({ apiName }) => apiName === name);
    const reason = field === undefined ? 'the action has no such field' : whyDropped(field, value, team);
    if (reason !== null) {
      return `${name}: ${reason}`;
    }
  }
  return null;
}

function whyPaymentDropped(action: unknown): string | null {
  const payment = paymentSchema.safeParse(action);
  if (payment.success) {
    return null;
  }
  const wrong = PARTS.filter((part) => payment.error.issues.some(({ path }) => path[0] === part));
  return `a payment needs a status, a currency and an amount above zero that Telecrm knows; wrong: ${wrong.join(', ')}`;
}
