import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../shared/catalog/field.ts';
import { NO_EDITS } from '../../../shared/cleaning/cleaned-row.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { ValuePage } from '../../../shared/import.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
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
  const whole = { columnIndex: 1, apiName: 'city', search: '', openOnly: false, offset: 0, limit: 100 };
  return prepared.values({ ...whole, ...part });
}

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
    expect(ask(prepared, { apiName: 'nothing' })).toMatchObject({ total: 0, values: [] });
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

  it('are the tags of a column of tags, each by itself, and none of them is asked about', () => {
    const prepared = prepare(['Flat, Plot', 'flat', 'Flats', ''], 'interests');
    const page = ask(prepared, { apiName: 'interests' });
    expect(shown(page)).toEqual([
      ['Flat', 2, 'Flat', true, null],
      ['Plot', 1, 'Plot', true, null],
      ['Flats', 1, 'Flat', true, null],
    ]);
    expect(page.openCount).toBe(0);
    prepared.edit(2, 1, 'Plot');
    expect(ask(prepared, { apiName: 'interests' }).distinctCount).toBe(2);
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
