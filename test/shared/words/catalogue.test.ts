import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../../shared/words/catalogue.ts';
import { forbiddenWords } from './plain-language.ts';

const SENTENCES = sentencesOf(english, '');

test('no sentence holds a word that only programmers understand', () => {
  const bad = SENTENCES.map(({ key, text }) => ({
    key,
    words: forbiddenWords(text.replaceAll(/\{\{\w+\}\}/gu, 'x')),
  }));
  expect(bad.filter(({ words }) => words.length > 0)).toEqual([]);
});

test('Telecrm’s own term "API name" stands only where people look for it in Telecrm', () => {
  const keys = SENTENCES.filter(({ text }) => text.includes('API name')).map(({ key }) => key);
  expect(keys).toEqual(['field.guide', 'field.picture.apiName']);
});

test('what is said for one is also said for many, with the same other values', () => {
  const byKey = new Map(SENTENCES.map(({ key, text }) => [key, text]));
  for (const { key, text } of SENTENCES.filter((sentence) => sentence.key.endsWith('_one'))) {
    const other = byKey.get(key.replace(/_one$/u, '_other'));
    expect(other, key).toBeDefined();
    // "Your one row is ready" may do without its number.
    const others = namesIn(other ?? '').filter((name) => name !== 'count');
    expect(others, key).toEqual(namesIn(text).filter((name) => name !== 'count'));
  }
});

test('every sentence is said somewhere', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const source = ['renderer', 'electron', 'shared']
    .map((folder) => sourceOf(path.join(root, folder)))
    .join('\n');
  const silent = SENTENCES.map(({ key }) => key.replace(/_(one|other)$/u, '')).filter(
    (key) => !source.includes(`'${key}'`) && !isBuilt(key, source),
  );
  expect(silent).toEqual([]);
});

/** Whether a key is put together from its beginning and a variable part, as in `fates.${fate}.name`. */
function isBuilt(key: string, source: string): boolean {
  const parts = key.split('.');
  return parts.some(
    (_part, index) => index > 0 && source.includes(`\`${parts.slice(0, index).join('.')}.\${`),
  );
}

function sentencesOf(tree: object, prefix: string): { readonly key: string; readonly text: string }[] {
  return Object.entries(tree).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string'
      ? [{ key: prefix + name, text: value }]
      : sentencesOf(value, `${prefix}${name}.`),
  );
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name).sort();
}

function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.parentPath.endsWith('english'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
