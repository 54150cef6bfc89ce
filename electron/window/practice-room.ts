import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PracticeLead } from '../../shared/practice-lead.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { success, type Result } from '../../shared/result.ts';
import { PracticeServer, type PracticeAddress } from '../practice/practice-server.ts';
import { practiceCatalog } from '../practice/sync-catalog.ts';
import { EXISTING_LEADS } from '../practice/sync-existing-leads.ts';
import { practiceWorkspace } from '../settings/practice-workspace.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The pretend Telecrm inside the program. Its server starts when it is needed for the first time and ends with the
 * program, at a new address every time; its workspace stays, so practice imports can be gone on with after a restart.
 */
export class PracticeRoom {
  readonly #workspaces: Workspaces;
  readonly #vault: Vault;
  readonly #name: string;
  readonly #server: PracticeServer;
  #address: Promise<PracticeAddress> | null = null;

  /** `name` is what its workspace is called when it is made. */
  constructor(workspaces: Workspaces, vault: Vault, name: string) {
    this.#workspaces = workspaces;
    this.#vault = vault;
    this.#name = name;
    // Fields that the user adds to the practice workspace exist in the pretend Telecrm at once.
    this.#server = new PracticeServer({
      catalog: () => practiceCatalog(this.#workspace()),
      existing: EXISTING_LEADS,
    });
  }

  /**
   * Starts the server if need be, and answers with its workspace, address and token in place, also when the user
   * deleted it meanwhile. Rejects with the system's error when this machine has no port left.
   */
  async open(): Promise<Result<WorkspaceView, Failure>> {
    this.#address ??= this.#server.start();
    const { url, enterpriseId, token, syncToken } = await this.#address;
    const workspaceId = this.#workspaces.practiceId();
    const known = workspaceId === null ? undefined : this.#workspaces.view(workspaceId);
    const isInPlace = known?.workspace.apiUrl === url && this.#vault.read(known.workspaceId) === token;
    const opened = isInPlace
      ? success(known)
      : this.#workspaces.savePractice({ ...this.#workspace(), apiUrl: url, enterpriseId });
    if (opened.ok) {
      this.#vault.keepForSession(opened.value.workspaceId, token);
      this.#vault.keepForSession(opened.value.workspaceId, syncToken, 'sync');
    }
    return opened;
  }

  /** Changed last first; empty before it was opened. */
  received(): readonly PracticeLead[] {
    return this.#server.leads();
  }

  async close(): Promise<void> {
    await this.#address;
    await this.#server.stop();
  }

  #workspace(): Workspace {
    const known = this.#workspaces.view(this.#workspaces.practiceId() ?? '');
    return known?.workspace ?? practiceWorkspace(this.#name);
  }
}
