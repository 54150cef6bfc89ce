import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Answer, UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type {
  Checked,
  ImportDetail,
  ImportSummary,
  PreparingProgress,
  RowFilter,
  RowPage,
  RowView,
} from '../../shared/import.ts';
import type { Receipt } from '../../shared/ipc.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { parseRecipe, recipeFrom, type Recipe } from '../../shared/mapping/recipe.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { noRows } from '../../shared/sending/fate.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { Reading } from '../../shared/sheet/sheet.ts';
import { GlobalJournal } from '../journal/global-journal.ts';
import { JournalError } from '../journal/journal-error.ts';
import type { PreparingCallName, PreparingCalls } from '../preparing/calls.ts';
import type { Clock } from '../sending/ports.ts';
import { SystemClock } from '../sending/system-clock.ts';
import type { ImportDesk, Surroundings } from './import-desk-port.ts';
import { importFiles, type ImportFiles } from './import-files.ts';
import { ImportList } from './import-list.ts';
import type { OpenImport } from './open-import.ts';
import { OpenImports } from './open-imports.ts';
import { makeReceipt } from './receipt.ts';
import { SendingDesk } from './sending-desk.ts';

/** What a desk is made of. */
export type ImportDeskOptions = {
  /** Where journals lie. App and command line use the same one, so that they keep the same hourly limit. */
  readonly dataFolder: string;
  /** Entry of the preparing thread. */
  readonly workerUrl: URL;
  readonly surroundings: Surroundings;
  /** What happens to rows with a problem that nobody decided; `wait` unless said otherwise. */
  readonly undecided?: UndecidedRule;
  /** The system's clock unless said otherwise. */
  readonly clock?: Clock;
};

/** How a file is opened other than by what is found in it. */
export type OpenWish = { readonly reading?: Partial<Reading>; readonly recipe?: Recipe };

type Edited = { readonly row: RowView; readonly checked: Checked };

/** Opens the desk, or says why this machine's records cannot be opened. They are never replaced. */
export function openImportDesk(options: ImportDeskOptions): Promise<Result<JournalImportDesk, Failure>> {
  try {
    const files = importFiles(options.dataFolder);
    const desk = new JournalImportDesk(options, files, new GlobalJournal(files.globalJournal));
    desk.recover();
    return Promise.resolve(success(desk));
  } catch (error) {
    return Promise.resolve(failed(failureOf(error, options.dataFolder)));
  }
}

/** The import desk on journals: see the port for what each method promises. */
export class JournalImportDesk implements ImportDesk {
  readonly #options: ImportDeskOptions;
  readonly #files: ImportFiles;
  readonly #global: GlobalJournal;
  readonly #list: ImportList;
  readonly #sending: SendingDesk;
  readonly #open: OpenImports;
  readonly #listeners = new Set<() => void>();
  #preparing: PreparingProgress | null = null;
  #isClosed = false;

