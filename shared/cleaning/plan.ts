import { z } from 'zod';
import { customActionSchema, PAYMENT_CURRENCIES } from '../catalog/action.ts';
import { fieldSchema } from '../catalog/field.ts';
import { teamMemberSchema } from '../catalog/team.ts';
import { mappingSchema } from '../mapping/mapping.ts';

/**
 * What the user answered for all alike problems of one column. `leave-out` sends the rows without the value, `skip-rows`
 * does not send them, `accept` sends the value shown with a `check`, and `use-instead` reads `text` in place of the cell
 * (for values that are not among a field's options). `add-option` sends a dropdown's label although the field does not list
 * it, which makes a new option in Telecrm for good: never a default, and named again before sending. A problem that stops the
 * row can only be skipped or fixed.
 */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leave-out') }),
  z.strictObject({ kind: z.literal('skip-rows') }),
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('use-instead'), text: z.string().max(10_000) }),
  z.strictObject({ kind: z.literal('add-option') }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** An answer and the group of problems it is for; see `problemGroupId`. */
export const decisionSchema = z.strictObject({ groupId: z.string().max(20_000), answer: answerSchema });
export type Decision = z.infer<typeof decisionSchema>;

/**
 * What happens to rows with a problem that nobody decided: they wait for the user (the window), are not sent
 * (`--problems skip`), or are sent without the values that are wrong (`--problems omit`).
 */
export const UNDECIDED_RULES = ['wait', 'skip-rows', 'leave-out'] as const;
export type UndecidedRule = (typeof UNDECIDED_RULES)[number];

/**
 * Everything besides the row itself that decides what is sent for it. Frozen into the journal when sending begins, so that
 * the lead of a row is always made from raw cells, edits and this, by one pure function, the same that the preview shows.
 */
export const planSchema = z.strictObject({
  version: z.literal(1),
  fields: z.array(fieldSchema).readonly(),
  /** Absent in plans that were frozen before this program knew actions: none. */
  actions: z.array(customActionSchema).readonly().default([]),
  team: z.array(teamMemberSchema).readonly().nullable().default(null),
  identifier: z.string(),
  defaultCountry: z.string(),
  timeZone: z.string(),
  /** Of amounts of money. Absent in plans of before, which had none. */
  currency: z.enum(PAYMENT_CURRENCIES).default('INR'),
  mapping: mappingSchema,
  decisions: z.array(decisionSchema).readonly(),
  undecided: z.enum(UNDECIDED_RULES),
});
export type Plan = z.infer<typeof planSchema>;

/**
 * A plan as it was written into a journal, by this version or an earlier one: what earlier ones did not know is filled in.
 * Throws for anything else, since journals are written by this program alone.
 */
export function readPlan(stored: unknown): Plan {
  return planSchema.parse(stored);
}
