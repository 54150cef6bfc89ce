import { expect, test } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { knownMapping } from '../../../shared/mapping/known-mapping.ts';
import {
  DEFAULT_CHOICES,
  mappingSchema,
  type Destination,
  type Mapping,
} from '../../../shared/mapping/mapping.ts';

const choices = DEFAULT_CHOICES;
const to = (apiName: string): Destination => ({ kind: 'field', apiName });
const part = (actionId: string): Destination => ({ kind: 'action', actionId, part: 'amount' });

const MAPPING: Mapping = mappingSchema.parse({
  columns: [to('phone'), to('gone'), part('a1'), part('a2')].map((target, columnIndex) => ({
    columnIndex,
    heading: `Column ${columnIndex}`,
    target,
    origin: 'chosen',
    choices,
  })),
  extras: [
    { columnIndex: 0, target: to('gone'), choices },
    { columnIndex: 1, target: to('name'), choices },
  ],
  joins: [{ target: to('gone'), columnIndexes: [0, 1], how: 'join' }],
  constants: [
    { target: to('gone'), text: 'x', choices },
    { target: to('email'), text: 'x@y.example', choices },
  ],
  actions: [
    { actionId: 'a1', type: 'ACTION_9', onlyWhereFilled: null },
    { actionId: 'a2', type: 'PAYMENT', onlyWhereFilled: null },
  ],
  duplicates: 'last-wins',
});

test('what the workspace lost is no longer sent, and everything else stays as it was', () => {
  const known = knownMapping(MAPPING, { fields: STANDARD_FIELDS, actions: [] });
  expect(known.columns.map(({ target }) => target)).toEqual([
    to('phone'),
    { kind: 'not-sent' },
    { kind: 'not-sent' },
    part('a2'),
  ]);
  expect(known.extras).toEqual([{ columnIndex: 1, target: to('name'), choices }]);
  expect(known.joins).toEqual([]);
  expect(known.constants).toEqual([{ target: to('email'), text: 'x@y.example', choices }]);
  expect(known.actions).toEqual([{ actionId: 'a2', type: 'PAYMENT', onlyWhereFilled: null }]);
});
