import { expect, it } from 'vitest';
import { ownFileText } from '../../../electron/reading/own-file-text.ts';
import { parseRecipe } from '../../../shared/mapping/recipe.ts';

const RECIPE = JSON.stringify({
  kind: 'lead-importer-recipe',
  version: 2,
  name: 'Kurse für Köln, नमस्ते',
  columns: [{ heading: 'Mobile', target: { kind: 'field', apiName: 'phone' } }],
});
const MARK = '\ufeff';

it.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(RECIPE)],
  ['UTF-8 with a mark', Buffer.from(MARK + RECIPE)],
  ['UTF-16, little end first', Buffer.from(MARK + RECIPE, 'utf16le')],
  ['UTF-16, little end first, without a mark', Buffer.from(RECIPE, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(MARK + RECIPE, 'utf16le').swap16()],
  ['UTF-16, big end first, without a mark', Buffer.from(RECIPE, 'utf16le').swap16()],
])('a recipe in %s is read', (_encoding, bytes) => {
  expect(parseRecipe(ownFileText(bytes), 'r.json')).toMatchObject({
    ok: true,
    value: { name: 'Kurse für Köln, नमस्ते' },
  });
});

it.each([[''], ['7'], ['\0\0\0'], ['\ufeff']])('nonsense stays nonsense and does not throw: %j', (text) => {
  expect(parseRecipe(ownFileText(Buffer.from(text)), 'r.json').ok).toBe(false);
  expect(parseRecipe(ownFileText(Buffer.from([0xfe, 0xff, 0x7b])), 'r.json').ok).toBe(false);
});
