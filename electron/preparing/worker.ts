import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { parseWorkbooksBy } from '../reading/workbook/parse-apart.ts';
import { parseByPort } from '../reading/workbook/parse-by-port.ts';
import { answerCalls } from './answer-calls.ts';

// The entry of the preparing thread: plain Node, so that the same engine runs in the window's program, the command line
// and the tests.
if (parentPort === null) {
  throw new Error('This file is the entry of a worker thread');
}
if (workerData instanceof MessagePort) {
  parseWorkbooksBy(parseByPort(workerData));
}
answerCalls(parentPort);
