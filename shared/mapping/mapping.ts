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

/** Where the values of a column go. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), apiName: apiNameSchema }),
  z.strictObject({ kind: z.literal('not-sent') }),
]);
export type Target = z.infer<typeof targetSchema>;

/** One column of the sheet and where it goes. */
export const columnMappingSchema = z.strictObject({
  /** 0-based position in the sheet. */
  columnIndex: z.int().min(0).max(100_000),
  heading: z.string().max(10_000),
  target: targetSchema,
  /** `suggested` by the program or `chosen` by a person; suggestions never override a choice. */
  origin: z.enum(['suggested', 'chosen']),
  choices: columnChoicesSchema,
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/**
 * Which of several rows with an equal identifier is sent. Telecrm handles requests in an order it does not promise, so
 * sending all of them would leave the result to chance.
 */
export const DUPLICATE_RULES = ['last-wins', 'first-wins'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Everything the user chose about how columns become fields. At most one column feeds a field. */
export const mappingSchema = z.strictObject({
  columns: z.array(columnMappingSchema).max(20_000).readonly(),
  duplicates: z.enum(DUPLICATE_RULES),
});
export type Mapping = z.infer<typeof mappingSchema>;