  /** Use `openImportDesk`, which also recovers what a crash left behind. */
  constructor(options: ImportDeskOptions, files: ImportFiles, global: GlobalJournal) {
    this.#options = options;
    this.#files = files;
    this.#global = global;
    this.#list = new ImportList(global, this.#announce);
    this.#sending = new SendingDesk({
      dataFolder: options.dataFolder,
      files,
      global,
      surroundings: options.surroundings,
      clock: options.clock ?? new SystemClock(),
      list: this.#list,
      announce: this.#announce,
      onRunEnded: (importId) => this.#recount(importId),
    });
    this.#open = new OpenImports({
      workerUrl: options.workerUrl,
      files,
      list: this.#list,
      surroundings: options.surroundings,
      undecided: options.undecided ?? 'wait',
      isSending: (importId) => this.#sending.isRunning(importId),
      onProgress: (progress) => {
        this.#preparing = progress;
        this.#announce();
      },
      onSettled: (importId, outcome) => {
        this.#settled(importId, outcome);
      },
    });
  }

  /** Finds what a crash left on its way. Part of opening. */
  recover(): void {
    this.#sending.recover();
  }

  async open(path: string, workspaceId: string, wish: OpenWish = {}): Promise<Result<ImportDetail, Failure>> {
    const importId = randomUUID();
    const opened = this.#open.make(importId, workspaceId);
    const looked = await opened.look(path, wish.reading ?? {});
    const staged = looked.ok ? opened.stage(path, looked.value, wish.recipe ?? null) : looked;
    if (!staged.ok) {
      await opened.close();
      return staged;
    }
    const nowMs = Date.now();
    const summary: ImportSummary = {
      importId,
      fileName: basename(path),
      workspaceId,
      createdAtMs: nowMs,
      changedAtMs: nowMs,
      stage: 'reading',
      counts: noRows(),
      failure: null,
    };
    this.#list.add(summary);
    await this.#open.add(importId, opened);
    return this.#detail(opened, importId);
  }

  /** The outcome of reading and checking, once it is there. */
  async whenPrepared(importId: string): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#open.get(importId);
    if (!opened.ok) {
      return opened;
    }
    const settled = await opened.value.settled();
    return settled.ok ? this.#detail(opened.value, importId) : settled;
  }

  async read(importId: string): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#open.get(importId);
    return opened.ok ? this.#detail(opened.value, importId) : opened;
  }

  async setReading(importId: string, reading: Reading): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#changeable(importId);
    if (!opened.ok) {
      return opened;
    }
    const begun = await opened.value.setReading(reading);
    if (!begun.ok) {
      return begun;
    }
    this.#list.change(importId, { stage: 'reading', counts: noRows() });
    return this.#detail(opened.value, importId);
  }

  async match(importId: string, mapping: Mapping): Promise<Result<ImportDetail, Failure>> {
    return await this.#checkAnew(importId, (opened) => opened.match(mapping));
  }

  async loadRecipe(importId: string, text: string, fileName: string): Promise<Result<ImportDetail, Failure>> {
    const recipe = parseRecipe(text, fileName);
    return recipe.ok ? await this.#checkAnew(importId, (opened) => opened.useRecipe(recipe.value)) : recipe;
  }

  async page(
    importId: string,
    filter: RowFilter,
    offset: number,
    limit: number,
  ): Promise<Result<RowPage, Failure>> {
    return await this.#ask(importId, 'page', { filter, offset, limit });
  }

  async edit(
    importId: string,
    rowIndex: number,
    columnIndex: number,
    text: string | null,
  ): Promise<Result<Edited, Failure>> {
    const edited = await this.#askChange(importId, 'edit', { rowIndex, columnIndex, text });
    return edited.ok ? this.#keep(importId, edited, edited.value.checked) : edited;
  }

  async skipRow(importId: string, rowIndex: number, isSkipped: boolean): Promise<Result<Edited, Failure>> {
    const edited = await this.#askChange(importId, 'skipRow', { rowIndex, isSkipped });
    return edited.ok ? this.#keep(importId, edited, edited.value.checked) : edited;
  }

  async decide(importId: string, groupId: string, answer: Answer | null): Promise<Result<Checked, Failure>> {
    const checked = await this.#askChange(importId, 'decide', { groupId, answer });
    return checked.ok ? this.#keep(importId, checked, checked.value) : checked;
  }

  async undo(importId: string): Promise<Result<Checked, Failure>> {
    const checked = await this.#askChange(importId, 'undo', null);
    return checked.ok ? this.#keep(importId, checked, checked.value) : checked;
  }

  async redo(importId: string): Promise<Result<Checked, Failure>> {
    const checked = await this.#askChange(importId, 'redo', null);
    return checked.ok ? this.#keep(importId, checked, checked.value) : checked;
  }

  async receipt(importId: string): Promise<Result<Receipt, Failure>> {
    const opened = await this.#open.get(importId);
    const summary = this.#list.find(importId);
    if (!opened.ok) {
      return opened;
    }
    if (summary === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    return makeReceipt({
      opened: opened.value,
      summary,
      isSending: this.#sending.isRunning(),
      surroundings: this.#options.surroundings,
      global: this.#global,
      nowMs: Date.now(),
    });
  }

  async send(importId: string, speed: Speed): Promise<Result<null, Failure>> {
    if (this.#sending.isRunning(importId)) {
      return success(null);
    }
    const receipt = await this.receipt(importId);
    if (!receipt.ok) {
      return receipt;
    }
    if (receipt.value.obstacle !== null) {
      return failed(receipt.value.obstacle);
    }
    return await this.#sending.start(importId, speed, async () => {
      const frozen = await this.#ask(importId, 'freeze', { atMs: Date.now() });
      return frozen.ok ? success(this.#keep(importId, frozen, frozen.value.checked).value.queuedCount) : frozen;
    });
  }

  async retry(importId: string, fate: 'rejected' | 'unknown'): Promise<Result<null, Failure>> {
    return await this.#sending.retry(importId, fate);
  }

  async saveReport(
    importId: string,
    rows: 'all' | 'not-accepted',
    path: string,
  ): Promise<Result<{ fileName: string }, Failure>> {
    const written = await this.#ask(importId, 'report', { path, rows });
    return written.ok ? success({ fileName: basename(path) }) : written;
  }

  async recipe(importId: string): Promise<Result<string, Failure>> {
    const opened = await this.#open.get(importId);
    if (!opened.ok) {
      return opened;
    }
    const matching = opened.value.matching();
    const name = this.#list.find(importId)?.fileName ?? '';
    if (matching === null) {
      return failed({ kind: 'import-busy' });
    }
    return success(`${JSON.stringify(recipeFrom(matching.mapping, matching.decisions, name), null, 2)}\n`);
  }

  async delete(importId: string): Promise<Result<null, Failure>> {
    if (this.#sending.isRunning(importId)) {
      return failed({ kind: 'import-busy' });
    }
    await this.#open.close(importId);
    try {
      this.#files.deleteJournal(importId);
      this.#list.delete(importId);
      this.#sending.forget(importId);
      return success(null);
    } catch (error) {
      return failed(failureOf(error, importId));
    }
  }

  async pause(): Promise<Result<null, Failure>> {
    await this.#sending.pause();
    return success(null);
  }

  async stop(): Promise<Result<null, Failure>> {
    const importId = await this.#sending.pause();
    if (importId === null) {
      return success(null);
    }
    const takenBack = await this.#ask(importId, 'takeBack', null);
    if (!takenBack.ok) {
      return takenBack;
    }
    this.#keep(importId, takenBack, takenBack.value);
    this.#list.change(importId, { stage: 'open', counts: takenBack.value.counts });
    this.#sending.forget(importId);
    return success(null);
  }

  async continue(importId: string): Promise<Result<null, Failure>> {
    return await this.#sending.continue(importId);
  }

  setSpeed(speed: Speed): Promise<Result<null, Failure>> {
    this.#sending.setSpeed(speed);
    return Promise.resolve(success(null));
  }

  workspaceChanged(workspaceId: string): void {
    for (const [importId, opened] of this.#open.all()) {
      const summary = this.#list.find(importId);
      if (summary?.workspaceId === workspaceId && summary.stage === 'open' && !opened.isBusy) {
        // Its end is announced like that of any check.
        void opened.workspaceChanged();
      }
    }
  }

  imports(): readonly ImportSummary[] {
    return this.#list.all();
  }

  preparing(): PreparingProgress | null {
    return this.#preparing;
  }

  sending(): SendingStatus | null {
    return this.#sending.status();
  }

  /** Resolves with the last status when the sender has come to an end; at once when it is not running. */
  async whenSent(): Promise<SendingStatus | null> {
    return await this.#sending.ended();
  }

  /** The workspace that an import was sent to last, for going on with it; `null` when it never was. */
  workspaceOf(importId: string): Workspace | null {
    return this.#global.workspaceOf(importId);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#isClosed) {
      return;
    }
    this.#isClosed = true;
    await this.#sending.pause();
    await this.#open.closeAll();
    this.#global.close();
  }

  readonly #announce = (): void => {
    for (const listener of this.#listeners) {
      listener();
    }
  };

  #settled(importId: string, outcome: Result<Checked, Failure>): void {
    if (this.#preparing?.importId === importId) {
      this.#preparing = null;
    }
    const summary = this.#list.find(importId);
    if (summary === undefined || this.#isClosed) {
      return;
    }
    if (!outcome.ok) {
      const stage = summary.stage === 'reading' ? 'unreadable' : summary.stage;
      this.#list.change(importId, outcome.failure.kind === 'cancelled' ? {} : { stage, failure: outcome.failure });
      return;
    }
    const { counts } = outcome.value;
    const stage = this.#stageBy(summary, counts.ready + counts.problem);
    this.#list.change(importId, { stage, counts, failure: null });
  }

  /** An import that is being sent stays so; a finished one opens again when rows can be sent after all. */
  #stageBy(summary: ImportSummary, changeableRows: number): ImportSummary['stage'] {
    if (summary.stage === 'sending') {
      return 'sending';
    }
    return summary.stage === 'finished' && changeableRows === 0 ? 'finished' : 'open';
  }

  #detail(opened: OpenImport, importId: string): Result<ImportDetail, Failure> {
    const summary = this.#list.find(importId);
    const detail = summary === undefined ? null : opened.detail(summary);
    return detail === null ? failed({ kind: 'import-unknown', importId }) : success(detail);
  }

  /** The import, if its rows may be changed now: not while it is read, checked, sent, or waits to go on sending. */
  async #changeable(importId: string): Promise<Result<OpenImport, Failure>> {
    const opened = await this.#open.get(importId);
    if (!opened.ok) {
      return opened;
    }
    const isSending = this.#list.find(importId)?.stage === 'sending';
    return isSending || this.#sending.isRunning(importId) ? failed({ kind: 'import-busy' }) : opened;
  }

  async #checkAnew(
    importId: string,
    check: (opened: OpenImport) => Promise<Result<null, Failure>>,
  ): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#changeable(importId);
    if (!opened.ok) {
      return opened;
    }
    const checked = await check(opened.value);
    return checked.ok ? this.#detail(opened.value, importId) : checked;
  }

  async #ask<Name extends PreparingCallName>(
    importId: string,
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    const opened = await this.#open.get(importId);
    return opened.ok ? await opened.value.ask(name, argument) : opened;
  }

  async #askChange<Name extends PreparingCallName>(
    importId: string,
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    const opened = await this.#changeable(importId);
    return opened.ok ? await opened.value.ask(name, argument) : opened;
  }

  #keep<Reply>(importId: string, reply: Reply, checked: Checked): Reply {
    this.#open.known(importId)?.keep(checked);
    return reply;
  }

  async #recount(importId: string): Promise<void> {
    if (this.#open.known(importId) !== undefined && !this.#isClosed) {
      const counted = await this.#ask(importId, 'recount', null);
      if (counted.ok) {
        this.#keep(importId, counted, counted.value);
      }
    }
  }
}

/** The failure that a thrown error stands for. `name` is a file or folder for the sentence. */
function failureOf(error: unknown, name: string): Failure {
  if (error instanceof JournalError) {
    return error.failure;
  }
  if (error instanceof Error && 'code' in error) {
    const code = String(error.code);
    return code === 'ENOSPC'
      ? { kind: 'disk-full' }
      : { kind: 'journal-unreadable', fileName: basename(name), code };
  }
  throw error;
}
