import { checkToken } from '../../shared/catalog/endpoint.ts';
import type { CustomAction } from '../../shared/catalog/action.ts';
import { freeColour } from '../../shared/catalog/free-colour.ts';
import type { Field } from '../../shared/catalog/field.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { TokenState, WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { TokenKind, Vault } from '../vault/vault.ts';
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
    // Practice makes its tokens when its server starts, and that starts whenever it is needed: they are never missing.
    const token = stored.isPractice ? 'this-session' : this.#vault.state(workspaceId);
    const syncToken = stored.isPractice ? 'this-session' : this.#vault.state(workspaceId, 'sync');
    return { workspaceId, ...stored, token, syncToken };
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

  /** Sets up a workspace once more that was deleted; the chosen one stays chosen. */
  restore(workspace: Workspace): Result<WorkspaceView, Failure> {
    return this.chosenId() === null ? this.save(null, workspace) : this.#put(null, workspace, 'telecrm');
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

  /** Its tokens go with it; its imports stay and can be looked at. */
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
      this.#vault.forget(workspaceId, 'sync');
    }
    return changed;
  }

  /** Adds a field or replaces the one of the same API name. */
  setField(workspaceId: string, field: Field): Result<WorkspaceView, Failure> {
    return this.addFields(workspaceId, [field]);
  }

  /** The same for several, such as those of a pasted list; of two with one API name the later one counts. */
  addFields(workspaceId: string, fields: readonly Field[]): Result<WorkspaceView, Failure> {
    return this.#change(workspaceId, (workspace) => ({
      fields: putAll(workspace.fields, fields, ({ apiName }) => apiName),
    }));
  }

  /** Removes a field; a standard one becomes again what it is in every workspace. The identifier cannot be removed. */
  removeField(workspaceId: string, apiName: string): Result<WorkspaceView, Failure> {
    return this.#change(workspaceId, ({ fields }) => ({
      fields: fields.filter((field) => field.apiName !== apiName),
    }));
  }

  /** Adds a custom action or replaces the one of the same type. */
  setAction(workspaceId: string, action: CustomAction): Result<WorkspaceView, Failure> {
    return this.#change(workspaceId, ({ actions }) => ({
      actions: putAll(actions, [action], ({ type }) => type),
    }));
  }

  removeAction(workspaceId: string, type: string): Result<WorkspaceView, Failure> {
    return this.#change(workspaceId, ({ actions }) => ({
      actions: actions.filter((action) => action.type !== type),
    }));
  }

  /** Replaces the list of employees; `null` forgets it. */
  setTeam(workspaceId: string, team: readonly TeamMember[] | null): Result<WorkspaceView, Failure> {
    return this.#change(workspaceId, () => ({ team }));
  }

  /** Gives the token to the vault, after looking for an enterprise id, or the Sync token, in its place. */
  setToken(workspaceId: string, text: string): Result<{ readonly token: TokenState }, Failure> {
    return this.#setToken(workspaceId, text, 'async');
  }

  forgetToken(workspaceId: string): Result<null, Failure> {
    this.#vault.forget(workspaceId);
    return success(null);
  }

  /** The same for the token that reads. */
  setSyncToken(workspaceId: string, text: string): Result<{ readonly token: TokenState }, Failure> {
    return this.#setToken(workspaceId, text, 'sync');
  }

  forgetSyncToken(workspaceId: string): Result<null, Failure> {
    this.#vault.forget(workspaceId, 'sync');
    return success(null);
  }

  #setToken(
    workspaceId: string,
    text: string,
    kind: TokenKind,
  ): Result<{ readonly token: TokenState }, Failure> {
    const stored = this.#stored()[workspaceId];
    if (stored === undefined || stored.isPractice) {
      return failed(GONE);
    }
    const checked = checkToken(text);
    if (!checked.ok) {
      return checked.failure.kind === 'token-refused' && kind === 'sync'
        ? failed({ kind: 'sync-token-refused' })
        : checked;
    }
    // One token is never of both types, and pasting the same one twice is the commonest slip.
    if (this.#vault.read(workspaceId, kind === 'async' ? 'sync' : 'async') === checked.value) {
      return failed({ kind: kind === 'async' ? 'token-refused' : 'sync-token-refused' });
    }
    return success({ token: this.#vault.keep(workspaceId, checked.value, kind) });
  }

  #stored(): Readonly<Record<string, { readonly workspace: Workspace; readonly isPractice: boolean }>> {
    return this.#settings.current().workspaces;
  }

  #change(
    workspaceId: string,
    change: (workspace: Workspace) => Partial<Workspace>,
  ): Result<WorkspaceView, Failure> {
    const stored = this.#stored()[workspaceId];
    return stored === undefined
      ? failed(GONE)
      : this.save(workspaceId, { ...stored.workspace, ...change(stored.workspace) });
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
    // Two that look alike would be taken for each other; whoever wants that can still choose it.
    const taken = Object.values(this.#stored()).map((other) => other.workspace.colour);
    const colour = workspaceId === null ? freeColour(checked.value.colour, taken) : checked.value.colour;
    const stored = { workspace: { ...checked.value, colour }, isPractice: kind === 'practice' };
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

/** The old list with every new item in the place of its namesake, or at the end. */
function putAll<Item>(
  old: readonly Item[],
  added: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const byName = new Map(old.map((item) => [nameOf(item), item]));
  for (const item of added) {
    byName.set(nameOf(item), item);
  }
  return [...byName.values()];
}
