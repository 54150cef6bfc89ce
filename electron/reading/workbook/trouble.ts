import { MAX_RECORD_CHARACTERS } from '../../../shared/sheet/limits.ts';
import { FileTrouble } from '../file-failure.ts';

/** For a workbook whose bytes contradict themselves: cut off, overwritten, or made to do harm. */
export function damaged(fileName: string): FileTrouble {
  return new FileTrouble({ kind: 'workbook-damaged', fileName });
}

/** For a cell longer than any spreadsheet program lets one be. `rowNumber` is 1-based. */
export function rowTooLong(fileName: string, rowNumber: number): FileTrouble {
  return new FileTrouble({ kind: 'row-too-long', fileName, rowNumber, limit: MAX_RECORD_CHARACTERS });
}

/** For a workbook that would need more memory or time than a spreadsheet ever should. */
export function tooLarge(fileName: string): FileTrouble {
  return new FileTrouble({ kind: 'workbook-too-large', fileName });
}
