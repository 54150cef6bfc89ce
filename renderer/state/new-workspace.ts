import type { Failure } from '../../shared/failure.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { success, type Result } from '../../shared/result.ts';
import { ask } from '../bridge.ts';
import { findWorkspace, readApp, useApp } from './app-store.ts';

/** Makes a workspace about which nothing is known but its name, and chooses it. */
export async function addWorkspace(name: string): Promise<Result<WorkspaceView, Failure>> {
  const saved = await ask('workspace.save', { workspaceId: null, workspace: { version: 1, name } });
  if (!saved.ok) {
    return saved;
  }
  const chosen = await ask('workspace.choose', { workspaceId: saved.value.workspaceId });
  if (!chosen.ok) {
    return chosen;
  }
  await readApp();
  return saved;
}

/** The chosen workspace; made if there is none yet, so that a file can be prepared before Telecrm is connected. */
export async function ensureWorkspace(name: string): Promise<Result<WorkspaceView, Failure>> {
  const { snapshot } = useApp.getState();
  const chosen = snapshot === null ? undefined : findWorkspace(snapshot, snapshot.chosenWorkspaceId);
  return chosen === undefined ? addWorkspace(name) : success(chosen);
}
