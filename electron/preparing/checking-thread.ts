import { Worker } from 'node:worker_threads';
import type { Plan } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type { DateColumn } from '../../shared/import.ts';
import type { Result } from '../../shared/result.ts';
import type { SheetFacts } from '../../shared/sheet/sheet.ts';
import type { BlockFindings } from './block-checker.ts';

/** What a checking thread is started with. */
export type CheckingTask = {
  readonly kind: 'check-sheet';
  readonly sourcePath: string;
  readonly facts: SheetFacts;
  readonly plan: Plan;
};

/** What checking a whole sheet found besides its rows. */
export type CheckingEnd = { readonly rowCount: number; readonly dates: readonly DateColumn[] };

/** Checking thread to the one that started it, which answers every message with findings once it has taken them. */
export type FromChecking =
  | {
      readonly kind: 'findings';
      /** The next blocks, in the order of the sheet. */
      readonly blocks: readonly BlockFindings[];
      /** How much of the file was read, 0 to 1. */
      readonly fraction: number;
    }
  | { readonly kind: 'end'; readonly result: Result<CheckingEnd, Failure> };

/** The thread ended before it came to the end of the sheet: it had too little memory, or could not be started at all. */
export class CheckingThreadGone extends Error {
  override readonly name = 'CheckingThreadGone';
}

/** A sheet that is being checked in a thread of its own. */
export type CheckingThread = {
  /** Settles after the last findings were taken. Rejects with `CheckingThreadGone`, or with what `takeFindings` threw. */
  readonly end: Promise<Result<CheckingEnd, Failure>>;
  /** Ends the thread, wherever it is; its memory is free afterwards. Idempotent. */
  readonly stop: () => Promise<void>;
};

/** Memory in which the thread makes new objects; it keeps nothing of a row, so there is less to copy than where rows are kept. */
const YOUNG_GENERATION_MB = 24;

/**
 * Reads a sheet once more, in a thread of its own, and checks its rows there. Handing over the rows that are read here would
 * cost more than reading them twice does.
 *
 * @param workerUrl The entry of the preparing thread, which becomes a checking one by its task.
 * @param takeFindings Called with the next blocks and with how much of the file was checked.
 */
export function checkApart(
  workerUrl: URL,
  task: CheckingTask,
  takeFindings: (blocks: readonly BlockFindings[], fraction: number) => void,
): CheckingThread {
  const worker = new Worker(workerUrl, {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const end = new Promise<Result<CheckingEnd, Failure>>((resolve, reject) => {
    worker.on('message', (message: FromChecking) => {
      if (message.kind === 'end') {
        resolve(message.result);
        return;
      }
      try {
        takeFindings(message.blocks, message.fraction);
        worker.postMessage(null);
      } catch (error) {
        reject(error instanceof Error ? error : new Error('Findings were not taken'));
      }
    });
    worker.on('error', (error: Error) => reject(new CheckingThreadGone(error.message)));
    worker.on('exit', () => reject(new CheckingThreadGone('The thread ended')));
  });
  // Whoever reads meanwhile asks for it afterwards.
  end.catch(() => undefined);
  return {
    end,
    stop: async () => {
      await worker.terminate();
    },
  };
}
