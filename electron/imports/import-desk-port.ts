import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Answer } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type {
  Checked,
  DuplicateChoice,
  DuplicatePage,
  ImportDetail,
  ImportSummary,
  PreparingProgress,
  RowFilter,
  RowPage,
  RowView,
  ValuePage,
} from '../../shared/import.ts';
import type { AttemptPage, EventPage } from '../../shared/replies.ts';
import type { Receipt } from '../../shared/sending/receipt.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { Result } from '../../shared/result.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { Reading } from '../../shared/sheet/sheet.ts';
import type { RetriedFate } from '../journal/lead-queue.ts';
import type { ValueQuery } from '../preparing/calls.ts';
import type { ProxyFinder } from '../telecrm/route.ts';

type Answered<Value> = Promise<Result<Value, Failure>>;

/**
 * What the import desk asks of its surroundings: who the workspaces are, where their requests go, and the token at the
 * moment of a request. The window's main process answers from settings and vault, the command line from its arguments.
 */
export type Surroundings = {
  /** The workspace with this id, or `undefined` if it was deleted. */
  readonly workspace: (workspaceId: string) => WorkspaceView | undefined;
  /** Scheme, host and path before `/enterprise/…`. Differs from the workspace's own for practice, whose port changes. */
  readonly apiUrl: (workspaceId: string) => Promise<string>;
  /** The token, read anew for every request and never kept; `null` when there is none. */
  readonly readToken: (workspaceId: string) => string | null;
  /** Who knows the proxies of the network; where it is absent, every address is reached directly. */
  readonly proxies?: ProxyFinder;
};

/**
 * All imports of this machine and the one sender. The same desk serves the window and the command line. Every method
 * answers with a failure instead of throwing for anything that can be expected; changes are announced through `onChange`.
 */
export interface ImportDesk {
  /** Looks at the file, creates an import for the workspace, begins to read and check it in the background. */
  open(path: string, workspaceId: string): Answered<ImportDetail>;
  /**
   * The same for cells that were copied in a spreadsheet program, as the text that it puts on the clipboard: tabs between
   * cells. They are kept in a file of this name until the import is deleted.
   */
  openPasted(text: string, fileName: string, workspaceId: string): Answered<ImportDetail>;
  /** The import as it stands; opens its journal if need be. */
  read(importId: string): Answered<ImportDetail>;
  setReading(importId: string, reading: Reading): Answered<ImportDetail>;
  match(importId: string, mapping: Mapping): Answered<ImportDetail>;
  page(importId: string, filter: RowFilter, offset: number, limit: number): Answered<RowPage>;
  edit(
    importId: string,
    rowIndex: number,
    columnIndex: number,
    text: string | null,
  ): Answered<{ readonly row: RowView; readonly checked: Checked }>;
  skipRow(
    importId: string,
    rowIndex: number,
    isSkipped: boolean,
  ): Answered<{ readonly row: RowView; readonly checked: Checked }>;
  decide(importId: string, groupId: string, answer: Answer | null): Answered<Checked>;
  /** Distinct values of a column that feeds a listed field. */
  values(importId: string, query: ValueQuery): Answered<ValuePage>;
  /** People who stand in several rows, in sheet order. */
  duplicates(importId: string, offset: number, limit: number): Answered<DuplicatePage>;
  /** Chooses for the person in this row; `null` takes the choice back. Undone like every change. */
  decideDuplicate(importId: string, rowIndex: number, choice: DuplicateChoice | null): Answered<Checked>;
  undo(importId: string): Answered<Checked>;
  redo(importId: string): Answered<Checked>;
  /** Gives an import another workspace and checks its rows by it; one whose leads were queued takes only the same Telecrm. */
  setWorkspace(importId: string, workspaceId: string): Answered<ImportDetail>;
  /** The workspace that an import was sent to last, as it was then; `null` when it never was. Throws a `JournalError`. */
  workspaceOf(importId: string): Workspace | null;
  receipt(importId: string): Answered<Receipt>;
  /** Begins to send every ready row, or waits in the line while another import is sent. `fewFirst`: see the contract. */
  send(importId: string, speed: Speed, fewFirst?: boolean): Answered<null>;
  /** Puts leads of this fate back in the queue, these rows or all (`null` or absent), and sends them. */
  retry(importId: string, fate: RetriedFate, rowIndexes?: readonly number[] | null): Answered<null>;
  /** Requests of an import, newest first; of one row or of all (`null`). */
  attempts(importId: string, rowIndex: number | null, offset: number, limit: number): Answered<AttemptPage>;
  /** What happened to the sending of an import, newest first. */
  events(importId: string, offset: number, limit: number): Answered<EventPage>;
  /** Writes the report to `path`, by its extension; answers with the bare file name. */
  saveReport(
    importId: string,
    rows: 'all' | 'not-accepted',
    path: string,
  ): Answered<{ readonly fileName: string }>;
  /** Remembers how the sheet was matched and answered, as sending does; see `MappingMemory`. */
  remember(importId: string): Answered<null>;
  /** The recipe file's text. */
  recipe(importId: string): Answered<string>;
  loadRecipe(importId: string, text: string, fileName: string): Answered<ImportDetail>;
  /** Ends the reading of a file at once and deletes the import; answers `false` when it was read to its end already. */
  cancel(importId: string): Answered<{ readonly isCancelled: boolean }>;
  delete(importId: string): Answered<null>;

  pause(): Answered<null>;
  /** Pauses if need be, then takes back the rows of this import that have not left. */
  stop(importId: string): Answered<null>;
  continue(importId: string): Answered<null>;
  /** Sends an import that was begun at another speed: at once, or as soon as it goes on. */
  setSpeed(importId: string, speed: Speed): Answered<null>;
  /** Moves an import that waits its turn to this 0-based place in the line. */
  moveInLine(importId: string, place: number): Answered<null>;

  /** Tells the desk that a workspace changed (fields, options, country): its open imports are checked anew. */
  workspaceChanged(workspaceId: string, workspace: Workspace): void;
  /** Tells the desk that a token was saved: what stopped for want of it waits for nothing but `continue`. */
  tokenSaved(workspaceId: string): void;
  /** Keeps an import open, because its rows are asked for again and again in the background, until the answer is called. */
  hold(importId: string): () => void;
  /** Counts the rows of an import anew, because a lookup changed the fates of sent ones. Throws a `JournalError`. */
  countAnew(importId: string): Promise<void>;

  /** Newest first. */
  imports(): readonly ImportSummary[];
  /** One for each import that is being read or checked. */
  preparing(): readonly PreparingProgress[];
  sending(): SendingStatus | null;
  /** Imports that wait their turn to be sent, the next one first. */
  line(): readonly string[];
  /** Calls `listener` after anything above changed; returns the function that ends it. */
  onChange(listener: () => void): () => void;
  /** Waits briefly for answers under way, then closes every journal. Idempotent. */
  close(): Promise<void>;
}
