import { expect, test } from 'vitest';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { parseWorkspace } from '../../../shared/mapping/parse-workspace.ts';

test('a workspace file written by hand needs a name and no more', () => {
  expect(parseWorkspace('{"version":1,"name":"College"}', 'w.json')).toEqual({
    ok: true,
    value: newWorkspace('College'),
  });
});

test('a newer workspace file asks for a newer program', () => {
  expect(parseWorkspace('{"version":2}', 'w.json')).toEqual({
    ok: false,
    failure: { kind: 'workspace-newer', fileName: 'w.json', version: 2 },
  });
});

test('a recipe in its place is told, and no newer program is asked for', () => {
  expect(
    parseWorkspace('{"kind":"lead-importer-recipe","version":2,"name":"x","columns":[]}', 'r.json'),
  ).toEqual({
    ok: false,
    failure: {
      kind: 'workspace-unreadable',
      fileName: 'r.json',
      detail: 'It is a recipe, not a workspace file.',
    },
  });
});

test('a token does not belong into the file, and is not quoted either', () => {
  const parsed = parseWorkspace('{"version":1,"name":"College","token":"s3cret"}', 'w.json');
  expect(parsed).toMatchObject({
    ok: false,
    failure: { kind: 'workspace-unreadable', detail: 'The file: has a part that is not known: token.' },
  });
});

test.each([
  '',
  'null',
  '5',
  '{"version":1,"name":"College","defaultCountry":"India"}',
  '{"version":0,"name":"x"}',
  '{"version":1,"name":"College","identifier":"passport"}',
  '{"version":1,"name":"College","identifier":"rating"}',
])('%j is refused', (text) => {
  expect(parseWorkspace(text, 'w.json')).toMatchObject({
    ok: false,
    failure: { kind: 'workspace-unreadable', fileName: 'w.json' },
  });
});

test('two actions of one type in a workspace file are refused by name', () => {
  const action = { type: 'ACTION_7', label: 'Visit', fields: [] };
  const text = JSON.stringify({ version: 1, name: 'College', actions: [action, action] });
  expect(parseWorkspace(text, 'w.json')).toEqual({
    ok: false,
    failure: { kind: 'api-name-twice', apiName: 'ACTION_7' },
  });
});
