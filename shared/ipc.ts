import { z } from 'zod';
import type { AppSnapshot } from './app-snapshot.ts';
import { choicesSchema } from './choices/choices.ts';
import { actionTypeSchema, customActionSchema } from './catalog/action.ts';
import { fieldSchema } from './catalog/field.ts';
import { teamMemberSchema } from './catalog/team.ts';
import { workspaceSchema } from './catalog/workspace.ts';
import { answerSchema } from './cleaning/plan.ts';
import { FINDINGS, LOOKUP_PURPOSES } from './lookup/lookup.ts';
import { destinationSchema, mappingSchema } from './mapping/mapping.ts';
import { FATES } from './sending/fate.ts';
import { SPEEDS } from './sending/status.ts';
import { MAX_HEADER_ROW_NUMBER } from './sheet/limits.ts';
import { DELIMITERS, ENCODINGS } from './sheet/sheet.ts';

/**
 * The contract between the main process and the window. The window asks with a name of `requests` and an argument that main
 * checks by the schema beside the name; main answers with a `Result` holding the reply named in `Replies` (`replies.ts`).
 * Main pushes whole snapshots (`Events`), never differences, so a window that reloads asks once and is right again.
 * `bridge.ts` is what the window sees of all this.
 *
 * The token crosses this contract once, from the window to main (`workspace.setToken`), and never back.
 */
const importId = z.string().regex(/^[0-9a-z-]{1,80}$/u);
const workspaceId = z.string().regex(/^[0-9a-z-]{1,80}$/u);
const nothing = z.undefined();
const index = z.int().min(0);

export const filterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('fates'), fates: z.array(z.enum(FATES)).max(FATES.length) }),
  z.strictObject({ kind: z.literal('group'), groupId: z.string().max(20_000) }),
]);

/** Excel allows 31 characters, other programs more. */
const LONGEST_SHEET_NAME = 1000;

const headerRowNumber = z.int().min(1).max(MAX_HEADER_ROW_NUMBER).nullable();

/** See `Reading`: what one kind of file has, the other must not. */
export const readingSchema = z.union([
  z.strictObject({ encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS), headerRowNumber }),
  z.strictObject({ sheetName: z.string().max(LONGEST_SHEET_NAME), headerRowNumber }),
]);

