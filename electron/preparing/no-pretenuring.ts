import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from making objects old at their birth, in all threads of the process; call it where a thread that goes through rows
 * begins.
 *
 * [Note: Rows die young] When some hundred objects of one place in the code happen to be in use at a moment of cleaning up, V8
 * concludes that all further ones from there will be needed for long and puts them beside what is old, where it looks seldom.
 * For the cells of a row that is wrong: each is needed for a millisecond, and what an old row refers to becomes old with it.
 * By the chance of that moment one import in three took a hundred megabytes more than the others, and more time.
 */
export function avoidPretenuring(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
