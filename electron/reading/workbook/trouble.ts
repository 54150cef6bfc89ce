import { FileTrouble } from '../file-failure.ts';

/** For a workbook whose bytes contradict themselves: cut off, overwritten, or made to do harm. */
export function damaged(fileName: string): FileTrouble {
  return new FileTrouble({ kind: 'workbook-damaged', fileName });
}

/** For a workbook that would need more memory or time than a spreadsheet ever should. */
export function tooLarge(fileName: string): FileTrouble {
  return new FileTrouble({ kind: 'workbook-too-large', fileName });
}
