import { parentPort } from 'node:worker_threads';
import { answerCalls } from './answer-calls.ts';

// The entry of the preparing thread: plain Node, so that the same engine runs in the window's program, the command line
// and the tests.
if (parentPort === null) {
  throw new Error('This file is the entry of a worker thread');
}
answerCalls(parentPort);
