import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../shared/catalog/field.ts';
import { NO_EDITS } from '../../../shared/cleaning/cleaned-row.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { ValuePage } from '../../../shared/import.ts';
import { DEFAULT_CHOICES, type Mapping } from '../../../shared/mapping/mapping.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import type { CheckingContext, ValueQuery } from '../../../electron/preparing/calls.ts';
import { ColumnValues, MOST_VALUES, wholeCell } from '../../../electron/preparing/column-values.ts';
import { PreparedImport } from '../../../electron/preparing/prepared-import.ts';
import { CONTEXT, NAME_AND_PHONE, phoneOf, stage, temporaryFolder } from '../journal/made-import.ts';

const CITY: Field = {
  apiName: 'city',
  label: 'City',
  type: 'dropdown',
  options: ['Pune', 'Surat', 'Indore'],
  trustValues: false,
};

const INTERESTS: Field = {
  apiName: 'interests',
  label: 'Interests',
  type: 'tags',
  options: ['Flat', 'Plot'],
  trustValues: false,
};

const WITH_LISTS: CheckingContext = { ...CONTEXT, fields: [...STANDARD_FIELDS, CITY, INTERESTS] };

/** Phone and one more column, which goes to `apiName`. */
function mappingTo(apiName: string): Mapping {
  const [, phone] = NAME_AND_PHONE.columns;
  const first = phone === undefined ? [] : [{ ...phone, columnIndex: 0 }];
  const second =
    phone === undefined ? [] : [{ ...phone, heading: 'List', target: { kind: 'field' as const, apiName } }];
  return { ...NAME_AND_PHONE, columns: [...first, ...second] };
}

function prepare(cities: readonly string[], apiName = 'city', path = journalPath()): PreparedImport {
  const rows = cities.map((city, index) => [phoneOf(index), city]);
  return stage(path, rows, mappingTo(apiName), WITH_LISTS).prepared;
}

function journalPath(): string {
  return join(temporaryFolder(), 'import.sqlite');
}

function ask(prepared: PreparedImport, part: Partial<ValueQuery> = {}): ValuePage {
  const destination = { kind: 'field' as const, apiName: 'city' };
  const whole = { columnIndex: 1, destination, search: '', openOnly: false, offset: 0, limit: 100 };
  return prepared.values({ ...whole, ...part });
}

const TO_INTERESTS = { destination: { kind: 'field' as const, apiName: 'interests' } };

function shown(page: ValuePage): readonly (readonly unknown[])[] {
  return page.values.map(({ value, rowCount, suggestion, isListed, answer }) => [
    value,
    rowCount,
    suggestion,
    isListed,
    answer?.kind ?? null,
  ]);
}

const CITIES = ['Pune', 'Punee', ' pune ', 'Surat', 'Punee', 'Delhi', '', 'NA'];

