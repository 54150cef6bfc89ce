import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Field, WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { Decision } from '../../../shared/cleaning/plan.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
import { suggestMapping } from '../../../shared/mapping/suggest-mapping.ts';
import type { Column } from '../../../shared/sheet/sheet.ts';
import { MappingMemory, MOST_MEMORIES } from '../../../electron/memory/mapping-memory.ts';
import { MEMORY_FILE_NAME } from '../../../electron/memory/memory-file.ts';
import { temporaryFolder } from '../journal/made-import.ts';

const SOURCE: Field = {
  apiName: 'source',
  label: 'Lead source',
  type: 'dropdown',
  options: ['Facebook', 'Walk-in'],
  trustValues: false,
};
const CITY: Field = { apiName: 'city', label: 'City', type: 'text', options: null, trustValues: false };
const CATALOG: WorkspaceCatalog = {
  fields: [...STANDARD_FIELDS, SOURCE, CITY],
  identifier: 'phone',
  actions: [],
  team: null,
};

const HEADINGS = ['Full Name', 'Mobile No.', 'Where from', 'Town', 'Note 1', 'Note 2'];

/** Targets that nobody would suggest by these headings. */
const TARGETS: Readonly<Record<string, string>> = {
  'Full Name': 'name',
  'Mobile No.': 'phone',
  'Where from': 'source',
  Town: 'city',
};

function columnsOf(headings: readonly string[]): readonly Column[] {
  return headings.map((heading, index) => ({ index, heading }));
}

function suggestionFor(headings: readonly string[]): Mapping {
  return suggestMapping(columnsOf(headings), [], CATALOG).mapping;
}

function chosenFor(headings: readonly string[]): Mapping {
  const suggested = suggestionFor(headings);
  return {
    ...suggested,
    duplicates: 'combine',
    columns: suggested.columns.map((column) => {
      const apiName = TARGETS[column.heading];
      const target =
        apiName === undefined ? { kind: 'not-sent' as const } : { kind: 'field' as const, apiName };
      return { ...column, origin: 'chosen', target };
    }),
  };
}

const FACBOOK: Decision = {
  groupId: '2:option-unknown:Facbook',
  answer: { kind: 'use-instead', text: 'Facebook' },
};

function newMemory(folder = temporaryFolder()): MappingMemory {
  let count = 0;
  return new MappingMemory(folder, () => `m${(count += 1)}`);
}

function remember(
  memory: MappingMemory,
  part: Partial<Parameters<MappingMemory['remember']>[0]> = {},
  nowMs = 1,
): void {
  const sheet = { workspaceId: 'w', fileName: 'may.csv', mapping: chosenFor(HEADINGS), decisions: [FACBOOK] };
  memory.remember({ ...sheet, ...part }, nowMs);
}

function recall(memory: MappingMemory, headings: readonly string[], workspaceId = 'w') {
  return memory.recall(workspaceId, columnsOf(headings), CATALOG, suggestionFor(headings));
}

function targetsOf(mapping: Mapping): readonly (string | null)[] {
  return mapping.columns.map(({ target }) => (target.kind === 'field' ? target.apiName : null));
}

