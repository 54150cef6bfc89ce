import { z } from 'zod';
import { apiNameSchema } from '../catalog/field.ts';

/** How the two leading numbers of a date such as 03/04/2026 are read. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Which character parts whole from fraction: 1,234.50 (`point`, also Indian grouping 1,23,456.50) or 1.234,50 (`comma`). */
export const DECIMAL_MARKS = ['point', 'comma'] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** How the values of one column are understood. Each option counts only for the field types that need it. */
export const columnChoicesSchema = z.strictObject({
  dateOrder: z.enum(DATE_ORDERS).default('day-first'),
  decimalMark: z.enum(DECIMAL_MARKS).default('point'),
  /** What parts one tag from the next inside a cell: one or more characters, any of which parts. */
  tagSeparators: z.string().min(1).max(10).default(',;|'),
});
export type ColumnChoices = z.infer<typeof columnChoicesSchema>;

/** The choices that hold where the user made none. */
export const DEFAULT_CHOICES: ColumnChoices = columnChoicesSchema.parse({});

/** Names one action of a mapping: `a1`, `a2`, … A lead may carry the same kind of action several times. */
const actionIdSchema = z.string().regex(/^a\d{1,6}$/u);

/**
 * Where values go: into a lead field, into a part of an action (a field of a custom action; `status`, `currency` or `amount`
 * of a payment), or they say when a custom action happened (`created_on`).
 */
export const destinationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), apiName: apiNameSchema }),
  z.strictObject({ kind: z.literal('action'), actionId: actionIdSchema, part: apiNameSchema }),
  z.strictObject({ kind: z.literal('action-time'), actionId: actionIdSchema }),
]);
export type Destination = z.infer<typeof destinationSchema>;

/** Where the values of a column go. */
export const targetSchema = z.discriminatedUnion('kind', [
  ...destinationSchema.options,
  z.strictObject({ kind: z.literal('not-sent') }),
]);
export type Target = z.infer<typeof targetSchema>;

/** One column of the sheet and where it goes. */
export const columnMappingSchema = z.strictObject({
  /** 0-based position in the sheet. */
  columnIndex: z.int().min(0).max(100_000),
  heading: z.string().max(10_000),
  target: targetSchema,
  /**
   * `suggested` by the program, `chosen` by a person for this file, or taken over from what a person chose before: `recalled`
   * from an earlier file of this kind, `recipe` from a recipe that was opened. Suggestions override none of the others.
   */
  origin: z.enum(['suggested', 'chosen', 'recalled', 'recipe']),
  choices: columnChoicesSchema,
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/**
 * Which of several rows with an equal identifier is sent. Telecrm handles requests in an order it does not promise, so
 * sending all of them would leave the result to chance. `combine` sends one lead in which the last filled value of each field
 * wins, tags of all rows are put together and the actions of all rows are kept in sheet order; `ask` lets all of them wait
 * until the user chose for each such person.
 */
export const DUPLICATE_RULES = ['last-wins', 'first-wins', 'combine', 'ask'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** A further place that a column's values go to, besides its own target. */
export const extraTargetSchema = z.strictObject({
  columnIndex: z.int().min(0).max(100_000),
  target: destinationSchema,
  choices: columnChoicesSchema,
});
export type ExtraTarget = z.infer<typeof extraTargetSchema>;

/**
 * How several columns become one value, where the user said so: their filled texts joined in this order, or the first that is
 * filled. Every column in it has (as target or extra target) this destination. Without a join two columns may not feed one
 * destination.
 */
export const joinSchema = z.strictObject({
  target: destinationSchema,
  columnIndexes: z.array(z.int().min(0).max(100_000)).min(2).max(20).readonly(),
  how: z.enum(['join', 'first-filled']),
  /** What stands between joined texts; counts for `join` alone. */
  separator: z.string().max(20).default(' '),
});
export type Join = z.infer<typeof joinSchema>;

/** The same text for every row, cleaned like the text of a cell. A column that feeds the same destination goes before it where it is filled. */
export const constantSchema = z.strictObject({
  target: destinationSchema,
  text: z.string().min(1).max(10_000),
  choices: columnChoicesSchema,
});
export type Constant = z.infer<typeof constantSchema>;

/** An action that is made for a row. Without any value of its own it is not made. */
export const plannedActionSchema = z.strictObject({
  actionId: actionIdSchema,
  /** `PAYMENT`, or the type of a custom action of the catalog. */
  type: z.string().min(1).max(100),
  /** Only for rows in which this column is filled; `null` for every row. */
  onlyWhereFilled: z.int().min(0).max(100_000).nullable(),
});
export type PlannedAction = z.infer<typeof plannedActionSchema>;

/** Everything the user chose about how columns become fields and actions. */
export const mappingSchema = z.strictObject({
  columns: z.array(columnMappingSchema).max(20_000).readonly(),
  extras: z.array(extraTargetSchema).max(1000).readonly().default([]),
  joins: z.array(joinSchema).max(1000).readonly().default([]),
  constants: z.array(constantSchema).max(1000).readonly().default([]),
  /** In the order in which they are appended to the lead; no two with the same name. */
  actions: z
    .array(plannedActionSchema)
    .max(50)
    .refine((actions) => new Set(actions.map(({ actionId }) => actionId)).size === actions.length)
    .readonly()
    .default([]),
  duplicates: z.enum(DUPLICATE_RULES),
});
export type Mapping = z.infer<typeof mappingSchema>;