describe('the distinct values of a column', () => {
  it('are counted, most rows first, with what they are or are most like', () => {
    const page = ask(prepare(CITIES));
    expect(shown(page)).toEqual([
      ['Punee', 2, 'Pune', false, null],
      ['Pune', 1, 'Pune', true, null],
      ['pune', 1, 'Pune', true, null],
      ['Surat', 1, 'Surat', true, null],
      ['Delhi', 1, null, false, null],
    ]);
    expect(page).toMatchObject({ total: 5, distinctCount: 5, openCount: 2, isComplete: true });
  });

  it('can be searched in any case, narrowed to the open ones, and paged through', () => {
    const prepared = prepare(CITIES);
    expect(ask(prepared, { search: 'PUNE' }).values.map(({ value }) => value)).toEqual([
      'Punee',
      'Pune',
      'pune',
    ]);
    expect(ask(prepared, { openOnly: true })).toMatchObject({ total: 2, distinctCount: 5 });
    expect(ask(prepared, { offset: 1, limit: 2 }).values.map(({ value }) => value)).toEqual(['Pune', 'pune']);
    expect(ask(prepared, { destination: { kind: 'field', apiName: 'nothing' } })).toMatchObject({
      total: 0,
      values: [],
    });
  });

  it('are one group of problems, however many there are', () => {
    const [group, ...others] = prepare(CITIES).checked().groups;
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      groupId: '1:option-unknown',
      kind: 'option-unknown',
      rowCount: 3,
      openRowCount: 3,
    });
  });

  it('are answered one by one, and all the others at once', () => {
    const path = journalPath();
    const prepared = prepare(CITIES, 'city', path);
    const punee = ask(prepared).values[0]?.groupId ?? '';
    prepared.decide(punee, { kind: 'use-instead', text: 'Pune' });
    expect(prepared.view(1)).toMatchObject({ fate: 'ready', fields: { city: 'Pune' } });
    expect(prepared.checked().groups[0]).toMatchObject({ rowCount: 3, openRowCount: 1 });
    expect(PreparedImport.load(openImportJournal(path))?.checked()).toEqual(prepared.checked());
    prepared.decide('1:option-unknown', { kind: 'leave-out' });
    expect(prepared.checked().counts).toMatchObject({ ready: 8, problem: 0 });
    expect(prepared.view(5).fields).not.toHaveProperty('city');
    expect(prepared.view(1).fields).toHaveProperty('city', 'Pune');
    expect(shown(ask(prepared, { search: 'e' })).map((value) => value[4])).toEqual([
      'use-instead',
      null,
      null,
      'leave-out',
    ]);
    prepared.undo();
    prepared.undo();
    expect(prepared.checked().counts).toMatchObject({ ready: 5, problem: 3 });
    expect(prepared.checked().groups[0]).toMatchObject({ rowCount: 3, openRowCount: 3 });
  });

  it('never all become one value, whatever is answered for the whole column', () => {
    const prepared = prepare(CITIES);
    prepared.decide('1:option-unknown', { kind: 'use-instead', text: 'Pune' });
    expect(prepared.checked().counts).toMatchObject({ ready: 5, problem: 3 });
    prepared.decide('1:option-unknown', { kind: 'add-option' });
    expect(prepared.checked().counts).toMatchObject({ ready: 5, problem: 3 });
  });

  it('are sent as they stand where a new option is wanted', () => {
    const prepared = prepare(CITIES);
    prepared.decide('1:option-unknown:Delhi', { kind: 'add-option' });
    expect(prepared.view(5)).toMatchObject({ fate: 'ready', fields: { city: 'Delhi' } });
  });

  it('follow an answer that puts another unknown value in their place', () => {
    const prepared = prepare(CITIES);
    prepared.decide('1:option-unknown:Punee', { kind: 'use-instead', text: 'Delhi' });
    prepared.decide('1:option-unknown:Delhi', { kind: 'add-option' });
    expect(prepared.view(1)).toMatchObject({ fate: 'ready', fields: { city: 'Delhi' } });
    prepared.decide('1:option-unknown:Delhi', null);
    expect(prepared.view(1).fate).toBe('problem');
  });

  it('are counted anew after an edit, and its undoing', () => {
    const prepared = prepare(CITIES);
    ask(prepared);
    prepared.edit(1, 1, 'Delhi');
    expect(shown(ask(prepared)).map(([value, count]) => [value, count])).toContainEqual(['Delhi', 2]);
    expect(
      prepared
        .page({ kind: 'group', groupId: '1:option-unknown:Delhi' }, 0, 9)
        .rows.map((row) => row.rowIndex),
    ).toEqual([1, 5]);
    prepared.undo();
    expect(shown(ask(prepared)).map(([value, count]) => [value, count])).toContainEqual(['Punee', 2]);
  });

  it('are one card and one page after another, however many there are', () => {
    const many = Array.from({ length: 3000 }, (_unused, index) => `Town ${index}`);
    const prepared = prepare(['Punee', ...many, 'Punee']);
    const page = ask(prepared, { limit: 2 });
    expect(page).toMatchObject({ total: 3001, openCount: 3001, isComplete: true });
    expect(shown(page)[0]).toEqual(['Punee', 2, 'Pune', false, null]);
    expect(prepared.checked().groups).toHaveLength(1);
    prepared.decide('1:option-unknown', { kind: 'skip-rows' });
    expect(prepared.checked().counts).toMatchObject({ skipped: 3002 });
    prepared.undo();
    expect(prepared.checked().counts).toMatchObject({ problem: 3002 });
  });

  it('are counted up to a bound, and say so beyond it', () => {
    const values = new ColumnValues(0, MOST_VALUES + 3, wholeCell);
    const add = (rowIndex: number, text: string): void => {
      values.add(rowIndex, { rowNumber: rowIndex + 2, cells: [text] }, NO_EDITS);
    };
    for (let rowIndex = 0; rowIndex < MOST_VALUES; rowIndex++) {
      add(rowIndex, `v${rowIndex}`);
    }
    expect(values.isComplete).toBe(true);
    add(MOST_VALUES, 'one more');
    add(MOST_VALUES + 1, 'v7');
    add(MOST_VALUES + 2, 'x'.repeat(501));
    expect([values.count, values.isComplete]).toEqual([MOST_VALUES, false]);
    expect(values.rowsWith(['v7', 'one more'])).toEqual([7, MOST_VALUES + 1]);
    expect(values.byCount()[0]).toBe(7);
  });
});

