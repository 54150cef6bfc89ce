import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PracticeLead, WorkspaceView } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { PracticeServer } from '../practice/practice-server.ts';
import { practiceWorkspace } from '../settings/practice-workspace.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The pretend Telecrm inside the program. Its server starts when it is needed for the first time and ends with the program, at a
 * new address every time; its workspace stays, so practice imports can be gone on with after a restart.
 */
export class PracticeRoom {
  readonly #workspaces: Workspaces;
  readonly #vault: Vault;
  readonly #name: string;
  readonly #server: PracticeServer;
  #opened: Promise<Result<WorkspaceView, Failure>> | null = null;

  /** `name` is what its workspace is called when it is made. */
  constructor(workspaces: Workspaces, vault: Vault, name: string) {
    this.#workspaces = workspaces;
    this.#vault = vault;
    this.#name = name;
    // Fields that the user adds to the practice workspace exist in the pretend Telecrm at once.
    this.#server = new PracticeServer({ catalog: () => catalogOf(this.#workspace()) });
  }

  /** Starts the server if need be, and answers with its workspace, address and token in place. */
  open(): Promise<Result<WorkspaceView, Failure>> {
    this.#opened ??= this.#start();
    return this.#opened;
  }

  /** Changed last first; empty before it was opened. */
  received(): readonly PracticeLead[] {
    return this.#server.leads();
  }

  async close(): Promise<void> {
    await this.#opened;
    await this.#server.stop();
  }

  #workspace(): Workspace {
    const known = this.#workspaces.view(this.#workspaces.practiceId() ?? '');
    return known?.workspace ?? practiceWorkspace(this.#name);
  }

  async #start(): Promise<Result<WorkspaceView, Failure>> {
    const { url, enterpriseId, token } = await this.#server.start();
    const saved = this.#workspaces.savePractice({ ...this.#workspace(), apiUrl: url, enterpriseId });
    if (saved.ok) {
      this.#vault.keepForSession(saved.value.workspaceId, token);
    } else {
      this.#opened = null;
      await this.#server.stop();
    }
    return saved;
  }
}
