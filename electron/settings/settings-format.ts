import { z } from 'zod';
import { choicesSchema, USUAL_CHOICES } from '../../shared/choices/choices.ts';
import { workspaceSchema } from '../../shared/catalog/workspace.ts';

/** The settings file's name in the data folder. */
export const SETTINGS_FILE_NAME = 'settings.json';

const storedWorkspaceSchema = z.strictObject({
  workspace: workspaceSchema,
  /** The pretend Telecrm of this program: its address changes with every start and its token is never kept. */
  isPractice: z.boolean(),
});

/** Where the window was; pixels of the screen, independent of its scaling. */
const windowPlaceSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

/** The id of a workspace: also the name of its token's file, so it may hold nothing that leads out of a folder. */
const workspaceIdSchema = z.string().regex(/^[0-9a-z-]{1,80}$/u);

/** Everything that is kept between two starts besides imports and tokens. Holds no token and no lead. */
export const settingsSchema = z.strictObject({
  version: z.literal(1),
  /** In the order in which they were made. */
  workspaces: z.record(workspaceIdSchema, storedWorkspaceSchema),
  chosenWorkspaceId: workspaceIdSchema.nullable(),
  /** `null` until the window was opened for the first time. */
  windowPlace: windowPlaceSchema.nullable(),
  /** Absent in settings of earlier versions: then the usual ones hold. */
  choices: choicesSchema.default(USUAL_CHOICES),
});
export type Settings = z.infer<typeof settingsSchema>;

export const NO_SETTINGS: Settings = {
  version: 1,
  workspaces: {},
  chosenWorkspaceId: null,
  windowPlace: null,
  choices: USUAL_CHOICES,
};

/** What a settings file says. */
export type SettingsReading = {
  readonly settings: Settings;
  /** Whether all of it was understood. If not, `settings` is what could be saved out of it. */
  readonly isWhole: boolean;
};

/**
 * Reads the text of a settings file. Of a damaged one, or one from a newer version, every workspace that is still
 * whole is saved: imports and tokens belong to workspaces, so losing one would orphan them.
 */
export function readSettings(text: string): SettingsReading {
  const content = parseJson(text);
  const whole = settingsSchema.safeParse(content);
  if (whole.success) {
    return { settings: whole.data, isWhole: true };
  }
  return { settings: salvage(content), isWhole: false };
}

function salvage(content: unknown): Settings {
  const top = z.record(z.string(), z.unknown()).safeParse(content).data ?? {};
  const found = z.record(z.string(), z.unknown()).safeParse(top['workspaces']).data ?? {};
  const workspaces: Settings['workspaces'] = {};
  for (const [workspaceId, value] of Object.entries(found)) {
    const stored = storedWorkspaceSchema.safeParse(value);
    if (stored.success && workspaceIdSchema.safeParse(workspaceId).success) {
      workspaces[workspaceId] = stored.data;
    }
  }
  const chosen = z.string().safeParse(top['chosenWorkspaceId']).data ?? '';
  const chosenWorkspaceId = chosen in workspaces ? chosen : (Object.keys(workspaces)[0] ?? null);
  const choices = choicesSchema.safeParse(top['choices']).data ?? USUAL_CHOICES;
  return { ...NO_SETTINGS, workspaces, chosenWorkspaceId, choices };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
