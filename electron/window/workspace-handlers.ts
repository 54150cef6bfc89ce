import { freeWorkspaceName, workspaceFileText } from '../../shared/catalog/workspace-file.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Replies, RequestName } from '../../shared/ipc.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { attempt } from '../imports/failure-of.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import { MEMORY_FILE_NAME } from '../memory/memory-file.ts';
import type { CatalogRefresh } from '../settings/catalog-refresh.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { Handlers } from './answer-call.ts';
import { answered, chosen } from './chosen.ts';
import type { Dialogs } from './dialogs.ts';
import { readWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts';

/** What the workspaces' handlers pass requests on to. */
export type WorkspaceHandlerNeeds = {
  readonly desk: ImportDesk;
  readonly workspaces: Workspaces;
  readonly catalogs: CatalogRefresh;
  readonly memory: MappingMemory;
  readonly dialogs: Dialogs;
  /** To be called when workspaces or tokens changed. */
  readonly onChange: () => void;
};

type WorkspaceRequest = Extract<RequestName, `workspace.${string}`>;

/** Answers every request about workspaces. After a change the open imports of the workspace are checked anew. */
export function workspaceHandlers(needs: WorkspaceHandlerNeeds): Pick<Handlers, WorkspaceRequest> {
  const { desk, workspaces, catalogs, memory, dialogs, onChange } = needs;
  return {
    'workspace.save': ({ workspaceId, workspace }) => changed(workspaces.save(workspaceId, workspace)),
    'workspace.choose': ({ workspaceId }) => told(workspaces.choose(workspaceId)),
    'workspace.delete': ({ workspaceId }) => {
      const deleted = workspaces.delete(workspaceId);
      if (deleted.ok) {
        // What was learned for it helps nobody any more; that this cannot be written does not bring the workspace back.
        attempt(() => {
          memory.forgetWorkspace(workspaceId);
        }, MEMORY_FILE_NAME);
      }
      return told(deleted);
    },
    'workspace.setToken': ({ workspaceId, token }) => told(workspaces.setToken(workspaceId, token)),
    'workspace.forgetToken': ({ workspaceId }) => told(workspaces.forgetToken(workspaceId)),
    'workspace.setSyncToken': ({ workspaceId, token }) => told(workspaces.setSyncToken(workspaceId, token)),
    'workspace.forgetSyncToken': ({ workspaceId }) => told(workspaces.forgetSyncToken(workspaceId)),
    'workspace.refreshCatalog': ({ workspaceId }) => refresh(workspaceId),
    'workspace.stopRefresh': ({ workspaceId }) => {
      catalogs.stop(workspaceId);
      return answered(success(null));
    },
    'workspace.export': ({ workspaceId }) => exportFile(workspaceId),
    'workspace.import': () => chosen(dialogs.openWorkspace(), importFile),
    'workspace.setField': ({ workspaceId, field }) => changed(workspaces.setField(workspaceId, field)),
    'workspace.removeField': ({ workspaceId, apiName }) =>
      changed(workspaces.removeField(workspaceId, apiName)),
    'workspace.addFields': ({ workspaceId, fields }) => changed(workspaces.addFields(workspaceId, fields)),
    'workspace.setAction': ({ workspaceId, action }) => changed(workspaces.setAction(workspaceId, action)),
    'workspace.removeAction': ({ workspaceId, type }) => changed(workspaces.removeAction(workspaceId, type)),
    'workspace.setTeam': ({ workspaceId, team }) => changed(workspaces.setTeam(workspaceId, team)),
  };

  async function refresh(workspaceId: string): Promise<Result<Replies['workspace.refreshCatalog'], Failure>> {
    const refreshed = await catalogs.refresh(workspaceId);
    if (refreshed.ok) {
      desk.workspaceChanged(workspaceId, refreshed.value.view.workspace);
    }
    return told(refreshed);
  }

  function exportFile(workspaceId: string): Promise<Result<{ readonly fileName: string }, Failure>> {
    const view = workspaces.view(workspaceId);
    if (view === undefined) {
      return answered(failed({ kind: 'bad-request', detail: 'This workspace does not exist any more.' }));
    }
    const text = workspaceFileText(view.workspace, view.isPractice);
    return chosen(dialogs.saveWorkspace(view.workspace.name), (path) => writeWorkspaceFile(path, text));
  }

  async function importFile(path: string): Promise<Result<WorkspaceView, Failure>> {
    const read = await readWorkspaceFile(path);
    if (!read.ok) {
      return read;
    }
    const taken = workspaces.views().map(({ workspace }) => workspace.name);
    return changed(workspaces.save(null, { ...read.value, name: freeWorkspaceName(read.value.name, taken) }));
  }

  function changed(saved: Result<WorkspaceView, Failure>): Promise<Result<WorkspaceView, Failure>> {
    if (saved.ok) {
      desk.workspaceChanged(saved.value.workspaceId, saved.value.workspace);
    }
    return told(saved);
  }

  function told<Value>(result: Result<Value, Failure>): Promise<Result<Value, Failure>> {
    onChange();
    return answered(result);
  }
}
