import { expect, test } from 'vitest';
import { addExtra, joinInto } from '../../../renderer/state/change-mapping.ts';
import { settleClash, type Clash } from '../../../renderer/state/settle-clash.ts';
import { columnsFeeding } from '../../../shared/mapping/destination.ts';
import {
  DEFAULT_CHOICES,
  type Destination,
  type Mapping,
  type Target,
} from '../../../shared/mapping/mapping.ts';

const NOT_SENT: Target = { kind: 'not-sent' };
const NAME: Destination = { kind: 'field', apiName: 'name' };
const CITY: Destination = { kind: 'field', apiName: 'city' };

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

function clashOf(mapping: Mapping, columnIndex: number, place: Clash['place']): Clash {
  const others = columnsFeeding(mapping, NAME).filter((other) => other !== columnIndex);
  return { mapping, destination: NAME, columnIndex, others, place };
}

test('the column that the user prefers gets the field, and the other one is left out', () => {
  const clash = clashOf(mappingOf(NAME, NOT_SENT), 1, 'own');
  expect(columnsFeeding(settleClash(clash, { kind: 'only', columnIndex: 1 }), NAME)).toEqual([1]);
  expect(columnsFeeding(settleClash(clash, { kind: 'only', columnIndex: 0 }), NAME)).toEqual([0]);
});

test('a column that only goes to one more place keeps its own, whatever the user chooses', () => {
  const clash = clashOf(mappingOf(NAME, CITY), 1, 'further');
  const answers = [
    { kind: 'only', columnIndex: 0 },
    { kind: 'only', columnIndex: 1 },
    { kind: 'together', how: 'join' },
    { kind: 'together', how: 'first-filled' },
  ] as const;
  const settled = answers.map((answer) => settleClash(clash, answer));
  expect(settled.map((mapping) => columnsFeeding(mapping, CITY))).toEqual([[1], [1], [1], [1]]);
  expect(settled.map((mapping) => columnsFeeding(mapping, NAME))).toEqual([[0], [1], [0, 1], [0, 1]]);
  expect(settled.map(({ joins }) => joins.length)).toEqual([0, 0, 1, 1]);
});

test('texts one behind the other stand as in the sheet; of two numbers the one that was there comes first', () => {
  const clash = clashOf(mappingOf(NOT_SENT, NAME), 0, 'own');
  const orders = (['join', 'first-filled'] as const).map(
    (how) => settleClash(clash, { kind: 'together', how }).joins[0]?.columnIndexes,
  );
  expect(orders).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('one of several joined columns can be chosen alone, and the others are let go', () => {
  const joined = joinInto(mappingOf(NAME, NOT_SENT, NOT_SENT), 1, NAME, { how: 'join', separator: ' ' });
  const settled = settleClash(clashOf(joined, 2, 'own'), { kind: 'only', columnIndex: 1 });
  expect(columnsFeeding(settled, NAME)).toEqual([1]);
  expect(settled.joins).toEqual([]);
});

test('a further place that is given up for another column leaves the column where it was', () => {
  const mapping = addExtra(mappingOf(CITY, NOT_SENT), 0, NAME);
  const settled = settleClash(clashOf(mapping, 1, 'own'), { kind: 'only', columnIndex: 1 });
  expect(columnsFeeding(settled, NAME)).toEqual([1]);
  expect(columnsFeeding(settled, CITY)).toEqual([0]);
});
