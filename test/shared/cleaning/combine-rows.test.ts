import { describe, expect, it } from 'vitest';
import type { CleanedRow } from '../../../shared/cleaning/cleaned-row.ts';
import { combineRows } from '../../../shared/cleaning/combine-rows.ts';

function row(fields: CleanedRow['fields'], part: Partial<CleanedRow> = {}): CleanedRow {
  return { fields, actions: [], problems: [], standing: 'ready', identifierKey: '1', ...part };
}

describe('one lead out of several rows', () => {
  it('takes of each field the last value that is filled', () => {
    const combined = combineRows([
      row({ phone: '1', name: 'Asha', city: 'Pune' }),
      row({ phone: '1', name: 'Asha Rao' }),
      row({ phone: '1', budget: 5 }),
    ]);
    expect(combined.fields).toEqual({ phone: '1', name: 'Asha Rao', city: 'Pune', budget: 5 });
  });

  it('puts tags together, each once, in the spelling that came first', () => {
    const combined = combineRows([row({ tags: ['Hot', 'Fair'] }), row({}), row({ tags: ['hot', 'New'] })]);
    expect(combined.fields).toEqual({ tags: ['Hot', 'Fair', 'New'] });
  });

  it('keeps the actions and problems of all rows in sheet order', () => {
    const action = (note: string) => ({ type: 'ACTION_1', fields: { note } });
    const problem = (columnIndex: number) =>
      ({ columnIndex, apiName: 'a', severity: 'check', problem: { kind: 'phone-too-short' } }) as const;
    const combined = combineRows([
      row({}, { actions: [action('a'), action('b')], problems: [problem(1)] }),
      row({}, { actions: [action('c')], problems: [problem(2)] }),
    ]);
    expect(combined.actions).toEqual([action('a'), action('b'), action('c')]);
    expect(combined.problems.map(({ columnIndex }) => columnIndex)).toEqual([1, 2]);
  });

  it('takes nothing from rows that are not ready, or are somebody else’s by now', () => {
    const combined = combineRows([
      row({ city: 'Pune' }, { standing: 'problem' }),
      row({ city: 'Surat' }, { identifierKey: '2' }),
      row({ name: 'Asha' }),
    ]);
    expect(combined.fields).toEqual({ name: 'Asha' });
  });

  it('keeps a field of any name, and combines nothing with a single row', () => {
    const odd = Object.fromEntries([['__proto__', 'x']]);
    expect(JSON.stringify(combineRows([row(odd), row({ a: 'b' })]).fields)).toBe('{"__proto__":"x","a":"b"}');
    const single = row({ name: 'Asha', tags: ['a'] });
    expect(combineRows([single])).toEqual(single);
    expect(() => combineRows([])).toThrow(RangeError);
  });
});
