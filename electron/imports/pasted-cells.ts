import type { Failure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { failureOf } from './failure-of.ts';
import type { ImportFiles } from './import-files.ts';

/** The text form in which every spreadsheet program puts cells on the clipboard, as they are kept here. */
export const PASTED_READING = { encoding: 'utf-8', delimiter: '\t' } as const;

/** Pasted cells and the import that they belong to. */
export type Pasted = { readonly importId: string; readonly fileName: string; readonly text: string };

/** Writes pasted cells into a file and lets `open` open it; when that fails, the file is gone again. */
export async function keepWhile<Value>(
  files: ImportFiles,
  { importId, fileName, text }: Pasted,
  open: (path: string) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  let path: string;
  try {
    path = files.keepPasted(importId, fileName, text);
  } catch (error) {
    return failed(failureOf(error, fileName));
  }
  const opened = await open(path);
  if (!opened.ok) {
    files.deleteFiles(importId);
  }
  return opened;
}
