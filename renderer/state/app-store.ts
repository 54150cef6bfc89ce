import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';
import type { ImportSummary, PreparingProgress } from '../../shared/import.ts';
import type { AppSnapshot } from '../../shared/app-snapshot.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { ask, onApp } from '../bridge.ts';

/** A mirror of the main process: whole snapshots, never changed here. */
type AppState = {
  /** `null` until the first snapshot came. */
  readonly snapshot: AppSnapshot | null;
  /** Why no snapshot came; `null` when all is well. */
  readonly failure: Failure | null;
};

export const useApp = create<AppState>(() => ({ snapshot: null, failure: null }));

/** Begins to mirror; asks once, then follows what main pushes. Returns the function that ends it. */
export function followApp(): () => void {
  const end = onApp((snapshot) => {
    useApp.setState({ snapshot, failure: null });
  });
  void readApp();
  return end;
}

/** Asks for the present state at once, for replies that arrive before the next push. */
export async function readApp(): Promise<void> {
  const answer = await ask('app.read', undefined);
  useApp.setState(answer.ok ? { snapshot: answer.value, failure: null } : { failure: answer.failure });
}

/** The workspace with this id, or `undefined` if it was deleted. */
export function findWorkspace(snapshot: AppSnapshot, workspaceId: string | null): WorkspaceView | undefined {
  return snapshot.workspaces.find((workspace) => workspace.workspaceId === workspaceId);
}

/** The line of the list of imports that belongs to this import, or `undefined` if it is gone. */
export function findSummary(snapshot: AppSnapshot, importId: string): ImportSummary | undefined {
  return snapshot.imports.find((summary) => summary.importId === importId);
}

/** How far reading or checking of this import has come, or `undefined` while neither is under way. */
export function findPreparing(snapshot: AppSnapshot, importId: string): PreparingProgress | undefined {
  return snapshot.preparing.find((progress) => progress.importId === importId);
}
