import { basename } from 'node:path';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportDetail, ImportSummary, PreparingProgress } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import { GlobalJournal } from '../journal/global-journal.ts';
import { systemBootClock } from '../journal/boot-clock.ts';
import { SystemClock } from '../sending/system-clock.ts';
import { attempt, failureOf } from './failure-of.ts';
import { ImportAccess } from './import-access.ts';
import { ImportChanges } from './import-changes.ts';
import { ImportCounts } from './import-counts.ts';
import type { ImportDesk } from './import-desk-port.ts';
import { importFiles, type ImportFiles } from './import-files.ts';
import { ImportList } from './import-list.ts';
import type { ImportDeskOptions, OpenWish } from './import-desk-options.ts';
import { ImportOpening } from './import-opening.ts';
import { ImportSending } from './import-sending.ts';
import { ImportWorkspace } from './import-workspace.ts';
import { OpenImports } from './open-imports.ts';
import { SendingDesk } from './sending-desk.ts';
import { SendingRecord } from './sending-record.ts';

/** Opens the desk, or says why this machine's records cannot be opened. They are never replaced. */
export function openImportDesk(options: ImportDeskOptions): Promise<Result<JournalImportDesk, Failure>> {
  try {
    const files = importFiles(options.dataFolder);
    // A clock that a test owns does not go with the time since the machine started.
    const boot = options.clock === undefined ? systemBootClock() : null;
    const desk = new JournalImportDesk(options, files, new GlobalJournal(files.globalJournal, boot));
    desk.recover();
    return Promise.resolve(success(desk));
  } catch (error) {
    return Promise.resolve(failed(failureOf(error, options.dataFolder)));
  }
}

/** The import desk on journals: see the port for what each method promises. */
export class JournalImportDesk implements ImportDesk {
  readonly #files: ImportFiles;
  readonly #global: GlobalJournal;
  readonly #list: ImportList;
  readonly #sending: SendingDesk;
  readonly #record: SendingRecord;
  readonly #open: OpenImports;
  readonly #access: ImportAccess;
  readonly #opening: ImportOpening;
  readonly #changes: ImportChanges;
  readonly #counts: ImportCounts;
  readonly #onTheWay: ImportSending;
  readonly #workspace: ImportWorkspace;
  readonly #listeners = new Set<() => void>();
  readonly #preparing = new Map<string, PreparingProgress>();
  #isClosed = false;

