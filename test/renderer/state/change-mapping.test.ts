import { expect, test } from 'vitest';
import {
  addAction,
  addExtra,
  feedFrom,
  giveDestination,
  giveField,
  joinInto,
  leaveColumnOut,
  removeAction,
  removeExtra,
  setActionCondition,
  setChoices,
  setConstant,
  setDuplicateRule,
  setJoin,
} from '../../../renderer/state/change-mapping.ts';
import { columnsFeeding } from '../../../shared/mapping/destination.ts';
import {
  DEFAULT_CHOICES,
  type Destination,
  type Mapping,
  type Target,
} from '../../../shared/mapping/mapping.ts';

const NOT_SENT: Target = { kind: 'not-sent' };
const PHONE: Destination = { kind: 'field', apiName: 'phone' };
const EMAIL: Destination = { kind: 'field', apiName: 'email' };
const WHATSAPP: Destination = { kind: 'field', apiName: 'whatsapp' };

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

test('every column that feeds a field is found, so that the user can be asked which wins', () => {
  const mapping = addExtra(mappingOf(PHONE, NOT_SENT), 1, PHONE);
  expect(columnsFeeding(mapping, PHONE)).toEqual([0, 1]);
  expect(columnsFeeding(mapping, EMAIL)).toEqual([]);
});

test('two columns become one value, in the order in which they were put together', () => {
  const joined = joinInto(mappingOf(PHONE, NOT_SENT), 1, PHONE, { how: 'first-filled', separator: ' ' });
  expect(joined.joins).toEqual([
    { target: PHONE, columnIndexes: [0, 1], how: 'first-filled', separator: ' ' },
  ]);
  expect(columnsFeeding(joined, PHONE)).toEqual([0, 1]);
  expect(setJoin(joined, PHONE, { how: 'join', separator: '-' }).joins).toEqual([
    { target: PHONE, columnIndexes: [0, 1], how: 'join', separator: '-' },
  ]);
});

test('a join ends when only one of its columns is left', () => {
  const joined = joinInto(mappingOf(PHONE, NOT_SENT), 1, PHONE, { how: 'join', separator: ' ' });
  expect(leaveColumnOut(joined, 0).joins).toEqual([]);
  expect(giveField(joined, 0, 'email').joins).toEqual([]);
});

test('one column goes to two places, and either can be taken back', () => {
  const both = addExtra(mappingOf(PHONE), 0, WHATSAPP);
  expect(columnsFeeding(both, WHATSAPP)).toEqual([0]);
  expect(addExtra(both, 0, WHATSAPP)).toBe(both);
  expect(addExtra(both, 0, PHONE)).toBe(both);
  expect(removeExtra(both, 0, WHATSAPP)).toEqual(mappingOf(PHONE));
  expect(leaveColumnOut(both, 0).extras).toEqual([]);
});

test('a part of an action is fed by one column, which keeps the field that it goes to', () => {
  const amount: Destination = { kind: 'action', actionId: 'a1', part: 'amount' };
  const fed = feedFrom(mappingOf(PHONE, NOT_SENT), amount, 0);
  expect(fed.columns[0]?.target).toEqual(PHONE);
  expect(columnsFeeding(fed, amount)).toEqual([0]);
  const other = feedFrom(fed, amount, 1);
  expect(columnsFeeding(other, amount)).toEqual([1]);
  expect(columnsFeeding(feedFrom(other, amount, null), amount)).toEqual([]);
});

test('every row gets the same text until it is emptied', () => {
  const mapping = setConstant(mappingOf(PHONE), EMAIL, 'desk@example.org');
  expect(setConstant(mapping, EMAIL, 'front@example.org').constants.map(({ text }) => text)).toEqual([
    'front@example.org',
  ]);
  expect(setConstant(mapping, EMAIL, ' ')).toEqual(mappingOf(PHONE));
});

test('an action that is taken away takes everything with it that fed it', () => {
  const { mapping, actionId } = addAction(mappingOf(PHONE, NOT_SENT), 'PAYMENT');
  const amount: Destination = { kind: 'action', actionId, part: 'amount' };
  const currency: Destination = { kind: 'action', actionId, part: 'currency' };
  const paid = setActionCondition(
    setConstant(giveDestination(mapping, 1, amount), currency, 'INR'),
    actionId,
    1,
  );
  expect(paid.actions).toEqual([{ actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: 1 }]);
  expect(addAction(paid, 'PAYMENT').actionId).toBe('a2');
  const gone = removeAction(addExtra(paid, 0, amount), actionId);
  expect(gone).toMatchObject({
    actions: [],
    constants: [],
    extras: [],
    columns: [{ target: PHONE }, { target: NOT_SENT }],
  });
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