describe('the tags of a column', () => {
  const CELLS = ['Flat, Plotz', 'plot; Junk', 'Flat, Plotz, Plot', 'Junk', ''];

  function tagsOf(prepared: PreparedImport): readonly unknown[] {
    return CELLS.map((_cell, rowIndex) => {
      const { fate, fields } = prepared.view(rowIndex);
      return fate === 'ready' ? (fields['interests'] ?? null) : fate;
    });
  }

  const AS_THEY_STAND = [['Flat', 'Plotz'], ['Plot', 'Junk'], ['Flat', 'Plotz', 'Plot'], ['Junk'], null];

  it('are counted each by itself, and those that are not listed go as they stand, unasked', () => {
    const prepared = prepare(CELLS, 'interests');
    const page = ask(prepared, TO_INTERESTS);
    expect(shown(page)).toEqual([
      ['Flat', 2, 'Flat', true, null],
      ['Plotz', 2, 'Plot', false, null],
      ['Plot', 2, 'Plot', true, null],
      ['Junk', 2, null, false, null],
    ]);
    expect(page.openCount).toBe(2);
    expect(tagsOf(prepared)).toEqual(AS_THEY_STAND);
    prepared.edit(3, 1, 'Plot');
    expect(ask(prepared, { ...TO_INTERESTS, search: 'plot' }).values.map(({ rowCount }) => rowCount)).toEqual(
      [3, 2],
    );
  });

  it('are replaced, left out, or skipped with their rows, wherever in a cell they stand', () => {
    const path = journalPath();
    const prepared = prepare(CELLS, 'interests', path);
    prepared.decide('1:option-unknown:Plotz', { kind: 'use-instead', text: 'plot' });
    expect(tagsOf(prepared)).toEqual([['Flat', 'Plot'], ['Plot', 'Junk'], ['Flat', 'Plot'], ['Junk'], null]);
    prepared.decide('1:option-unknown:Junk', { kind: 'leave-out' });
    expect(tagsOf(prepared)).toEqual([['Flat', 'Plot'], ['Plot'], ['Flat', 'Plot'], null, null]);
    prepared.decide('1:option-unknown:Junk', { kind: 'skip-rows' });
    expect(tagsOf(prepared)).toEqual([['Flat', 'Plot'], 'skipped', ['Flat', 'Plot'], 'skipped', null]);
    prepared.decide('1:option-unknown:Flat', { kind: 'leave-out' });
    expect(tagsOf(prepared)).toEqual([['Plot'], 'skipped', ['Plot'], 'skipped', null]);
    expect(shown(ask(prepared, TO_INTERESTS)).map((value) => [value[0], value[4]])).toEqual([
      ['Flat', 'leave-out'],
      ['Plotz', 'use-instead'],
      ['Plot', null],
      ['Junk', 'skip-rows'],
    ]);
    const again = PreparedImport.load(openImportJournal(path));
    expect(again === null ? null : tagsOf(again)).toEqual(tagsOf(prepared));
    for (const _answer of [1, 2, 3, 4]) {
      prepared.undo();
    }
    expect(tagsOf(prepared)).toEqual(AS_THEY_STAND);
  });

  it('stay one tag when they are replaced by a text that has a separator in it', () => {
    const prepared = prepare(CELLS, 'interests');
    prepared.decide('1:option-unknown:Junk', { kind: 'use-instead', text: ' Flat, ground floor ' });
    expect(prepared.view(3).fields['interests']).toEqual(['Flat, ground floor']);
    prepared.decide('1:option-unknown:Junk', { kind: 'use-instead', text: ' ' });
    expect(prepared.view(3).fields).not.toHaveProperty('interests');
  });

  it('are answered in the second of two columns that become one list, too', () => {
    const target = { kind: 'field' as const, apiName: 'interests' };
    const [phone, list] = mappingTo('interests').columns;
    const columns =
      phone === undefined || list === undefined
        ? []
        : [phone, list, { ...list, columnIndex: 2, heading: 'More' }];
    const mapping: Mapping = {
      ...NAME_AND_PHONE,
      columns,
      joins: [{ target, columnIndexes: [1, 2], how: 'join', separator: ',' }],
    };
    const { prepared } = stage(journalPath(), [[phoneOf(0), 'Flat', 'Junk, Plot']], mapping, WITH_LISTS);
    prepared.decide('2:option-unknown:Junk', { kind: 'leave-out' });
    expect(prepared.view(0).fields['interests']).toEqual(['Flat', 'Plot']);
  });

  it('are found among more different cells than are counted', () => {
    const cell = `${'Flat,'.repeat(120)}Junk`;
    const prepared = prepare([cell, 'Flat'], 'interests');
    expect(prepared.view(0).fields['interests']).toEqual(['Flat', 'Junk']);
    prepared.decide('1:option-unknown:Junk', { kind: 'skip-rows' });
    expect(prepared.checked().counts).toMatchObject({ ready: 1, skipped: 1 });
    expect(
      prepared
        .page({ kind: 'group', groupId: '1:option-unknown:Junk' }, 0, 9)
        .rows.map(({ rowIndex }) => rowIndex),
    ).toEqual([0]);
  });
});