  /** Use `openImportDesk`, which also recovers what a crash left behind. */
  constructor(options: ImportDeskOptions, files: ImportFiles, global: GlobalJournal) {
    const { surroundings } = options;
    const list = new ImportList(global, this.#announce, (importId) => {
      // Another program changed it: what its thread here knows of it is out of date.
      void this.#open.close(importId);
    });
    const sending = new SendingDesk({
      dataFolder: options.dataFolder,
      files,
      global,
      surroundings,
      clock: options.clock ?? new SystemClock(),
      list,
      line: options.line ?? 'moves',
      system: options.system ?? null,
      announce: this.#announce,
      onRunEnded: (importId) => this.#counts.recount(importId),
    });
    const open = new OpenImports({
      workerUrl: options.workerUrl,
      files,
      list,
      surroundings,
      undecided: options.undecided ?? 'wait',
      memory: options.memory ?? null,
      isSending: (importId) => sending.isRunning(importId),
      onProgress: (progress) => {
        this.#preparing.set(progress.importId, progress);
        this.#announce();
      },
      onSettled: (importId, outcome) => {
        this.#preparing.delete(importId);
        this.#counts.settled(importId, outcome);
      },
    });
    const access = new ImportAccess({ open, list, isSending: (importId) => sending.isRunning(importId) });
    this.#files = files;
    this.#global = global;
    this.#list = list;
    this.#sending = sending;
    this.#record = new SendingRecord(files, list);
    this.#open = open;
    this.#access = access;
    this.#opening = new ImportOpening({ access, files, list, open });
    this.#changes = new ImportChanges(access, list);
    this.#counts = new ImportCounts({
      files,
      list,
      open,
      access,
      isSent: (importId) => sending.isRunning(importId),
    });
    this.#workspace = new ImportWorkspace({ access, list, sending, surroundings, global });
    this.#onTheWay = new ImportSending({
      access,
      list,
      sending,
      surroundings,
      global,
      memory: options.memory ?? null,
    });
  }

  /** Finds what a crash left on its way. Part of opening. */
  recover(): void {
    this.#sending.recover();
  }

  open(path: string, workspaceId: string, wish: OpenWish = {}): Promise<Result<ImportDetail, Failure>> {
    return this.#opening.open(path, workspaceId, wish);
  }

  /** The outcome of reading and checking, once it is there. */
  whenPrepared(importId: string): Promise<Result<ImportDetail, Failure>> {
    return this.#opening.whenPrepared(importId);
  }

  readonly openPasted: ImportDesk['openPasted'] = (text, fileName, workspaceId) =>
    this.#opening.openPasted(text, fileName, workspaceId);

  readonly read: ImportDesk['read'] = (importId) => this.#opening.read(importId);

  readonly setReading: ImportDesk['setReading'] = (importId, reading) =>
    this.#changes.setReading(importId, reading);

  readonly match: ImportDesk['match'] = (importId, mapping) => this.#changes.match(importId, mapping);

  readonly loadRecipe: ImportDesk['loadRecipe'] = (importId, text, fileName) =>
    this.#changes.loadRecipe(importId, text, fileName);

  readonly page: ImportDesk['page'] = (importId, filter, offset, limit) =>
    this.#access.ask(importId, 'page', { filter, offset, limit });

  readonly edit: ImportDesk['edit'] = (importId, rowIndex, columnIndex, text) =>
    this.#changes.edit(importId, rowIndex, columnIndex, text);

  readonly skipRow: ImportDesk['skipRow'] = (importId, rowIndex, isSkipped) =>
    this.#changes.skipRow(importId, rowIndex, isSkipped);

  readonly decide: ImportDesk['decide'] = (importId, groupId, answer) =>
    this.#changes.decide(importId, groupId, answer);

  readonly values: ImportDesk['values'] = (importId, query) => this.#access.ask(importId, 'values', query);

  readonly duplicates: ImportDesk['duplicates'] = (importId, offset, limit) =>
    this.#access.ask(importId, 'duplicates', { offset, limit });

  readonly decideDuplicate: ImportDesk['decideDuplicate'] = (importId, rowIndex, choice) =>
    this.#changes.decideDuplicate(importId, rowIndex, choice);

  readonly undo: ImportDesk['undo'] = (importId) => this.#changes.undo(importId);

  readonly redo: ImportDesk['redo'] = (importId) => this.#changes.redo(importId);

  readonly setWorkspace: ImportDesk['setWorkspace'] = (importId, workspaceId) =>
    this.#workspace.set(importId, workspaceId);

  readonly receipt: ImportDesk['receipt'] = (importId) => this.#onTheWay.receipt(importId);

  readonly send: ImportDesk['send'] = (importId, speed, fewFirst = false) =>
    this.#onTheWay.send(importId, { speed, fewFirst });

  readonly remember: ImportDesk['remember'] = (importId) => this.#onTheWay.remember(importId);

  readonly retry: ImportDesk['retry'] = (importId, fate, rowIndexes = null) =>
    this.#sending.retry(importId, fate, rowIndexes);

  readonly attempts: ImportDesk['attempts'] = (importId, rowIndex, offset, limit) =>
    Promise.resolve(this.#record.attempts(importId, rowIndex, offset, limit));

  readonly events: ImportDesk['events'] = (importId, offset, limit) =>
    Promise.resolve(this.#record.events(importId, offset, limit));

  readonly moveInLine: ImportDesk['moveInLine'] = (importId, place) =>
    this.#sending.moveInLine(importId, place);

  readonly saveReport: ImportDesk['saveReport'] = async (importId, rows, path) => {
    const written = await this.#access.ask(importId, 'report', { path, rows });
    return written.ok ? success({ fileName: basename(path) }) : written;
  };

  readonly recipe: ImportDesk['recipe'] = async (importId) => {
    const opened = await this.#access.get(importId);
    return opened.ok ? opened.value.recipe(this.#list.find(importId)?.fileName ?? '') : opened;
  };

  async cancel(importId: string): Promise<Result<{ isCancelled: boolean }, Failure>> {
    if (this.#list.find(importId)?.stage !== 'reading') {
      return success({ isCancelled: false });
    }
    const deleted = await this.delete(importId);
    return deleted.ok ? success({ isCancelled: true }) : deleted;
  }

  async delete(importId: string): Promise<Result<null, Failure>> {
    return await this.#sending.whileNotSent(importId, async () => {
      await this.#open.close(importId);
      const deleted = attempt(() => this.#files.deleteFiles(importId), importId);
      if (deleted.ok) {
        this.#sending.forget(importId);
        this.#list.delete(importId);
      }
      return deleted;
    });
  }

  async pause(): Promise<Result<null, Failure>> {
    await this.#sending.pause();
    return success(null);
  }

  readonly stop: ImportDesk['stop'] = (importId) => this.#onTheWay.stop(importId);

  readonly continue: ImportDesk['continue'] = (importId) => this.#sending.continue(importId);

  readonly setSpeed: ImportDesk['setSpeed'] = (importId, speed) => this.#sending.setSpeed(importId, speed);

  workspaceChanged(workspaceId: string): void {
    this.#sending.workspaceChanged(workspaceId);
    for (const [importId, opened] of this.#open.all()) {
      const summary = this.#list.find(importId);
      if (summary?.workspaceId === workspaceId && summary.stage === 'open' && !opened.isBusy) {
        // Its end is announced like that of any check.
        void opened.workspaceChanged();
      }
    }
  }

  tokenSaved(workspaceId: string): void {
    this.#sending.tokenSaved(workspaceId);
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

  line(): readonly string[] {
    return this.#sending.line();
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
    this.#counts.close();
    await this.#sending.close();
    await this.#open.closeAll();
    this.#global.close();
  }

  readonly #announce = (): void => {
    for (const listener of this.#listeners) {
      listener();
    }
  };

  hold(importId: string): () => void {
    return this.#open.hold(importId);
  }

  countAnew(importId: string): Promise<void> {
    return this.#counts.countAnew(importId);
  }
}
