import { expect, test } from 'vitest';
import {
  columnFeeding,
  giveField,
  leaveColumnOut,
  setChoices,
  setDuplicateRule,
} from '../../../renderer/state/change-mapping.ts';
import { DEFAULT_CHOICES, type Mapping, type Target } from '../../../shared/mapping/mapping.ts';

const NOT_SENT: Target = { kind: 'not-sent' };
const PHONE: Target = { kind: 'field', apiName: 'phone' };

function mappingOf(...targets: Target[]): Mapping {
  return {
    columns: targets.map((target, columnIndex) => ({
      columnIndex,
      heading: `Column ${columnIndex}`,
      target,
      origin: 'suggested',
      choices: DEFAULT_CHOICES,
    })),
    extras: [],
    joins: [],
    constants: [],
    actions: [],
    duplicates: 'last-wins',
  };
}

test('a field goes to the column that the user chose, and only to it', () => {
  const changed = giveField(mappingOf(PHONE, NOT_SENT, NOT_SENT), 2, 'phone');
  expect(changed.columns.map(({ target, origin }) => [target.kind, origin])).toEqual([
    ['not-sent', 'chosen'],
    ['not-sent', 'suggested'],
    ['field', 'chosen'],
  ]);
});

test('another column that feeds the field is found, so that the user can be asked which wins', () => {
  const mapping = mappingOf(PHONE, NOT_SENT);
  expect(columnFeeding(mapping, 'phone', 1)?.columnIndex).toBe(0);
  expect(columnFeeding(mapping, 'phone', 0)).toBeUndefined();
  expect(columnFeeding(mapping, 'email', 1)).toBeUndefined();
});

test('a column that is left out stays left out by choice', () => {
  expect(leaveColumnOut(mappingOf(PHONE), 0).columns[0]).toMatchObject({
    target: NOT_SENT,
    origin: 'chosen',
  });
});

test('how a column is read changes alone', () => {
  const changed = setChoices(mappingOf(PHONE, PHONE), 1, { dateOrder: 'month-first' });
  expect(changed.columns.map(({ choices }) => choices.dateOrder)).toEqual(['day-first', 'month-first']);
  expect(changed.columns[1]?.choices.tagSeparators).toBe(DEFAULT_CHOICES.tagSeparators);
  expect(setDuplicateRule(changed, 'first-wins')).toEqual({ ...changed, duplicates: 'first-wins' });
});
