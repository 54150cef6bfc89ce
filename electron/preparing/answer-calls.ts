import type { MessagePort } from 'node:worker_threads';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { makeWords } from '../../shared/words/make-words.ts';
import { openImportJournal, type ImportJournal } from '../journal/import-journal.ts';
import { asJournalError, JournalError } from '../journal/journal-error.ts';
import { lookAtFile } from '../reading/look-at-file.ts';
import type { FromWorker, PreparingCalls, ToWorker } from './calls.ts';
import { PreparedImport, type Progress } from './prepared-import.ts';
import { stageSheet } from './stage-sheet.ts';
import { writeReport } from './write-report.ts';

/** Least time between two snapshots of progress. */
const PROGRESS_INTERVAL_MS = 100;

/**
 * Serves the calls of one client, one after the other in the order they came, for one import.
 *
 * @param workerUrl The entry of this thread, by which it starts one that checks.
 */
export function answerCalls(port: MessagePort, workerUrl: URL): void {
  const desk = new PreparingDesk(workerUrl, (progress) => {
    port.postMessage({ kind: 'progress', progress } satisfies FromWorker);
  });
  let last: Promise<void> = Promise.resolve();
  port.on('message', (call: ToWorker) => {
    last = last.then(async () => {
      const result = await desk.answer(call);
      port.postMessage({ kind: 'reply', id: call.id, result } satisfies FromWorker);
      if (call.name === 'close') {
        port.close();
      }
    });
  });
}

class PreparingDesk {
  readonly #workerUrl: URL;
  readonly #report: (progress: Progress & { importId: string }) => void;
  #importId = '';
  #journal: ImportJournal | null = null;
  #prepared: PreparedImport | null = null;
  #reportedAtMs = 0;

  constructor(workerUrl: URL, report: (progress: Progress & { importId: string }) => void) {
    this.#workerUrl = workerUrl;
    this.#report = report;
  }

  /** The answer to a call; trouble with files is a failure, anything unforeseen the failure `bug`. Never rejects. */
  async answer(call: ToWorker): Promise<Result<unknown, Failure>> {
    try {
      return await this.#answer(call);
    } catch (error) {
      // What was in memory may be ahead of what is on disk now; the next call begins again from the disk.
      this.#prepared = null;
      const known = asJournalError(error, this.#journal?.path ?? '');
      if (known instanceof JournalError) {
        return failed(known.failure);
      }
      return failed({
        kind: 'bug',
        detail: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
      });
    }
  }

  async #answer(call: ToWorker): Promise<Result<unknown, Failure>> {
    switch (call.name) {
      case 'look':
        return await lookAtFile(call.argument.path, call.argument.wish);
      case 'stage': {
        this.#open(call.argument.importId, call.argument.journalPath);
        const staged = await stageSheet(this.#openJournal(), call.argument, this.#progress, {
          workerUrl: this.#workerUrl,
        });
        if (!staged.ok) {
          return staged;
        }
        this.#prepared = staged.value;
        return success(this.#opened().prepared());
      }
      case 'load':
        this.#open(call.argument.importId, call.argument.journalPath);
        this.#prepared = PreparedImport.load(this.#openJournal());
        return success(this.#prepared === null ? null : this.#prepared.prepared());
      case 'source': {
        const journal = openImportJournal(call.argument.journalPath);
        const sourcePath = journal.facts.get('sourcePath');
        const facts = journal.facts.get('sheet');
        journal.database.close();
        return success(sourcePath === null || facts === null ? null : { sourcePath, facts });
      }
      case 'check': {
        const { matching, context, undecided } = call.argument;
        await this.#opened().check(matching, context, undecided, this.#progressAndPause);
        return success(this.#opened().prepared());
      }
      case 'page':
        return success(this.#opened().page(call.argument.filter, call.argument.offset, call.argument.limit));
      case 'edit':
        this.#opened().edit(call.argument.rowIndex, call.argument.columnIndex, call.argument.text);
        return success(this.#edited(call.argument.rowIndex));
      case 'skipRow':
        this.#opened().skipRow(call.argument.rowIndex, call.argument.isSkipped);
        return success(this.#edited(call.argument.rowIndex));
      case 'decide':
        this.#opened().decide(call.argument.groupId, call.argument.answer);
        return success(this.#opened().checked());
      case 'values':
        return success(this.#opened().values(call.argument));
      case 'duplicates':
        return success(this.#opened().duplicates(call.argument.offset, call.argument.limit));
      case 'decideDuplicate': {
        const { rowIndex, choice } = call.argument;
        const named = choice?.kind === 'use-row' ? choice.rowIndex : rowIndex;
        if (!this.#opened().isSamePerson(rowIndex, named)) {
          return failed({ kind: 'bad-request', detail: 'The rows are not of one person.' });
        }
        this.#opened().decideDuplicate(rowIndex, choice);
        return success(this.#opened().checked());
      }
      case 'undo':
        this.#opened().undo();
        return success(this.#opened().checked());
      case 'redo':
        this.#opened().redo();
        return success(this.#opened().checked());
      case 'freeze': {
        const queuedCount = this.#opened().freeze(call.argument.atMs);
        return success({ queuedCount, checked: this.#opened().checked() });
      }
      case 'takeBack':
        this.#opened().takeBack();
        return success(this.#opened().checked());
      case 'tally':
        return success(this.#opened().tally());
      case 'recount':
        return success(this.#opened().checked());
      case 'report': {
        const { facts } = this.#opened().prepared();
        return await writeReport(call.argument.path, {
          views: this.#opened().everyView(),
          columns: facts.columns,
          fields: this.#opened().fields(),
          rows: call.argument.rows,
          words: makeWords('en'),
        });
      }
      case 'close':
        this.#journal?.database.close();
        this.#journal = null;
        this.#prepared = null;
        return success(null);
      default:
        return unreachable(call);
    }
  }

  #open(importId: string, journalPath: string): void {
    this.#journal?.database.close();
    this.#prepared = null;
    this.#importId = importId;
    this.#journal = openImportJournal(journalPath);
  }

  #openJournal(): ImportJournal {
    if (this.#journal === null) {
      throw new Error('No journal is open');
    }
    return this.#journal;
  }

  #opened(): PreparedImport {
    this.#prepared ??= PreparedImport.load(this.#openJournal());
    if (this.#prepared === null) {
      throw new Error('The import was not staged');
    }
    return this.#prepared;
  }

  #edited(rowIndex: number): PreparingCalls['edit']['reply'] {
    return { row: this.#opened().view(rowIndex), checked: this.#opened().checked() };
  }

  readonly #progress = (progress: Progress): void => {
    const nowMs = performance.now();
    if (nowMs - this.#reportedAtMs >= PROGRESS_INTERVAL_MS || progress.fraction === 1) {
      this.#reportedAtMs = nowMs;
      this.#report({ ...progress, importId: this.#importId });
    }
  };

  readonly #progressAndPause = async (progress: Progress): Promise<void> => {
    this.#progress(progress);
    // Lets the thread's other messages (its end, most of all) be noticed.
    await new Promise((resolve) => setImmediate(resolve));
  };
}
