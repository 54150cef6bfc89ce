import type { AppSnapshot } from './app-snapshot.ts';
import type { Failure } from './failure.ts';
import type { Offered, RequestName } from './ipc.ts';
import type { OpenedFiles, Replies } from './replies.ts';
import type { Result } from './result.ts';

/** A file that was dropped on the window, as the page sees it (the DOM's `File`). */
export type DroppedFile = { readonly name: string; readonly size: number };

/** One function for each request: what the preload script puts on the window as `leadImporter`. */
export type Bridge = {
  readonly [Name in Exclude<RequestName, 'file.drop'>]: (
    argument: Offered<Name>,
  ) => Promise<Result<Replies[Name], Failure>>;
} & {
  /** Opens files that were dropped on the window; their paths stay outside the page. */
  readonly openDropped: (files: readonly DroppedFile[]) => Promise<Result<OpenedFiles, Failure>>;
  /** Calls `listener` with every new snapshot; returns the function that ends it. */
  readonly onApp: (listener: (snapshot: AppSnapshot) => void) => () => void;
};
