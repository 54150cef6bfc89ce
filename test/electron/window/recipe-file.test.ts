import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecipeFile, writeRecipeFile } from '../../../electron/window/recipe-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a recipe is read as it was written', async () => {
  const recipePath = path.join(folder, 'मेरी recipe.json');
  expect(await writeRecipeFile(recipePath, '{"version":1}\n')).toStrictEqual({
    ok: true,
    value: { fileName: 'मेरी recipe.json' },
  });
  expect(readFileSync(recipePath, 'utf8')).toBe('{"version":1}\n');
  expect(await readRecipeFile(recipePath)).toStrictEqual({
    ok: true,
    value: { text: '{"version":1}\n', fileName: 'मेरी recipe.json' },
  });
});

test('trouble is told without the folder in which it lies', async () => {
  const missing = await readRecipeFile(path.join(folder, 'gone.json'));
  expect(missing).toStrictEqual({ ok: false, failure: { kind: 'file-missing', fileName: 'gone.json' } });
  const unwritable = await writeRecipeFile(path.join(folder, 'no', 'r.json'), '{}');
  expect(unwritable).toStrictEqual({
    ok: false,
    failure: { kind: 'cannot-write', fileName: 'r.json', code: 'ENOENT' },
  });
});

test('a file far too large for a recipe is not loaded', async () => {
  const huge = path.join(folder, 'leads.json');
  writeFileSync(huge, '');
  truncateSync(huge, 1024 ** 3);
  expect(await readRecipeFile(huge)).toMatchObject({ ok: false, failure: { kind: 'recipe-unreadable' } });
});
