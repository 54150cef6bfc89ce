import { isSameTelecrm } from '../../shared/catalog/same-telecrm.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportDetail } from '../../shared/import.ts';
import { failed, type Result } from '../../shared/result.ts';
import { totalToSend } from '../../shared/sending/progress.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { ImportAccess } from './import-access.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportList } from './import-list.ts';
import type { SendingDesk } from './sending-desk.ts';

/** What giving an import another workspace needs of the desk. */
export type ImportWorkspaceNeeds = {
  readonly access: ImportAccess;
  readonly list: ImportList;
  readonly sending: SendingDesk;
  readonly surroundings: Surroundings;
  readonly global: GlobalJournal;
};

/** Which workspace an import belongs to, where its own is gone. */
export class ImportWorkspace {
  readonly #needs: ImportWorkspaceNeeds;

  constructor(needs: ImportWorkspaceNeeds) {
    this.#needs = needs;
  }

  /**
   * Gives the import this workspace and checks its rows by it. Once leads of it were queued, only a workspace of the Telecrm that
   * they were queued for is taken: they must never go to the wrong one.
   */
  async set(importId: string, workspaceId: string): Promise<Result<ImportDetail, Failure>> {
    const { access, list, sending, surroundings, global } = this.#needs;
    const view = surroundings.workspace(workspaceId);
    const opened = await access.get(importId);
    const summary = list.find(importId);
    if (!opened.ok) {
      return opened;
    }
    if (view === undefined || summary === undefined) {
      return failed(view === undefined ? { kind: 'workspace-gone' } : { kind: 'import-unknown', importId });
    }
    if (sending.isRunning(importId)) {
      return failed({ kind: 'import-busy' });
    }
    const queuedFor = totalToSend(summary.counts) === 0 ? null : global.workspaceOf(importId);
    if (queuedFor !== null && !isSameTelecrm(queuedFor, view.workspace)) {
      return failed({ kind: 'bad-request', detail: 'Leads of this import were sent to another Telecrm.' });
    }
    list.change(importId, { workspaceId, failure: summary.stage === 'sending' ? null : summary.failure });
    if (summary.stage === 'open' || summary.stage === 'reading' || summary.stage === 'checking') {
      await opened.value.settled();
      await opened.value.workspaceChanged();
    }
    return access.detail(opened.value, importId);
  }
}
