// The process in which SheetJS runs, by itself; see [Note: SheetJS apart]. A second thread of it, of this same file, watches
// the first, which cannot look up from its work.
import { serialize } from 'node:v8';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { ParseOrder, ParserMessage } from './parser-process.ts';

/** What the watching thread is told: how far the process may go, or that it has nothing to do. */
type Watch = { readonly mostBytes: number; readonly longestMs: number } | null;

/** Between two looks the memory was seen to grow by ten megabytes. */
const LOOK_MS = 50;

if (isMainThread) {
  await answer();
} else {
  watch();
}

async function answer(): Promise<void> {
  const watcher = new Worker(new URL(import.meta.url));
  const { parseWithSheetJs } = await import('./parse-with-sheetjs.ts');
  // SheetJS tells the console what it does not understand, down to pieces of the file, which belong in no log.
  const nothing = (): void => undefined;
  Object.assign(console, { error: nothing, warn: nothing, log: nothing });
  listen(({ form, bytes, mostBytes, longestMs }) => {
    watcher.postMessage({ mostBytes, longestMs } satisfies Watch);
    for (const piece of parseWithSheetJs(form, bytes)) {
      say({ kind: 'piece', bytes: new Uint8Array(serialize(piece)) });
    }
    watcher.postMessage(null satisfies Watch);
    say({ kind: 'answered' });
  });
}

/** Under plain Node messages come over a channel of the process, under Electron over a port. */
function listen(take: (order: ParseOrder) => void): void {
  if (process.send === undefined) {
    process.parentPort.on('message', ({ data }) => take(data as ParseOrder));
  } else {
    process.on('message', (order) => take(order as ParseOrder));
    process.on('disconnect', () => process.exit());
  }
}

function say(message: ParserMessage): void {
  if (process.send === undefined) {
    process.parentPort.postMessage(message);
  } else {
    process.send(message);
  }
}

/** Ends the whole process when it has grown too much or works too long, also where nobody is there any more to do so. */
function watch(): void {
  let order: Watch = null;
  let firstBytes = 0;
  let untilMs = 0;
  parentPort?.on('message', (next: Watch) => {
    order = next;
    firstBytes = process.memoryUsage.rss();
    untilMs = performance.now() + (next?.longestMs ?? 0);
  });
  setInterval(() => {
    if (
      order !== null &&
      (process.memoryUsage.rss() - firstBytes > order.mostBytes || performance.now() > untilMs)
    ) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, LOOK_MS);
}
