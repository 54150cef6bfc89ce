import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { unreachable } from '../../../shared/unreachable.ts';
import { FileTrouble } from '../file-failure.ts';
import type { SheetJsAnswer } from './sheetjs-worker.ts';
import type { ParsedSheet } from './sheetjs-rows.ts';
import { damaged, tooLarge } from './trouble.ts';

/**
 * Has SheetJS read a workbook on a thread of its own, with a limit of memory and time.
 *
 * [Note: SheetJS apart] Of ten thousand damaged .xls files some make SheetJS fill the memory until the process ends, and no
 * check before can know which. The thread is watched from here and ended early. Node's own limit for threads
 * (`resourceLimits`) is no help: reached in the middle of an allocation it aborts the whole process, which was seen, so it is
 * set far above what the watch allows. One allocation that is huge at once would still not be caught; none was seen. The
 * thread for small files is kept for the next one and does not keep the process alive.
 *
 * @param content The bytes, or the text of an XML spreadsheet or web page.
 * @throws FileTrouble `workbook-encrypted`, `workbook-damaged`, or `workbook-too-large` when a limit was reached
 */
export async function parseApart(
  fileName: string,
  content: Buffer | string,
): Promise<readonly ParsedSheet[]> {
  const isSmall = content.length <= SMALL;
  const worker = (isSmall ? idle : null) ?? startWorker();
  idle = isSmall ? null : idle;
  const answer = await ask(
    worker,
    typeof content === 'string' ? content : new Uint8Array(content),
    isSmall ? SMALL_MEMORY_MB : MOST_MEMORY_MB,
  );
  if (isSmall && answer.kind !== 'gone') {
    idle = worker;
  } else {
    void worker.terminate();
  }
  switch (answer.kind) {
    case 'sheets':
      return answer.sheets;
    case 'encrypted':
      throw new FileTrouble({ kind: 'workbook-encrypted', fileName });
    case 'damaged':
      throw damaged(fileName);
    case 'gone':
      throw tooLarge(fileName);
    default:
      return unreachable(answer);
  }
}

/** Bytes of a file for which little memory is enough: one that needs more is made, or damaged, to need it. */
const SMALL = 1_000_000;
const SMALL_MEMORY_MB = 300;

/** SheetJS needs some 800 MB for a sheet of 200,000 rows and twelve columns. */
const MOST_MEMORY_MB = 1200;

/** Never reached by a thread that is watched; the default would depend on the computer. */
const HARD_LIMIT_MB = 4000;

/** Between two looks the memory was seen to grow by ten megabytes. */
const WATCH_MS = 50;

/** Ten times what SheetJS takes on a slow computer: enough for the thread to start, then more for each megabyte. */
const LONGEST_START_MS = 6_000;
const LONGEST_MS_PER_MEGABYTE = 1_500;

let idle: Worker | null = null;

/** Built into one folder, this is one of the files beside it; in the checkout it is TypeScript, which Node strips. */
function startWorker(): Worker {
  const built = new URL('./sheetjs-worker.js', import.meta.url);
  const url = existsSync(fileURLToPath(built)) ? built : new URL('./sheetjs-worker.ts', import.meta.url);
  const worker = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: HARD_LIMIT_MB } });
  // An error that nobody listens to would end the process; `ask` listens for those that mean something.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    idle = idle === worker ? null : idle;
  });
  return worker;
}

function ask(
  worker: Worker,
  content: Uint8Array | string,
  memoryMb: number,
): Promise<SheetJsAnswer | { readonly kind: 'gone' }> {
  return new Promise((resolve) => {
    const end = (answer: SheetJsAnswer | { readonly kind: 'gone' }): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', end);
      worker.off('error', gone);
      worker.off('exit', gone);
      worker.unref();
      resolve(answer);
    };
    const gone = (): void => end({ kind: 'gone' });
    const megabytes = content.length / 1e6;
    const timer = setTimeout(gone, LONGEST_START_MS + megabytes * LONGEST_MS_PER_MEGABYTE);
    const mostBytes = process.memoryUsage.rss() + memoryMb * 1e6;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > mostBytes) {
        gone();
      }
    }, WATCH_MS);
    worker.ref();
    worker.on('message', end);
    worker.on('error', gone);
    worker.on('exit', gone);
    worker.postMessage(content);
  });
}