describe('the values of a column that feeds an action', () => {
  const VISIT: CheckingContext['actions'][number] = {
    type: 'ACTION_1',
    label: 'Visit',
    fields: [
      {
        apiName: 'outcome',
        label: 'Outcome',
        type: 'dropdown',
        options: ['Interested', 'Not interested'],
        trustValues: false,
        isRequired: false,
      },
    ],
    allowsOwnTime: null,
  };

  function stageAction(type: string, part: string, cells: readonly string[]): PreparedImport {
    const [phone, list] = mappingTo('city').columns;
    const target = { kind: 'action' as const, actionId: 'a1', part };
    const others = type === 'PAYMENT' ? { currency: 'INR', amount: '500' } : {};
    const mapping: Mapping = {
      ...NAME_AND_PHONE,
      columns: phone === undefined || list === undefined ? [] : [phone, { ...list, target }],
      constants: Object.entries(others).map(([name, text]) => ({
        target: { kind: 'action' as const, actionId: 'a1', part: name },
        text,
        choices: list?.choices ?? DEFAULT_CHOICES,
      })),
      actions: [{ actionId: 'a1', type, onlyWhereFilled: null }],
    };
    const rows = cells.map((cell, index) => [phoneOf(index), cell]);
    return stage(journalPath(), rows, mapping, { ...WITH_LISTS, actions: [VISIT] }).prepared;
  }

  it('are counted and answered as those for a lead’s field', () => {
    const destination = { kind: 'action' as const, actionId: 'a1', part: 'outcome' };
    const prepared = stageAction('ACTION_1', 'outcome', ['Intersted', 'interested', 'Intersted', 'Maybe']);
    expect(shown(ask(prepared, { destination }))).toEqual([
      ['Intersted', 2, 'Interested', false, null],
      ['interested', 1, 'Interested', true, null],
      ['Maybe', 1, null, false, null],
    ]);
    const groupId = ask(prepared, { destination }).values[0]?.groupId ?? '';
    prepared.decide(groupId, { kind: 'use-instead', text: 'Interested' });
    expect(prepared.view(0)).toMatchObject({
      fate: 'ready',
      actions: [{ type: 'ACTION_1', fields: { outcome: 'Interested' } }],
    });
    expect(ask(prepared, { destination, openOnly: true }).values.map(({ value }) => value)).toEqual([
      'Maybe',
    ]);
  });

  it('are answered for a payment’s status', () => {
    const destination = { kind: 'action' as const, actionId: 'a1', part: 'status' };
    const prepared = stageAction('PAYMENT', 'status', ['Completed', 'Half', 'Half']);
    const page = ask(prepared, { destination, openOnly: true });
    expect(page.values.map(({ value, rowCount }) => [value, rowCount])).toEqual([['Half', 2]]);
    prepared.decide(page.values[0]?.groupId ?? '', { kind: 'use-instead', text: 'PENDING' });
    expect(prepared.view(1)).toMatchObject({ fate: 'ready', actions: [{ status: 'PENDING' }] });
  });
});
