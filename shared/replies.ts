import type { AppSnapshot } from './app-snapshot.ts';
import type { CatalogChanges } from './catalog/catalog-changes.ts';
import type { WorkspaceView, TokenState } from './catalog/workspace-view.ts';
import type { Failure } from './failure.ts';
import type { Checked, DuplicatePage, ImportDetail, RowPage, RowView, ValuePage } from './import.ts';
import type { LookupRow } from './lookup/lookup.ts';
import type { Remembered } from './mapping/remembered.ts';
import type { PracticeLead } from './practice-lead.ts';
import type { AttemptRecord, SendingEvent } from './sending/attempt-record.ts';
import type { Receipt } from './sending/receipt.ts';

/** One page of the record of requests. */
export type AttemptPage = { readonly total: number; readonly attempts: readonly AttemptRecord[] };

/** One page of what happened to an import. */
export type EventPage = { readonly total: number; readonly events: readonly SendingEvent[] };

/** One page of rows that were looked up. */
export type LookupPage = { readonly total: number; readonly rows: readonly LookupRow[] };

/** What became of files that were opened at once. */
export type OpenedFiles = {
  /** The first that could be opened: the one to show. */
  readonly detail: ImportDetail;
  /** Bare names of the others; they are in the list of imports. */
  readonly others: readonly string[];
  /** Why some could not be opened. */
  readonly refused: readonly Failure[];
};

/** The reply to each request when all goes well. */
export type Replies = {
  'app.read': AppSnapshot;
  'file.choose': OpenedFiles;
  'file.drop': OpenedFiles;
  'file.paste': ImportDetail;
  'file.sample': ImportDetail;
  'import.read': ImportDetail;
  'import.setReading': ImportDetail;
  'import.match': ImportDetail;
  'import.page': RowPage;
  'import.edit': { readonly row: RowView; readonly checked: Checked };
  'import.skipRow': { readonly row: RowView; readonly checked: Checked };
  'import.decide': Checked;
  'import.values': ValuePage;
  'import.duplicates': DuplicatePage;
  'import.decideDuplicate': Checked;
  'import.undo': Checked;
  'import.redo': Checked;
  'import.receipt': Receipt;
  'import.send': null;
  'import.retry': null;
  'import.attempts': AttemptPage;
  'import.events': EventPage;
  /** Bare name of the file that was written. */
  'import.saveReport': { readonly fileName: string };
  'import.saveRecipe': { readonly fileName: string };
  'import.loadRecipe': ImportDetail;
  'import.cancel': { readonly isCancelled: boolean };
  'import.delete': null;
  'import.setWorkspace': ImportDetail;
  'sending.pause': null;
  'sending.stop': null;
  'sending.continue': null;
  'sending.setSpeed': null;
  'sending.moveInLine': null;
  'lookup.start': null;
  'lookup.stop': null;
  'lookup.page': LookupPage;
  'choices.save': null;
  'workspace.save': WorkspaceView;
  'workspace.choose': null;
  'workspace.delete': null;
  'workspace.setToken': { readonly token: TokenState };
  'workspace.forgetToken': null;
  'workspace.setSyncToken': { readonly token: TokenState };
  'workspace.forgetSyncToken': null;
  'workspace.stopRefresh': null;
  'workspace.refreshCatalog': { readonly view: WorkspaceView; readonly changes: CatalogChanges };
  'workspace.export': { readonly fileName: string };
  'workspace.import': WorkspaceView;
  'workspace.setField': WorkspaceView;
  'workspace.removeField': WorkspaceView;
  'workspace.addFields': WorkspaceView;
  'workspace.setAction': WorkspaceView;
  'workspace.removeAction': WorkspaceView;
  'workspace.setTeam': WorkspaceView;
  'memory.read': readonly Remembered[];
  'memory.forget': null;
  'practice.start': WorkspaceView;
  'practice.received': readonly PracticeLead[];
  'help.open': null;
};
