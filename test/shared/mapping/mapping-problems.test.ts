import { expect, test } from 'vitest';
import type { ActionField } from '../../../shared/catalog/action.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { mappingProblems, type MappingContext } from '../../../shared/mapping/mapping-problems.ts';
import {
  DEFAULT_CHOICES,
  type Destination,
  type Mapping,
  type Target,
} from '../../../shared/mapping/mapping.ts';

const CATALOG: MappingContext = {
  fields: STANDARD_FIELDS,
  identifier: 'phone',
  actions: [
    {
      type: 'ACTION_1001',
      label: 'Call',
      fields: [actionField('remark', 'Remark', false), actionField('outcome', 'Outcome', true)],
      allowsOwnTime: false,
    },
  ],
  team: null,
  defaultCountry: 'IN',
  timeZone: 'Asia/Kolkata',
  currency: 'INR',
};

function actionField(apiName: string, label: string, isRequired: boolean): ActionField {
  return { apiName, label, type: 'text', options: null, trustValues: false, isRequired };
}

const to = (apiName: string): Destination => ({ kind: 'field', apiName });
const part = (name: string): Destination => ({ kind: 'action', actionId: 'a1', part: name });
const constant = (target: Destination, text: string): Mapping['constants'][number] => ({
  target,
  text,
  choices: DEFAULT_CHOICES,
});
const planned = (type: string): Mapping['actions'] => [{ actionId: 'a1', type, onlyWhereFilled: null }];

function mappingTo(...apiNames: readonly (string | null)[]): Mapping {
  const target = (apiName: string | null): Target =>
    apiName === null ? { kind: 'not-sent' } : { kind: 'field', apiName };
  return {
    columns: apiNames.map((apiName, columnIndex) => ({
      columnIndex,
      heading: `Column ${columnIndex}`,
      target: target(apiName),
      origin: 'chosen',
      choices: DEFAULT_CHOICES,
    })),
    extras: [],
    joins: [],
    constants: [],
    actions: [],
    duplicates: 'last-wins',
  };
}

test('a mapping with the identifier and each field once can be used', () => {
  expect(mappingProblems(mappingTo('name', null, 'phone'), CATALOG)).toEqual([]);
});

test('without the identifier nothing can be sent', () => {
  expect(mappingProblems(mappingTo('name', null), CATALOG)).toEqual([
    { kind: 'identifier-not-matched', label: 'Phone' },
  ]);
  expect(mappingProblems(mappingTo(), CATALOG)).toEqual([{ kind: 'identifier-not-matched', label: 'Phone' }]);
});

test('a field fed by two columns is told once, by its label', () => {
  expect(mappingProblems(mappingTo('phone', 'email', 'email', 'email'), CATALOG)).toEqual([
    { kind: 'field-matched-twice', label: 'Email' },
  ]);
});

test('fields that the workspace does not have would vanish without a word', () => {
  expect(mappingProblems(mappingTo('Phone', 'budget'), CATALOG)).toEqual([
    { kind: 'field-not-in-workspace', apiName: 'Phone', closest: 'phone' },
    { kind: 'field-not-in-workspace', apiName: 'budget' },
    { kind: 'identifier-not-matched', label: 'Phone' },
  ]);
});

test('two columns of one field are fine once the user said how they become one value', () => {
  const mapping = mappingTo('phone', 'email', 'email');
  const join = { target: to('email'), how: 'first-filled', separator: ' ' } as const;
  expect(mappingProblems({ ...mapping, joins: [{ ...join, columnIndexes: [2, 1] }] }, CATALOG)).toEqual([]);
  const third = mappingTo('phone', 'email', 'email', 'email');
  expect(mappingProblems({ ...third, joins: [{ ...join, columnIndexes: [2, 1] }] }, CATALOG)).toEqual([
    { kind: 'field-matched-twice', label: 'Email' },
  ]);
});

test('a further target counts like a target', () => {
  const extras = [{ columnIndex: 0, target: to('phone'), choices: DEFAULT_CHOICES }];
  expect(mappingProblems({ ...mappingTo('name'), extras }, CATALOG)).toEqual([]);
  expect(mappingProblems({ ...mappingTo('name', 'phone'), extras }, CATALOG)).toEqual([
    { kind: 'field-matched-twice', label: 'Phone' },
  ]);
});

test('the same value for every row must fit its field, and can be no identifier', () => {
  const constants = [
    constant(to('rating'), '7'),
    constant(to('name'), 'Somebody'),
    constant(to('phone'), '9876512345'),
  ];
  expect(mappingProblems({ ...mappingTo('phone'), constants }, CATALOG)).toEqual([
    { kind: 'constant-does-not-fit', label: 'Phone', text: '9876512345' },
    { kind: 'constant-does-not-fit', label: 'Rating', text: '7' },
  ]);
  const unchecked = [constant(to('status'), 'Fresh'), constant(to('nowhere'), 'x')];
  expect(mappingProblems({ ...mappingTo('phone'), constants: unchecked }, CATALOG)).toEqual([
    { kind: 'field-not-in-workspace', apiName: 'nowhere' },
    { kind: 'constant-does-not-fit', label: 'Status', text: 'Fresh' },
  ]);
});

