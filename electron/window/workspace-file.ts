import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import { parseWorkspace } from '../../shared/mapping/parse-workspace.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { fileFailureOf } from '../reading/file-failure.ts';
import { ownFileText } from '../reading/own-file-text.ts';

/** A workspace with every list full of options has some ten megabytes; anything beyond this is another file. */
const LARGEST_WORKSPACE_BYTES = 64 * 1024 * 1024;

/** Reads a workspace file that the user chose, and says what is wrong with any other. */
export async function readWorkspaceFile(workspacePath: string): Promise<Result<Workspace, Failure>> {
  const fileName = path.basename(workspacePath);
  try {
    const { size } = await stat(workspacePath);
    return size > LARGEST_WORKSPACE_BYTES
      ? failed({ kind: 'workspace-unreadable', fileName, detail: 'It is too large.' })
      : parseWorkspace(ownFileText(await readFile(workspacePath)), fileName);
  } catch (error) {
    return failed(fileFailureOf(error, fileName) ?? { kind: 'file-unreadable', fileName, code: 'unknown' });
  }
}

/** Writes a workspace file; answers with its bare name. */
export async function writeWorkspaceFile(
  workspacePath: string,
  text: string,
): Promise<Result<{ readonly fileName: string }, Failure>> {
  const fileName = path.basename(workspacePath);
  try {
    await writeFile(workspacePath, text);
    return success({ fileName });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed(code === 'ENOSPC' ? { kind: 'disk-full' } : { kind: 'cannot-write', fileName, code });
  }
}
