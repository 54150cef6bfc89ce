import { z } from 'zod';

/**
 * Telecrm's field types that this version prepares values for. The rules of each are in `cleaning/`, one file a type;
 * their source is the table "Field types" of Telecrm's Async API documentation.
 */
export const FIELD_TYPES = [
  'text',
  'phone',
  'email',
  'number',
  'date',
  'dropdown',
  'tags',
  'rating',
  'status',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Telecrm's API names are case-sensitive and unknown ones vanish without a word, so they are kept exactly as typed. */
export const apiNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\s"'{}[\]\\]+$/u);

/** A lead field of a workspace. */
export const fieldSchema = z.strictObject({
  apiName: apiNameSchema,
  /** What people call it. */
  label: z.string().trim().min(1).max(200),
  type: z.enum(FIELD_TYPES),
  /**
   * The labels that a dropdown, status or tags field has in Telecrm, exactly as written there; `null` when not known.
   * An unknown dropdown label would create a new option for good and an unknown status is dropped, so without this list
   * the values of dropdown and status columns are not sent (tags are free).
   */
  options: z.array(z.string().min(1).max(500)).max(10_000).readonly().nullable(),
  /** The user said once "these values exist in Telecrm exactly so": values are sent as they stand, unlisted ones too. */
  trustValues: z.boolean(),
});
export type Field = z.infer<typeof fieldSchema>;

/** The fields a workspace has and the one by which Telecrm recognises a lead. */
export type Catalog = {
  readonly fields: readonly Field[];
  /** API name of the identifier: a field of type phone, email or text. */
  readonly identifier: string;
};

/** The field with this API name, or `undefined`. Compares exactly: `Phone` is not `phone` to Telecrm. */
export function findField(catalog: Catalog, apiName: string): Field | undefined {
  return catalog.fields.find((field) => field.apiName === apiName);
}