test('a same value that is not in the list of its field is told with the list', () => {
  const payment = { ...mappingTo('phone'), actions: planned('PAYMENT') };
  const [actionId = ''] = payment.actions.map((action) => action.actionId);
  const wrong = constant({ kind: 'action', actionId, part: 'status' }, 'DONE');
  expect(mappingProblems({ ...payment, constants: [wrong] }, CATALOG)).toContainEqual({
    kind: 'constant-does-not-fit',
    label: 'Payment: Status',
    text: 'DONE',
    takes: {
      first: ['PENDING', 'COMPLETED', 'FAILED', 'REFUNDED', 'CANCELLED', 'PROCESSING'],
      moreCount: 0,
    },
  });
  const options = Array.from({ length: 30 }, (_unused, index) => `Town ${index}`);
  const city = { apiName: 'city', label: 'City', type: 'dropdown', options, trustValues: false } as const;
  const mapping = { ...mappingTo('phone'), constants: [constant(to('city'), 'Mars')] };
  expect(mappingProblems(mapping, { ...CATALOG, fields: [...CATALOG.fields, city] })).toEqual([
    {
      kind: 'constant-does-not-fit',
      label: 'City',
      text: 'Mars',
      takes: { first: options.slice(0, 12), moreCount: 18 },
    },
  ]);
});

test('an action must have all that it needs, from a column or a constant', () => {
  const payment = { ...mappingTo('phone'), actions: planned('PAYMENT') };
  expect(mappingProblems(payment, CATALOG)).toEqual([
    { kind: 'action-incomplete', label: 'Payment', missing: ['Status', 'Currency', 'Amount'] },
  ]);
  const constants = [constant(part('status'), 'PENDING'), constant(part('currency'), 'INR')];
  expect(mappingProblems({ ...payment, constants }, CATALOG)).toEqual([
    { kind: 'action-incomplete', label: 'Payment', missing: ['Amount'] },
  ]);
  const extras = [{ columnIndex: 0, target: part('amount'), choices: DEFAULT_CHOICES }];
  expect(mappingProblems({ ...payment, constants, extras }, CATALOG)).toEqual([]);
  const call = { ...mappingTo('phone'), actions: planned('ACTION_1001') };
  expect(mappingProblems({ ...call, constants: [constant(part('remark'), 'x')] }, CATALOG)).toEqual([
    { kind: 'action-incomplete', label: 'Call', missing: ['Outcome'] },
  ]);
  expect(mappingProblems({ ...call, constants: [constant(part('outcome'), 'x')] }, CATALOG)).toEqual([]);
});

test('an action that needs nothing still has to be given something', () => {
  const [action] = CATALOG.actions;
  const fields = [actionField('remark', 'Remark', false)];
  const catalog = { ...CATALOG, actions: action === undefined ? [] : [{ ...action, fields }] };
  const call = { ...mappingTo('phone'), actions: planned('ACTION_1001') };
  expect(mappingProblems(call, catalog)).toEqual([{ kind: 'action-incomplete', label: 'Call', missing: [] }]);
  expect(mappingProblems({ ...call, constants: [constant(part('remark'), 'x')] }, catalog)).toEqual([]);
});

test('actions, parts and times that Telecrm would drop are told, with a name that differs only in its letters’ case', () => {
  const mapping = (type: string, target: Destination): Mapping => ({
    ...mappingTo('phone'),
    actions: planned(type),
    constants: [constant(target, 'x')],
  });
  expect(mappingProblems(mapping('ACTION_7', part('x')), CATALOG)).toEqual([
    { kind: 'action-not-in-workspace', type: 'ACTION_7' },
  ]);
  expect(mappingProblems(mapping('action_1001', part('x')), CATALOG)).toEqual([
    { kind: 'action-not-in-workspace', type: 'action_1001', closest: 'ACTION_1001' },
  ]);
  expect(mappingProblems(mapping('ACTION_1001', part('Outcome')), CATALOG)[0]).toEqual({
    kind: 'part-not-in-workspace',
    action: 'Call',
    part: 'Outcome',
    closest: 'outcome',
  });
  expect(
    mappingProblems(mapping('ACTION_1001', { kind: 'action-time', actionId: 'a1' }), CATALOG)[0],
  ).toEqual({
    kind: 'action-takes-no-time',
    action: 'Call',
  });
});

test('an API name that stands for two fields is told once', () => {
  const fields = [...STANDARD_FIELDS, ...STANDARD_FIELDS.filter(({ apiName }) => apiName === 'email')];
  expect(mappingProblems(mappingTo('phone'), { ...CATALOG, fields })).toEqual([
    { kind: 'api-name-twice', apiName: 'email' },
  ]);
});