/** Every request, with the schema of its argument. */
export const requests = {
  /** The present state of everything; also pushed as the event `app`. */
  'app.read': nothing,

  /** Opens the system's file dialog, then looks at each file, creates an import for it and begins to read it. */
  'file.choose': nothing,
  /** The same for files dropped on the window. Only the preload script calls it: the page never sees a path. */
  'file.drop': z.strictObject({ paths: z.array(z.string().min(1).max(32_768)).min(1).max(1000) }),
  /** The same for cells that were copied in a spreadsheet program: main reads the clipboard itself. */
  'file.paste': nothing,
  /** The same for the messy sample that comes with the program. */
  'file.sample': nothing,

  'import.read': z.strictObject({ importId }),
  /** Reads the file again in another way (encoding, delimiter, heading row). */
  'import.setReading': z.strictObject({ importId, reading: readingSchema }),
  /** Changes where columns go, then checks every row anew. */
  'import.match': z.strictObject({ importId, mapping: mappingSchema }),
  'import.page': z.strictObject({
    importId,
    filter: filterSchema,
    offset: index,
    limit: z.int().min(1).max(500),
  }),
  /** Puts `text` beside the raw cell; `null` takes the edit back. */
  'import.edit': z.strictObject({
    importId,
    rowIndex: index,
    columnIndex: index,
    text: z.string().max(65_000).nullable(),
  }),
  'import.skipRow': z.strictObject({ importId, rowIndex: index, isSkipped: z.boolean() }),
  /** Answers a whole group of problems; `null` takes the answer back. */
  'import.decide': z.strictObject({
    importId,
    groupId: z.string().max(20_000),
    answer: answerSchema.nullable(),
  }),
  /** Distinct values of a column on their way to a list (dropdown, status, tags, …) of a lead field or of an action; those that contain `search` in any case. */
  'import.values': z.strictObject({
    importId,
    columnIndex: index,
    /** One of the places that the column feeds. */
    destination: destinationSchema,
    search: z.string().max(200),
    /** Only values that are neither listed nor answered. */
    openOnly: z.boolean(),
    offset: index,
    limit: z.int().min(1).max(500),
  }),
  /** People who stand in several rows, in sheet order. */
  'import.duplicates': z.strictObject({ importId, offset: index, limit: z.int().min(1).max(100) }),
  /** Chooses for the person in this row; `null` takes the choice back. */
  'import.decideDuplicate': z.strictObject({
    importId,
    rowIndex: index,
    choice: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('use-row'), rowIndex: index }),
        z.strictObject({ kind: z.literal('combine') }),
      ])
      .nullable(),
  }),
  'import.undo': z.strictObject({ importId }),
  'import.redo': z.strictObject({ importId }),
  /** What the Send screen shows before anything is sent. */
  'import.receipt': z.strictObject({ importId }),
  /**
   * Freezes recipe and rows and begins to send every ready row, or puts the import at the end of the line while another is
   * being sent. With `fewFirst` three varied leads go first and the rest waits for `sending.continue`.
   */
  'import.send': z.strictObject({ importId, speed: z.enum(SPEEDS), fewFirst: z.boolean() }),
  /**
   * Puts rows of this fate back in the queue and sends: rejected ones, unknown ones that do not repeat by themselves, or ones
   * that were looked for in Telecrm and not found. `rowIndexes` names the only ones that are meant; `null` means all.
   */
  'import.retry': z.strictObject({
    importId,
    fate: z.enum(['rejected', 'unknown', 'not-found']),
    rowIndexes: z.array(index).min(1).max(100_000).nullable(),
  }),
  /** Requests of this import, newest first; of one row, or of all where `rowIndex` is `null`. */
  'import.attempts': z.strictObject({
    importId,
    rowIndex: index.nullable(),
    offset: index,
    limit: z.int().min(1).max(500),
  }),
  /** What happened to the sending of this import, newest first. */
  'import.events': z.strictObject({ importId, offset: index, limit: z.int().min(1).max(500) }),
  /** Saves a report where the user says: all rows, or those that Telecrm did not accept. */
  'import.saveReport': z.strictObject({
    importId,
    rows: z.enum(['all', 'not-accepted']),
    format: z.enum(['csv', 'xlsx']),
  }),
  'import.saveRecipe': z.strictObject({ importId }),
  'import.loadRecipe': z.strictObject({ importId }),
  /** Ends the reading of a file at once and deletes the import. Nothing happens when it was read to its end meanwhile. */
  'import.cancel': z.strictObject({ importId }),
  /**
   * Gives an import whose workspace is gone another one. `null` stands for the workspace that its leads were sent to, which is
   * set up again if need be: leads that were frozen for one Telecrm never go to another.
   */
  'import.setWorkspace': z.strictObject({ importId, workspaceId: workspaceId.nullable() }),
  /** Deletes the import and its journal from this machine. Not while it is being sent. */
  'import.delete': z.strictObject({ importId }),

  /** Stops taking new leads; those on the way are waited for. Idempotent. */
  'sending.pause': nothing,
  /** Pauses if need be, then takes back the rows that have not left, so that the import can be changed again. */
  'sending.stop': z.strictObject({ importId }),
  /** Goes on with a paused or interrupted import, also after a restart. */
  'sending.continue': z.strictObject({ importId }),
  /** Sends an import that was begun at another speed: at once, or as soon as it goes on. */
  'sending.setSpeed': z.strictObject({ importId, speed: z.enum(SPEEDS) }),
  /** Moves an import that waits its turn to this 0-based place in the line. One that does not wait is left alone. */
  'sending.moveInLine': z.strictObject({ importId, place: index }),

  /**
   * Begins to ask Telecrm which leads of this import it has; needs a Sync token. `sampleSize` looks up so many rows, spread
   * over the sheet; `null` all of them. A lookup of sent leads that was stopped goes on where it stopped; any other begins anew.
   */
  'lookup.start': z.strictObject({
    importId,
    purpose: z.enum(LOOKUP_PURPOSES),
    sampleSize: z.int().min(1).max(1_000_000).nullable(),
  }),
  'lookup.stop': z.strictObject({ importId }),
  /** Rows of the newest lookup for this purpose, in sheet order; an empty list of findings means all. */
  'lookup.page': z.strictObject({
    importId,
    purpose: z.enum(LOOKUP_PURPOSES),
    findings: z.array(z.enum(FINDINGS)).max(FINDINGS.length),
    offset: index,
    limit: z.int().min(1).max(500),
  }),

  /** Changes what the user chose about the program itself. */
  'choices.save': choicesSchema,

  /** Creates (`workspaceId` null) or changes a workspace. */
  'workspace.save': z.strictObject({ workspaceId: workspaceId.nullable(), workspace: workspaceSchema }),
  'workspace.choose': z.strictObject({ workspaceId }),
  'workspace.delete': z.strictObject({ workspaceId }),
  /** Gives the vault a token for this workspace. */
  'workspace.setToken': z.strictObject({ workspaceId, token: z.string().min(1).max(4096) }),
  'workspace.forgetToken': z.strictObject({ workspaceId }),
  /** Gives the vault a Sync token for this workspace: with it the program can read from Telecrm. */
  'workspace.setSyncToken': z.strictObject({ workspaceId, token: z.string().min(1).max(4096) }),
  'workspace.forgetSyncToken': z.strictObject({ workspaceId }),
  /** Reads fields, options, actions, statuses, lost reasons and team from Telecrm, and puts them into the workspace. */
  'workspace.refreshCatalog': z.strictObject({ workspaceId }),
  /** Gives that up; it is then answered `cancelled`, and nothing is changed. */
  'workspace.stopRefresh': z.strictObject({ workspaceId }),
  /** Saves the workspace as a file without a token, where the user says. */
  'workspace.export': z.strictObject({ workspaceId }),
  /** Makes a workspace of such a file. */
  'workspace.import': nothing,
  /** Adds or replaces one field of a workspace. */
  'workspace.setField': z.strictObject({ workspaceId, field: fieldSchema }),
  'workspace.removeField': z.strictObject({ workspaceId, apiName: z.string().min(1).max(200) }),

  /** Adds or replaces fields, such as those of a pasted list. */
  'workspace.addFields': z.strictObject({ workspaceId, fields: z.array(fieldSchema).min(1).max(1000) }),
  /** Adds or replaces one custom action. */
  'workspace.setAction': z.strictObject({ workspaceId, action: customActionSchema }),
  'workspace.removeAction': z.strictObject({ workspaceId, type: actionTypeSchema }),
  /** Replaces the list of employees; `null` forgets it. */
  'workspace.setTeam': z.strictObject({
    workspaceId,
    team: z.array(teamMemberSchema).max(10_000).nullable(),
  }),

  /** What was learned from earlier files, newest first. */
  'memory.read': nothing,
  'memory.forget': z.strictObject({ memoryId: z.string().min(1).max(200) }),

  /** Starts the practice server if need be and makes its workspace the chosen one. */
  'practice.start': nothing,
  /** What the practice server received, newest first. */
  'practice.received': nothing,

  /** Opens one of our fixed help pages in the system's browser. */
  'help.open': z.strictObject({ page: z.enum(['telecrm-token', 'telecrm-fields']) }),
} as const satisfies Record<string, z.ZodType>;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
/** What the handler of a request is given: checked, with defaults filled in. */
export type Argument<Name extends RequestName> = z.infer<Requests[Name]>;
/** What the window offers: parts that have a default may be absent, so that defaults stand only in the schemas. */
export type Offered<Name extends RequestName> = z.input<Requests[Name]>;

/** What main tells the window without being asked, at most ten times a second each. */
export type Events = {
  app: AppSnapshot;
};
