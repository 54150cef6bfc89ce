import type { Failure } from '../shared/failure.ts';
import type { AppSnapshot } from '../shared/app-snapshot.ts';
import type { Bridge, DroppedFile } from '../shared/bridge.ts';
import type { Offered, RequestName } from '../shared/ipc.ts';
import type { OpenedFiles, Replies } from '../shared/replies.ts';
import { failed, type Result } from '../shared/result.ts';

declare global {
  interface Window {
    /** Put there by the preload script before the page runs. */
    readonly leadImporter: Bridge;
  }
}

/** Requests that the page may make: all but those that only the preload script makes. */
export type Askable = Exclude<RequestName, 'file.drop'>;

/** The bridge as one mapped type, which is the form that TypeScript can follow through a type parameter. */
type Calls = { readonly [Name in Askable]: (argument: Offered<Name>) => Promise<Answer<Name>> };

/** What a request answers. */
export type Answer<Name extends Askable> = Result<Replies[Name], Failure>;

/**
 * Asks the main process. Never rejects: a call that breaks (the main process is gone, or has a bug) answers with a `bug`,
 * so that every caller has only one kind of bad news to show.
 */
export async function ask<Name extends Askable>(name: Name, argument: Offered<Name>): Promise<Answer<Name>> {
  try {
    const calls: Calls = window.leadImporter;
    return await calls[name](argument);
  } catch (error) {
    return failed(bugOf(error));
  }
}

/** Opens files that were dropped on the window. */
export async function openDropped(files: readonly DroppedFile[]): Promise<Result<OpenedFiles, Failure>> {
  try {
    return await window.leadImporter.openDropped(files);
  } catch (error) {
    return failed(bugOf(error));
  }
}

/** Calls `listener` with every new snapshot; returns the function that ends it. */
export function onApp(listener: (snapshot: AppSnapshot) => void): () => void {
  return window.leadImporter.onApp(listener);
}

function bugOf(error: unknown): Failure {
  return { kind: 'bug', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
