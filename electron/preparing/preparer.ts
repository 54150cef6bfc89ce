import { MessageChannel, Worker } from 'node:worker_threads';
import type { Failure } from '../../shared/failure.ts';
import type { PreparingProgress } from '../../shared/import.ts';
import { failed, type Result } from '../../shared/result.ts';
import { parsingWay } from '../reading/workbook/parse-apart.ts';
import { serveParsing } from '../reading/workbook/parse-by-port.ts';
import type { FromWorker, PreparingCallName, PreparingCalls } from './calls.ts';

/**
 * Memory in which the thread makes new objects: sixteen megabytes, and the room to copy what is still needed of them. Rows die
 * young, so what newer versions of Node take, up to twice that, makes nothing faster and the program a hundred megabytes larger.
 */
const YOUNG_GENERATION_MB = 48;

/** The way to the thread that prepares one import: a promise for each call, progress as it comes. */
export class Preparer {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (result: Result<unknown, Failure>) => void>();
  #lastId = 0;
  #isClosed = false;

  /** Starts the thread. `workerUrl` is its entry: `worker.ts` in the checkout, a built file in the program. */
  constructor(workerUrl: URL, onProgress: (progress: PreparingProgress) => void) {
    // Only the main thread of Electron can start processes there; and so the next file finds one that was started before.
    const { port1, port2 } = new MessageChannel();
    serveParsing(port1, parsingWay());
    this.#worker = new Worker(workerUrl, {
      workerData: port2,
      transferList: [port2],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') {
        onProgress(message.progress);
        return;
      }
      this.#waiting.get(message.id)?.(message.result);
      this.#waiting.delete(message.id);
    });
    // A thread that dies (out of memory, most likely) must not leave its callers waiting for ever.
    this.#worker.on('error', (error: Error) => {
      this.#failAll({ kind: 'bug', detail: `${error.name}: ${error.message}` });
    });
    this.#worker.on('exit', () => {
      this.#failAll({ kind: 'cancelled' });
    });
  }

  /** Asks the thread; calls are answered in the order they were made. Answers `cancelled` once the thread has ended. */
  async call<Name extends PreparingCallName>(
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    if (this.#isClosed) {
      return failed({ kind: 'cancelled' });
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const result = new Promise<Result<unknown, Failure>>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    this.#worker.postMessage({ id, name, argument });
    return (await result) as Result<PreparingCalls[Name]['reply'], Failure>;
  }

  /** Lets calls that were made end, then ends the thread. Idempotent. */
  async close(): Promise<void> {
    if (!this.#isClosed) {
      await this.call('close', null);
      await this.terminate();
    }
  }

  /** Ends the thread at once, in the middle of whatever it does. The journal is as after a crash. */
  async terminate(): Promise<void> {
    this.#isClosed = true;
    await this.#worker.terminate();
  }

  #failAll(failure: Failure): void {
    this.#isClosed = true;
    for (const resolve of this.#waiting.values()) {
      resolve(failed(failure));
    }
    this.#waiting.clear();
  }
}
