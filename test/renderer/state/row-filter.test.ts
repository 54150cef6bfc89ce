import { expect, test } from 'vitest';
import { belongsTo, countOf, filterKey } from '../../../renderer/state/row-filter.ts';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import type { Checked, RowFilter } from '../../../shared/import.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import { rowOf } from './row-of.ts';

const GROUP_ID = problemGroupId(2, { kind: 'phone-too-short' });
const FILTERS: readonly RowFilter[] = [
  { kind: 'all' },
  { kind: 'fates', fates: ['problem'] },
  { kind: 'group', groupId: GROUP_ID },
];

test('a row belongs to all rows, to those of its fate, and to those of its problems', () => {
  const row = rowOf(0, {
    problems: [
      { columnIndex: 2, apiName: 'phone', severity: 'stops-row', problem: { kind: 'phone-too-short' } },
    ],
  });
  expect(FILTERS.map((filter) => belongsTo(filter, row))).toEqual([true, true, true]);
  expect(FILTERS.map((filter) => belongsTo(filter, rowOf(0, { fate: 'ready' })))).toEqual([
    true,
    false,
    false,
  ]);
});

test('rows of a view are counted as main counts them', () => {
  const checked: Checked = {
    counts: { ...noRows(), ready: 7, problem: 3 },
    groups: [
      {
        groupId: GROUP_ID,
        columnIndex: 2,
        heading: 'Mobile',
        fieldLabel: 'Phone',
        kind: 'phone-too-short',
        severity: 'stops-row',
        rowCount: 2,
        openRowCount: 2,
        examples: [],
        answer: null,
      },
    ],
    notices: [],
    decisions: [],
    canUndo: false,
    canRedo: false,
  };
  expect(FILTERS.map((filter) => countOf(filter, checked))).toEqual([10, 3, 2]);
  expect(countOf({ kind: 'group', groupId: 'gone' }, checked)).toBe(0);
});

test('different views have different names', () => {
  expect(new Set(FILTERS.map((filter) => filterKey(filter))).size).toBe(3);
});
