import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { parseWorkbooksBy } from '../reading/workbook/parse-apart.ts';
import { parseByPort } from '../reading/workbook/parse-by-port.ts';
import { answerCalls } from './answer-calls.ts';
import { avoidPretenuring } from './no-pretenuring.ts';
import { isCheckingTask, serveChecking } from './serve-checking.ts';

// The entry of the preparing thread: plain Node, so that the same engine runs in the window's program, the command line
// and the tests. With a task it checks one sheet for a preparing thread, which starts it.
if (parentPort === null) {
  throw new Error('This file is the entry of a worker thread');
}
avoidPretenuring();
if (isCheckingTask(workerData)) {
  await serveChecking(parentPort, workerData);
} else {
  if (workerData instanceof MessagePort) {
    parseWorkbooksBy(parseByPort(workerData));
  }
  answerCalls(parentPort, new URL(import.meta.url));
}
