import { newWorkspace, type Workspace } from '../../shared/catalog/workspace.ts';
import type { UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Checked, PreparingProgress } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import { recalledMatching } from '../memory/recalled-matching.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';
import { OpenImport } from './open-import.ts';
import { Turns } from './turns.ts';

/** What the open imports need of the desk they belong to. */
export type OpenImportsNeeds = {
  readonly workerUrl: URL;
  readonly files: ImportFiles;
  readonly list: ImportList;
  readonly surroundings: Surroundings;
  /** What earlier sheets taught; `null` where nothing is recalled. */
  readonly memory: MappingMemory | null;
  readonly undecided: UndecidedRule;
  /** Whether an import is being sent now; such a one stays open. */
  readonly isSending: (importId: string) => boolean;
  readonly onProgress: (progress: PreparingProgress) => void;
  readonly onSettled: (importId: string, outcome: Result<Checked, Failure>) => void;
};

/** One more than one, so that a small file need not wait for a large one. */
const FILES_READ_AT_ONCE = 2;

/**
 * The imports that have a thread: the one that is looked at, and those that are read or checked in the background. Others are
 * opened when they are asked for, and closed when another is.
 */
export class OpenImports {
  readonly #needs: OpenImportsNeeds;
  /** Several files that are opened at once are not all read at once: the first is to be ready soon. */
  readonly #reading = new Turns(FILES_READ_AT_ONCE);
  readonly #open = new Map<string, OpenImport>();
  /** Openings under way, so that two questions at once open one thread. */
  readonly #opening = new Map<string, Promise<Result<OpenImport, Failure>>>();
  /** Imports that are kept open, and for how many. */
  readonly #held = new Map<string, number>();

  constructor(needs: OpenImportsNeeds) {
    this.#needs = needs;
  }

  /** The import if it is open. */
  known(importId: string): OpenImport | undefined {
    return this.#open.get(importId);
  }

  all(): readonly (readonly [string, OpenImport])[] {
    return [...this.#open];
  }

  /** A thread for an import that is not in the list yet. */
  make(importId: string, workspaceId: string): OpenImport {
    const { workerUrl, files, list, undecided, surroundings, memory, onProgress, onSettled } = this.#needs;
    // It may be given another one, where its own was deleted.
    const idNow = (): string =>
      list.all().find((summary) => summary.importId === importId)?.workspaceId ?? workspaceId;
    // A deleted workspace leaves its imports readable; sending needs its token, which is gone with it.
    const workspace = (): Workspace => surroundings.workspace(idNow())?.workspace ?? newWorkspace('Telecrm');
    return new OpenImport({
      importId,
      workerUrl,
      journalPath: files.journalOf(importId),
      undecided,
      takeTurn: (read) => this.#reading.take(read),
      workspace,
      recall: (facts, suggested) =>
        recalledMatching(memory, { workspaceId: idNow(), workspace: workspace(), facts }, suggested),
      onProgress,
      onSettled: (outcome) => {
        onSettled(importId, outcome);
      },
    });
  }

  /** Takes in what `make` made. */
  async add(importId: string, opened: OpenImport): Promise<void> {
    this.#open.set(importId, opened);
    await this.#closeIdle(importId);
  }

  /** The import, opened from its journal if need be. */
  async get(importId: string): Promise<Result<OpenImport, Failure>> {
    const known = this.#open.get(importId);
    if (known !== undefined) {
      return success(known);
    }
    const opening = this.#opening.get(importId) ?? this.#openFromJournal(importId);
    this.#opening.set(importId, opening);
    const opened = await opening;
    this.#opening.delete(importId);
    return opened;
  }

  /** Ends the thread of an import, if it has one, or is about to get one. */
  async close(importId: string): Promise<void> {
    if (this.#opening.has(importId)) {
      await this.#opening.get(importId);
    }
    const opened = this.#open.get(importId);
    this.#open.delete(importId);
    await opened?.close();
  }

  /** Keeps an import from being closed because another is asked for, until the answer is called. */
  hold(importId: string): () => void {
    this.#held.set(importId, (this.#held.get(importId) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (isHeld) {
        isHeld = false;
        this.#held.set(importId, (this.#held.get(importId) ?? 1) - 1);
      }
    };
  }

  async closeAll(): Promise<void> {
    const all = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(all.map((opened) => opened.close()));
  }

  async #openFromJournal(importId: string): Promise<Result<OpenImport, Failure>> {
    const summary = this.#needs.list.find(importId);
    if (summary === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    const opened = this.make(importId, summary.workspaceId);
    const loaded = await opened.load();
    if (!loaded.ok) {
      await opened.close();
      return loaded;
    }
    await this.add(importId, opened);
    return success(opened);
  }

  async #closeIdle(exceptImportId: string): Promise<void> {
    const idle = [...this.#open].filter(
      ([importId, opened]) =>
        importId !== exceptImportId &&
        !opened.isBusy &&
        !this.#needs.isSending(importId) &&
        (this.#held.get(importId) ?? 0) === 0,
    );
    await Promise.all(idle.map(([importId]) => this.close(importId)));
  }
}
