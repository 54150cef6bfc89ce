import type { CatalogReading } from './catalog/catalog-reading.ts';
import type { WorkspaceView } from './catalog/workspace-view.ts';
import type { Choices } from './choices/choices.ts';
import type { ImportSummary, PreparingProgress } from './import.ts';
import type { LookupStatus } from './lookup/lookup.ts';
import type { SendingStatus } from './sending/status.ts';

/** The state of everything that every screen may need. */
export type AppSnapshot = {
  readonly version: string;
  readonly workspaces: readonly WorkspaceView[];
  /** `null` before any workspace exists. */
  readonly chosenWorkspaceId: string | null;
  /** Newest first. */
  readonly imports: readonly ImportSummary[];
  /** One for each import that is being read or checked. */
  readonly preparing: readonly PreparingProgress[];
  /** The last known state of the sender; `null` when it has not run since the program started. */
  readonly sending: SendingStatus | null;
  /** Imports that wait their turn to be sent, the next one first. */
  readonly line: readonly string[];
  /** The newest lookup of each import and purpose since the program started. */
  readonly lookups: readonly LookupStatus[];
  /** Workspaces that are being read from Telecrm. */
  readonly catalogs: readonly CatalogReading[];
  readonly choices: Choices;
  /** Whether the system can keep tokens encrypted. If not, they are kept for this session only, and the user is told. */
  readonly canKeepTokens: boolean;
  /** The file that came last from outside the window; `null` when none has since the program started. */
  readonly given: GivenFile | null;
};

/** A file that came from outside the window: "Open with", another start of the program with its name, the icon. */
export type GivenFile = {
  readonly importId: string;
  /** Bare names of those that were given together with it; they are in the list of imports. */
  readonly others: readonly string[];
};
