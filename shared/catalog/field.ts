import { z } from 'zod';
import type { CustomAction } from './action.ts';
import type { TeamMember } from './team.ts';

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
  'money',
  'lostReason',
  'website',
  'medialink',
  'activeUsers',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Telecrm's API names are case-sensitive and unknown ones vanish without a word, so they are kept exactly as typed. */
export const apiNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\s"'{}[\]\\]+$/u);

/** The most labels that a list keeps, and the longest of them in characters. Telecrm names no limits; these keep a workspace handy. */
export const MOST_OPTIONS = 10_000;
export const LONGEST_OPTION_LABEL = 500;

/** A lead field of a workspace. */
export const fieldSchema = z.strictObject({
  apiName: apiNameSchema,
  /** What people call it. */
  label: z.string().trim().min(1).max(200),
  type: z.enum(FIELD_TYPES),
  /**
   * The labels that a dropdown, status, lost reason or tags field has in Telecrm, exactly as written there; `null` when not
   * known. An unknown dropdown label would create a new option for good and an unknown status or lost reason is dropped, so
   * without this list the values of such columns are not sent (tags are free). For `activeUsers` the list is the workspace's
   * team, so this is `null`.
   */
  options: z.array(z.string().min(1).max(LONGEST_OPTION_LABEL)).max(MOST_OPTIONS).readonly().nullable(),
  /** The user said once "these values exist in Telecrm exactly so": values are sent as they stand, unlisted ones too. */
  trustValues: z.boolean(),
  /**
   * Telecrm's Sync API says that the field cannot be changed once a lead has it. What an update then does is not documented,
   * so the user is warned. Absent: not known.
   */
  isLockedAfterCreate: z.boolean().exactOptional(),
  /** Of a status field: those of its options that belong to a LOST stage, where a lost reason may stand beside them. Absent: not known. */
  lostOptions: z.array(z.string().min(1).max(500)).max(10_000).readonly().exactOptional(),
});
export type Field = z.infer<typeof fieldSchema>;

/** The fields a workspace has and the one by which Telecrm recognises a lead. */
export type Catalog = {
  readonly fields: readonly Field[];
  /** API name of the identifier: a field of type phone, email or text. */
  readonly identifier: string;
};

/** All that can be fed by a sheet: what `catalogOf` makes of a workspace. */
export type WorkspaceCatalog = Catalog & {
  /** Custom actions that a column may feed. Payments need no entry: every workspace has them. */
  readonly actions: readonly CustomAction[];
  /** Employees, for fields that hold the e-mail address of one; `null` when not known. */
  readonly team: readonly TeamMember[] | null;
};

/** The field with this API name, or `undefined`. Compares exactly: `Phone` is not `phone` to Telecrm. */
export function findField(catalog: Catalog, apiName: string): Field | undefined {
  return catalog.fields.find((field) => field.apiName === apiName);
}
