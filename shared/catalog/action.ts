import { z } from 'zod';
import { apiNameSchema } from './field.ts';

/** The types that a field of a custom action may have (Telecrm's documentation, "Custom actions"). */
export const ACTION_FIELD_TYPES = ['text', 'date', 'dropdown', 'number', 'activeUsers', 'medialink'] as const;

/** One field of a custom action. */
const actionFieldSchema = z.strictObject({
  apiName: apiNameSchema,
  label: z.string().trim().min(1).max(200),
  type: z.enum(ACTION_FIELD_TYPES),
  /** As for a lead field: the labels of a dropdown, `null` when not known. */
  options: z.array(z.string().min(1).max(500)).max(10_000).readonly().nullable().default(null),
  trustValues: z.boolean().default(false),
  /** An action without this value is not sent. Nothing in Telecrm says so: it is the user's own rule. */
  isRequired: z.boolean().default(false),
});
export type ActionField = z.infer<typeof actionFieldSchema>;

/** Without the prefix the action is dropped without a word (Telecrm's documentation). */
export const actionTypeSchema = z
  .string()
  .trim()
  .regex(/^ACTION_\d{1,20}$/u);

/** A custom action of a workspace: something that is added to a lead's timeline. */
export const customActionSchema = z.strictObject({
  /** `ACTION_` and the number that Telecrm shows under Settings, Custom Actions, in the column ID. */
  type: actionTypeSchema,
  label: z.string().trim().min(1).max(200),
  fields: z.array(actionFieldSchema).max(200).readonly(),
  /** Whether Telecrm lets its time be set (`created_on`); `null` when not known. */
  allowsOwnTime: z.boolean().nullable().default(null),
});
export type CustomAction = z.infer<typeof customActionSchema>;

/** The type of the payment action, which every workspace has. */
export const PAYMENT = 'PAYMENT';

/** What Telecrm takes as a payment's status (its documentation, "Payments"). */
export const PAYMENT_STATUSES = [
  'PENDING',
  'COMPLETED',
  'FAILED',
  'REFUNDED',
  'CANCELLED',
  'PROCESSING',
] as const;

/** What Telecrm takes as a payment's currency. */
export const PAYMENT_CURRENCIES = [
  'INR',
  'USD',
  'PKR',
  'AED',
  'QAR',
  'SAR',
  'MYR',
  'AUD',
  'CAD',
  'SGD',
  'XOF',
] as const;
export type PaymentCurrency = (typeof PAYMENT_CURRENCIES)[number];

/** The parts of a payment, all of which must be there; names as in the JSON. The amount must be above zero. */
export const PAYMENT_PARTS = ['status', 'currency', 'amount'] as const;