describe('what was learned from a sheet', () => {
  it('is applied to the next one with the same headings, whatever their order and punctuation', () => {
    const memory = newMemory();
    remember(memory);
    const { mapping, decisions, drift } = recall(memory, [
      'Note 2',
      'WHERE FROM',
      'Town',
      'Note 1',
      'mobile no',
      'Full name',
    ]);
    expect(targetsOf(mapping)).toEqual([null, 'source', 'city', null, 'phone', 'name']);
    expect(mapping.columns.map(({ origin }) => origin)).toEqual(new Array<string>(6).fill('recalled'));
    expect(mapping.duplicates).toBe('combine');
    expect(decisions).toEqual([{ ...FACBOOK, groupId: '1:option-unknown:Facbook' }]);
    expect(drift).toEqual({
      memoryId: 'm1',
      rememberedAtMs: 1,
      fileName: 'may.csv',
      sameCount: 6,
      rememberedCount: 6,
      added: [],
      missing: [],
    });
  });

  it('is applied where four fifths of the headings are there, and says what is new and what is gone', () => {
    const memory = newMemory();
    remember(memory);
    const { mapping, drift } = recall(memory, [
      'Full Name',
      'Mobile No.',
      'Where from',
      'Town',
      'Note 1',
      'Email',
    ]);
    expect(drift).toMatchObject({ sameCount: 5, rememberedCount: 6, added: ['Email'], missing: ['Note 2'] });
    expect(mapping.columns.map(({ origin }) => origin).at(-1)).toBe('suggested');
    expect(targetsOf(mapping)).toEqual(['name', 'phone', 'source', 'city', null, 'email']);
  });

  it('is not applied to another workspace, to a sheet too different, or without the identifier’s column', () => {
    const memory = newMemory();
    remember(memory);
    for (const [headings, workspaceId] of [
      [HEADINGS, 'other'],
      [HEADINGS.slice(0, 4), 'w'],
      [HEADINGS.map((heading) => (heading === 'Mobile No.' ? 'Ref' : heading)), 'w'],
    ] as const) {
      const { mapping, drift } = recall(memory, headings, workspaceId);
      expect(drift).toBeNull();
      expect(mapping).toEqual(suggestionFor(headings));
    }
  });

  it('is passed over where the workspace has lost one of its fields, which is told', () => {
    const memory = newMemory();
    remember(memory);
    const poorer = { ...CATALOG, fields: CATALOG.fields.filter(({ apiName }) => apiName !== 'city') };
    const suggested = suggestMapping(columnsOf(HEADINGS), [], poorer).mapping;
    expect(memory.recall('w', columnsOf(HEADINGS), poorer, suggested)).toMatchObject({
      mapping: suggested,
      drift: { memoryId: 'm1', unfit: { kind: 'field-not-in-workspace', apiName: 'city' } },
    });
  });

  it('answers values of a column with the same heading and target in any sheet, the newest answer first', () => {
    const memory = newMemory();
    remember(memory);
    const headings = ['Mobile', 'Source'];
    const source = suggestionFor(headings);
    const answered: Decision = {
      groupId: '1:option-unknown:FB',
      answer: { kind: 'use-instead', text: 'Facebook' },
    };
    remember(memory, { mapping: source, decisions: [answered], fileName: 'a.csv' }, 2);
    const { decisions, drift } = recall(memory, ['x', 'y', 'Source', 'Phone']);
    expect(drift).toBeNull();
    expect(decisions).toEqual([{ ...answered, groupId: '2:option-unknown:FB' }]);
  });

  it('never makes a new option by itself', () => {
    const memory = newMemory();
    remember(memory, { decisions: [{ groupId: FACBOOK.groupId, answer: { kind: 'add-option' } }] });
    expect(recall(memory, HEADINGS).decisions).toEqual([]);
  });

  it('can be seen and forgotten, and forgotten whole gives back plain suggestions', () => {
    const folder = temporaryFolder();
    const memory = newMemory(folder);
    remember(memory);
    remember(memory, { mapping: chosenFor(HEADINGS.slice(0, 3)), fileName: 'june.csv' }, 2);
    const again = newMemory(folder);
    expect(again.read((_workspaceId, apiName) => apiName.toUpperCase())).toMatchObject([
      { memoryId: 'm2', workspaceId: 'w', fileName: 'june.csv', rememberedAtMs: 2 },
      {
        memoryId: 'm1',
        headings: HEADINGS,
        answers: [{ label: 'SOURCE', value: 'Facbook', becomes: 'Facebook' }],
      },
    ]);
    again.forget('m1');
    again.forget('m2');
    again.forget('m3');
    expect(again.read(() => '')).toEqual([]);
    expect(recall(newMemory(folder), HEADINGS)).toEqual({
      mapping: suggestionFor(HEADINGS),
      decisions: [],
      drift: null,
    });
  });

  it('goes with its workspace', () => {
    const folder = temporaryFolder();
    const memory = newMemory(folder);
    remember(memory);
    remember(memory, { workspaceId: 'other' }, 2);
    memory.forgetWorkspace('other');
    expect(
      newMemory(folder)
        .read(() => '')
        .map(({ workspaceId }) => workspaceId),
    ).toEqual(['w']);
  });

  it('replaces what was learned from a sheet with the same headings, and the oldest beyond the bound', () => {
    const memory = newMemory();
    remember(memory);
    remember(memory, { fileName: 'june.csv' }, 2);
    expect(memory.read(() => '')).toMatchObject([
      { memoryId: 'm1', fileName: 'june.csv', rememberedAtMs: 2 },
    ]);
    for (let index = 0; index < MOST_MEMORIES; index++) {
      remember(memory, { mapping: chosenFor([`Column ${String.fromCodePoint(0x4e00 + index)}`]) }, 3 + index);
    }
    expect(memory.read(() => '')).toHaveLength(MOST_MEMORIES);
    expect(memory.read(() => '').some(({ memoryId }) => memoryId === 'm1')).toBe(false);
  });

  it('holds no word from a cell but answered labels', () => {
    const folder = temporaryFolder();
    remember(newMemory(folder));
    const text = readFileSync(join(folder, MEMORY_FILE_NAME), 'utf8');
    const words = new Set([...text.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map((match) => match[1]));
    expect(words.has('Facbook')).toBe(true);
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['kind', 'memories', 'version']);
  });

  it.each(['', '{', '[]', '{"kind":"lead-importer-memory","version":2,"memories":[]}', 'null'])(
    'begins anew beside a file that it cannot read: %s',
    (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, MEMORY_FILE_NAME), text);
      const memory = newMemory(folder);
      expect(memory.read(() => '')).toEqual([]);
      expect(readFileSync(join(folder, 'memory.unread.json'), 'utf8')).toBe(text);
      remember(memory);
      expect(newMemory(folder).read(() => '')).toHaveLength(1);
    },
  );

  it('passes over an entry that it cannot read, and keeps the others', () => {
    const folder = temporaryFolder();
    remember(newMemory(folder));
    const file = JSON.parse(readFileSync(join(folder, MEMORY_FILE_NAME), 'utf8')) as { memories: unknown[] };
    file.memories.push({ memoryId: 'odd' }, 7);
    writeFileSync(join(folder, MEMORY_FILE_NAME), JSON.stringify(file));
    expect(
      newMemory(folder)
        .read(() => '')
        .map(({ memoryId }) => memoryId),
    ).toEqual(['m1']);
  });
});
