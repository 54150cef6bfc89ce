import { basename } from 'node:path';
import type { Failure } from '../../shared/failure.ts';
import type { ImportDetail } from '../../shared/import.ts';
import type { OpenedFiles } from '../../shared/replies.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { OpenFile } from './open-file.ts';

/** Opens files one after the other. Those that cannot be opened keep the others from nothing; fails when none can. */
export async function openFiles(
  paths: readonly string[],
  openFile: OpenFile,
): Promise<Result<OpenedFiles, Failure>> {
  let first: ImportDetail | null = null;
  const others: string[] = [];
  const refused: Failure[] = [];
  for (const path of paths) {
    const opened = await openFile(path);
    if (!opened.ok) {
      refused.push(opened.failure);
    } else if (first === null) {
      first = opened.value;
    } else {
      others.push(basename(path));
    }
  }
  if (first === null) {
    return failed(refused[0] ?? { kind: 'cancelled' });
  }
  return success({ detail: first, others, refused });
}
