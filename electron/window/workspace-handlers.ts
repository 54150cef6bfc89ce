import { isSameTelecrm } from '../../shared/catalog/same-telecrm.ts';
import { freeWorkspaceName, workspaceFileText } from '../../shared/catalog/workspace-file.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportSummary } from '../../shared/import.ts';
import type { RequestName } from '../../shared/ipc.ts';
import type { Replies } from '../../shared/replies.ts';
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

type WorkspaceRequest = Extract<RequestName, `workspace.${string}`> | 'import.setWorkspace';

/** Answers every request about workspaces. After a change the open imports of the workspace are checked anew. */
export function workspaceHandlers(needs: WorkspaceHandlerNeeds): Pick<Handlers, WorkspaceRequest> {
  const { desk, workspaces, catalogs, memory, dialogs, onChange } = needs;
  return {
    'workspace.save': ({ workspaceId, workspace }) => changed(workspaces.save(workspaceId, workspace)),
    'workspace.choose': ({ workspaceId }) => told(workspaces.choose(workspaceId)),
    'workspace.delete': ({ workspaceId }) => {
      const fileNames = filesOnTheirWay(desk.imports(), workspaceId);
      if (fileNames.length > 0) {
        return answered(failed({ kind: 'workspace-in-use', fileNames }));
      }
      const deleted = workspaces.delete(workspaceId);
      if (deleted.ok) {
        // What was learned for it helps nobody any more; that this cannot be written does not bring the workspace back.
        attempt(() => {
          memory.forgetWorkspace(workspaceId);
        }, MEMORY_FILE_NAME);
      }
      return told(deleted);
    },
    'workspace.setToken': ({ workspaceId, token }) => {
      const saved = workspaces.setToken(workspaceId, token);
      if (saved.ok) {
        desk.tokenSaved(workspaceId);
      }
      return told(saved);
    },
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
    'import.setWorkspace': ({ importId, workspaceId }) => setWorkspace(importId, workspaceId),
    'workspace.setTeam': ({ workspaceId, team }) => changed(workspaces.setTeam(workspaceId, team)),
  };

  async function setWorkspace(
    importId: string,
    workspaceId: string | null,
  ): Promise<Result<Replies['import.setWorkspace'], Failure>> {
    const given = workspaceId === null ? restored(importId) : success({ workspaceId });
    return told(given.ok ? await desk.setWorkspace(importId, given.value.workspaceId) : given);
  }

  /** The workspace of the Telecrm that the import was sent to: one that is there, or that one once more, without its token. */
  function restored(importId: string): Result<{ readonly workspaceId: string }, Failure> {
    const sentTo = desk.workspaceOf(importId);
    if (sentTo === null) {
      return failed({ kind: 'workspace-gone' });
    }
    const there = workspaces.views().find(({ workspace }) => isSameTelecrm(workspace, sentTo));
    return there === undefined
      ? workspaces.restore({ ...sentTo, name: freeName(sentTo.name) })
      : success(there);
  }

  function freeName(name: string): string {
    return freeWorkspaceName(
      name,
      workspaces.views().map(({ workspace }) => workspace.name),
    );
  }

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
    return changed(workspaces.save(null, { ...read.value, name: freeName(read.value.name) }));
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

/** Files of the workspace's imports whose leads are queued or being sent, or were interrupted on their way. */
function filesOnTheirWay(imports: readonly ImportSummary[], workspaceId: string): readonly string[] {
  return imports
    .filter((summary) => summary.workspaceId === workspaceId && summary.stage === 'sending')
    .map(({ fileName }) => fileName);
}
