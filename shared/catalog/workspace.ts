import { z } from 'zod';
import { isTimeZone } from '../cleaning/zone-time.ts';
import { customActionSchema, PAYMENT_CURRENCIES } from './action.ts';
import { fieldSchema } from './field.ts';
import { teamMemberSchema } from './team.ts';

/** Telecrm's present host (its documentation). An expert setting, because the legacy host is still in use. */
export const TELECRM_API_URL = 'https://next-api.telecrm.in';

/** Colours a workspace can wear on every screen, by the names of the component library's palette. */
export const WORKSPACE_COLOURS = [
  'indigo',
  'teal',
  'grape',
  'orange',
  'pink',
  'cyan',
  'lime',
  'red',
] as const;

/**
 * Whether anything else (a website form, another importer) sends with the same token. `alone` makes fast sending the
 * default; the other two make even sending the default and keep a share of the hour free for the others.
 */
const TOKEN_SHARING = ['alone', 'shared', 'not-sure'] as const;

/**
 * What is known of one Telecrm enterprise. It holds no token, so it can be shown, saved and handed on; this is also the
 * format of a workspace file (`--workspace W.json`).
 */
export const workspaceSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().trim().min(1).max(100),
  colour: z.enum(WORKSPACE_COLOURS).default('indigo'),
  /** As Telecrm shows it; 24 hex characters in all that was seen, but nothing documents that. Empty until known. */
  enterpriseId: z.string().trim().max(100).default(''),
  /** Scheme and host (and optional path) before `/enterprise/…`, without a trailing slash. */
  apiUrl: z.string().trim().min(1).max(500).default(TELECRM_API_URL),
  /** ISO 3166-1 alpha-2 code of the country that numbers without a country code belong to. Telecrm exposes it nowhere. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .default('IN'),
  /** IANA name of the zone in which dates without a time begin. Telecrm exposes it nowhere. */
  timeZone: z.string().max(100).refine(isTimeZone, 'not the name of a time zone').default('Asia/Kolkata'),
  /** API name of the field by which Telecrm recognises a lead. */
  identifier: z.string().min(1).max(200).default('phone'),
  /** Fields beyond the standard six, and standard ones whose options are known: a field here replaces its namesake. */
  fields: z.array(fieldSchema).max(1000).readonly().default([]),
  /** Custom actions that columns may feed. */
  actions: z.array(customActionSchema).max(500).readonly().default([]),
  /** Employees; `null` when not known. */
  team: z.array(teamMemberSchema).max(10_000).readonly().nullable().default(null),
  /** Of amounts of money, for payments and for showing. Telecrm exposes it nowhere. */
  currency: z.enum(PAYMENT_CURRENCIES).default('INR'),
  /** When the catalog was last filled from Telecrm, milliseconds since 1970; `null` when it never was. */
  catalogReadAtMs: z.number().min(0).nullable().default(null),
  tokenSharing: z.enum(TOKEN_SHARING).default('not-sure'),
  /** Share of the hourly allowance, 0 to 0.9, left to other users of the token. Counts unless `tokenSharing` is `alone`. */
  keepFreeShare: z.number().min(0).max(0.9).default(0.2),
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** A workspace about which nothing is known yet but its name. */
export function newWorkspace(name: string): Workspace {
  return workspaceSchema.parse({ version: 1, name });
}
