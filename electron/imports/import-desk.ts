import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Answer } from '../../shared/cleaning/plan.ts';
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
import { parseRecipe } from '../../shared/mapping/recipe.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { noRows } from '../../shared/sending/fate.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { Reading } from '../../shared/sheet/sheet.ts';
import { GlobalJournal } from '../journal/global-journal.ts';
import type { PreparingCallName, PreparingCalls } from '../preparing/calls.ts';
import { SystemClock } from '../sending/system-clock.ts';
import { attempt, failureOf } from './failure-of.ts';
import { firstSummary } from './first-summary.ts';
import type { ImportDesk } from './import-desk-port.ts';
import { importFiles, type ImportFiles } from './import-files.ts';
import { ImportList } from './import-list.ts';
import type { ImportDeskOptions, OpenWish } from './import-desk-options.ts';
import { changeBy } from './import-stage.ts';
import type { OpenImport } from './open-import.ts';
import { OpenImports } from './open-imports.ts';
import { keepWhile, PASTED_READING } from './pasted-cells.ts';
import { makeReceipt } from './receipt.ts';
import { SendingDesk } from './sending-desk.ts';

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
  readonly #preparing = new Map<string, PreparingProgress>();
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
        this.#preparing.set(progress.importId, progress);
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
    return await this.#openAs(randomUUID(), path, workspaceId, wish);
  }

  async openPasted(
    text: string,
    fileName: string,
    workspaceId: string,
  ): Promise<Result<ImportDetail, Failure>> {
    const importId = randomUUID();
    return await keepWhile(this.#files, { importId, fileName, text }, (path) =>
      this.#openAs(importId, path, workspaceId, { reading: PASTED_READING }),
    );
  }

  async #openAs(
    importId: string,
    path: string,
    workspaceId: string,
    wish: OpenWish,
  ): Promise<Result<ImportDetail, Failure>> {
    const opened = this.#open.make(importId, workspaceId);
    const looked = await opened.look(path, wish.reading ?? {});
    const staged = looked.ok ? opened.stage(path, looked.value, wish.recipe ?? null) : looked;
    if (!staged.ok) {
      await opened.close();
      return staged;
    }
    this.#list.add(firstSummary(importId, basename(path), workspaceId, Date.now()));
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
    const edited = await this.#change(importId, 'edit', { rowIndex, columnIndex, text });
    return this.#keep(importId, edited, (reply) => reply.checked);
  }

  async skipRow(importId: string, rowIndex: number, isSkipped: boolean): Promise<Result<Edited, Failure>> {
    const edited = await this.#change(importId, 'skipRow', { rowIndex, isSkipped });
    return this.#keep(importId, edited, (reply) => reply.checked);
  }

  async decide(importId: string, groupId: string, answer: Answer | null): Promise<Result<Checked, Failure>> {
    return this.#keep(importId, await this.#change(importId, 'decide', { groupId, answer }), itself);
  }

  async undo(importId: string): Promise<Result<Checked, Failure>> {
    return this.#keep(importId, await this.#change(importId, 'undo', null), itself);
  }

  async redo(importId: string): Promise<Result<Checked, Failure>> {
    return this.#keep(importId, await this.#change(importId, 'redo', null), itself);
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
      this.#keep(importId, frozen, (reply) => reply.checked);
      return frozen.ok ? success(frozen.value.queuedCount) : frozen;
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
    return opened.ok ? opened.value.recipe(this.#list.find(importId)?.fileName ?? '') : opened;
  }

  async cancel(importId: string): Promise<Result<{ isCancelled: boolean }, Failure>> {
    if (this.#list.find(importId)?.stage !== 'reading') {
      return success({ isCancelled: false });
    }
    const deleted = await this.delete(importId);
    return deleted.ok ? success({ isCancelled: true }) : deleted;
  }

  async delete(importId: string): Promise<Result<null, Failure>> {
    if (this.#sending.isRunning(importId)) {
      return failed({ kind: 'import-busy' });
    }
    await this.#open.close(importId);
    const deleted = attempt(() => this.#files.deleteFiles(importId), importId);
    if (deleted.ok) {
      this.#list.delete(importId);
      this.#sending.forget(importId);
    }
    return deleted;
  }

  async pause(): Promise<Result<null, Failure>> {
    await this.#sending.pause();
    return success(null);
  }

  async stop(importId: string): Promise<Result<null, Failure>> {
    if (this.#sending.isRunning(importId)) {
      await this.#sending.pause();
    }
    const takenBack = await this.#ask(importId, 'takeBack', null);
    if (!takenBack.ok) {
      return takenBack;
    }
    this.#keep(importId, takenBack, itself);
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

  preparing(): readonly PreparingProgress[] {
    return [...this.#preparing.values()];
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
    this.#preparing.delete(importId);
    const summary = this.#list.find(importId);
    if (summary === undefined || this.#isClosed) {
      return;
    }
    this.#list.change(importId, changeBy(summary, outcome));
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

  async #change<Name extends PreparingCallName>(
    importId: string,
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    const opened = await this.#changeable(importId);
    return opened.ok ? await opened.value.ask(name, argument) : opened;
  }

  /** Takes over the findings in a reply, and passes it on. */
  #keep<Reply>(
    importId: string,
    result: Result<Reply, Failure>,
    checkedIn: (reply: Reply) => Checked,
  ): Result<Reply, Failure> {
    if (result.ok) {
      this.#open.known(importId)?.keep(checkedIn(result.value));
    }
    return result;
  }

  async #recount(importId: string): Promise<void> {
    if (this.#open.known(importId) !== undefined && !this.#isClosed) {
      this.#keep(importId, await this.#ask(importId, 'recount', null), itself);
    }
  }
}

function itself(checked: Checked): Checked {
  return checked;
}
