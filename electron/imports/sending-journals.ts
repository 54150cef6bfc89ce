import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { JournalLeadQueue } from '../journal/lead-queue.ts';
import type { Clock } from '../sending/ports.ts';
import type { ImportFiles } from './import-files.ts';
import { orFailure } from './journal-failure.ts';

/** The journals of imports, opened for a moment: for what is done to an import between two runs. */
export class SendingJournals {
  readonly #files: ImportFiles;
  readonly #clock: Clock;

  constructor(files: ImportFiles, clock: Clock) {
    this.#files = files;
    this.#clock = clock;
  }

  /**
   * Opens the queue of an import that nobody sends now, neither this program nor another: what was on its way may have
   * arrived. Throws a `JournalError`.
   */
  openQueue(importId: string): JournalLeadQueue {
    const clock = this.#clock;
    const queue = new JournalLeadQueue(this.#files.journalOf(importId), () => clock.wallMs());
    try {
      queue.recoverInterrupted(clock.wallMs());
      return queue;
    } catch (error) {
      queue.close();
      throw error;
    }
  }

  /** Does something with the queue of an import that nobody sends now. */
  withQueue<Value>(importId: string, work: (queue: JournalLeadQueue) => Value): Result<Value, Failure> {
    return orFailure(() => {
      const queue = this.openQueue(importId);
      try {
        return work(queue);
      } finally {
        queue.close();
      }
    });
  }

  /** Says whether a few leads are to go first, before any is put in the queue. */
  putFewFirst(importId: string, isWished: boolean): Result<null, Failure> {
    return this.withQueue(importId, (queue) => {
      queue.putFewFirst(isWished ? { rowIndexes: null, isWaiting: false } : null);
      return null;
    });
  }

  /** The user has looked at the first few and goes on: from now on all others are sent. */
  letGoOn(importId: string): Result<null, Failure> {
    return this.withQueue(importId, (queue) => {
      if (queue.fewFirst()?.isWaiting === true) {
        queue.putFewFirst(null);
      }
      return null;
    });
  }
}
