import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { fileFailureOf } from '../reading/file-failure.ts';
import { ownFileText } from '../reading/own-file-text.ts';

/** A recipe of a thousand columns has some hundred kilobytes; anything beyond this is another file. */
const LARGEST_RECIPE_BYTES = 16 * 1024 * 1024;

/** Reads the text of a recipe file; what stands in it is for `parseRecipe` to judge. */
export async function readRecipeFile(
  recipePath: string,
): Promise<Result<{ readonly text: string; readonly fileName: string }, Failure>> {
  const fileName = path.basename(recipePath);
  try {
    const { size } = await stat(recipePath);
    return size > LARGEST_RECIPE_BYTES
      ? failed({ kind: 'recipe-unreadable', fileName, detail: 'It is too large.' })
      : success({ text: ownFileText(await readFile(recipePath)), fileName });
  } catch (error) {
    return failed(fileFailureOf(error, fileName) ?? { kind: 'file-unreadable', fileName, code: 'unknown' });
  }
}

/** Writes a recipe file; answers with its bare name. */
export async function writeRecipeFile(
  recipePath: string,
  text: string,
): Promise<Result<{ readonly fileName: string }, Failure>> {
  const fileName = path.basename(recipePath);
  try {
    await writeFile(recipePath, text);
    return success({ fileName });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed(code === 'ENOSPC' ? { kind: 'disk-full' } : { kind: 'cannot-write', fileName, code });
  }
}
