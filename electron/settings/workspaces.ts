import { checkToken } from '../../shared/catalog/endpoint.ts';
import type { Field } from '../../shared/catalog/field.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { TokenState, WorkspaceView } from '../../shared/ipc.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Vault } from '../vault/vault.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** The answer to a call about a workspace that was deleted meanwhile. */
const GONE: Failure = { kind: 'bad-request', detail: 'This workspace does not exist any more.' };

/**
 * The workspaces of this machine: what is known of each (settings) together with the state of its token (vault).
 * Every change is on disk before it is answered.
 */
export class Workspaces {
  readonly #settings: SettingsKeeper;
  readonly #vault: Vault;
  readonly #newId: () => string;

  /** `newId` answers a new random id of lower-case letters, digits and dashes with every call. */
  constructor(settings: SettingsKeeper, vault: Vault, newId: () => string) {
    this.#settings = settings;
    this.#vault = vault;
    this.#newId = newId;
  }

  /** In the order in which they were made. */
  views(): readonly WorkspaceView[] {
    return Object.keys(this.#stored()).flatMap((workspaceId) => this.view(workspaceId) ?? []);
  }

  view(workspaceId: string): WorkspaceView | undefined {
    const stored = this.#stored()[workspaceId];
    if (stored === undefined) {
      return undefined;
    }
    // Practice makes its token when its server starts, and that starts whenever it is needed: it is never missing.
    const token = stored.isPractice ? 'this-session' : this.#vault.state(workspaceId);
    return { workspaceId, ...stored, token, syncToken: 'none' };
  }

  /** `null` before any workspace exists. */
  chosenId(): string | null {
    return this.#settings.current().chosenWorkspaceId;
  }

  /** Creates (`workspaceId` null; the new one is then chosen) or changes a workspace. */
  save(workspaceId: string | null, workspace: Workspace): Result<WorkspaceView, Failure> {
    const old = workspaceId === null ? undefined : this.#stored()[workspaceId];
    if (workspaceId !== null && old === undefined) {
      return failed(GONE);
    }
    const isPractice = old?.isPractice === true;
    // Where practice goes is not the user's to say: its server says so.
    const fixed = isPractice
      ? { apiUrl: old.workspace.apiUrl, enterpriseId: old.workspace.enterpriseId }
      : {};
    const saved = this.#put(workspaceId, { ...workspace, ...fixed }, isPractice ? 'practice' : 'telecrm');
    return saved.ok && workspaceId === null ? this.#chosen(saved.value) : saved;
  }

  /** Creates the workspace of the practice server or takes over its new address. */
  savePractice(workspace: Workspace): Result<WorkspaceView, Failure> {
    return this.#put(this.practiceId(), workspace, 'practice');
  }

  /** `null` until practice was started for the first time. */
  practiceId(): string | null {
    return this.views().find((view) => view.isPractice)?.workspaceId ?? null;
  }

  choose(workspaceId: string): Result<null, Failure> {
    const exists = this.#stored()[workspaceId] !== undefined;
    return exists ? this.#settings.change({ chosenWorkspaceId: workspaceId }) : failed(GONE);
  }

  /** Its token goes with it; its imports stay and can be looked at. */
  delete(workspaceId: string): Result<null, Failure> {
    const { [workspaceId]: gone, ...workspaces } = this.#stored();
    if (gone === undefined) {
      return failed(GONE);
    }
    const chosen = this.chosenId();
    const chosenWorkspaceId = chosen === workspaceId ? (Object.keys(workspaces)[0] ?? null) : chosen;
    const changed = this.#settings.change({ workspaces, chosenWorkspaceId });
    if (changed.ok) {
      this.#vault.forget(workspaceId);
    }
    return changed;
  }

  /** Adds a field or replaces the one of the same API name. */
  setField(workspaceId: string, field: Field): Result<WorkspaceView, Failure> {
    return this.#changeFields(workspaceId, (fields) =>
      fields.some(({ apiName }) => apiName === field.apiName)
        ? fields.map((known) => (known.apiName === field.apiName ? field : known))
        : [...fields, field],
    );
  }

  /** Removes a field; a standard one becomes again what it is in every workspace. The identifier cannot be removed. */
  removeField(workspaceId: string, apiName: string): Result<WorkspaceView, Failure> {
    return this.#changeFields(workspaceId, (fields) => fields.filter((field) => field.apiName !== apiName));
  }

  /** Gives the token to the vault, after looking for an enterprise id in its place. */
  setToken(workspaceId: string, text: string): Result<{ readonly token: TokenState }, Failure> {
    const stored = this.#stored()[workspaceId];
    if (stored === undefined || stored.isPractice) {
      return failed(GONE);
    }
    const checked = checkToken(text);
    return checked.ok ? success({ token: this.#vault.keep(workspaceId, checked.value) }) : checked;
  }

  forgetToken(workspaceId: string): Result<null, Failure> {
    this.#vault.forget(workspaceId);
    return success(null);
  }

  #stored(): Readonly<Record<string, { readonly workspace: Workspace; readonly isPractice: boolean }>> {
    return this.#settings.current().workspaces;
  }

  #changeFields(
    workspaceId: string,
    change: (fields: readonly Field[]) => readonly Field[],
  ): Result<WorkspaceView, Failure> {
    const stored = this.#stored()[workspaceId];
    return stored === undefined
      ? failed(GONE)
      : this.save(workspaceId, { ...stored.workspace, fields: change(stored.workspace.fields) });
  }

  #put(
    workspaceId: string | null,
    workspace: Workspace,
    kind: 'telecrm' | 'practice',
  ): Result<WorkspaceView, Failure> {
    const checked = checkWorkspace(workspace);
    if (!checked.ok) {
      return checked;
    }
    const id = workspaceId ?? this.#newId();
    const stored = { workspace: checked.value, isPractice: kind === 'practice' };
    const changed = this.#settings.change({ workspaces: { ...this.#stored(), [id]: stored } });
    return changed.ok ? success(this.#viewOf(id)) : changed;
  }

  #chosen(view: WorkspaceView): Result<WorkspaceView, Failure> {
    const chosen = this.choose(view.workspaceId);
    return chosen.ok ? success(view) : chosen;
  }

  #viewOf(workspaceId: string): WorkspaceView {
    const view = this.view(workspaceId);
    if (view === undefined) {
      throw new Error('A workspace that was just kept is not there');
    }
    return view;
  }
}
