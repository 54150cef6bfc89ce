import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { Decision } from '../../../shared/cleaning/plan.ts';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import { columnsFeeding, destinationKey } from '../../../shared/mapping/destination.ts';
import {
  DEFAULT_CHOICES,
  DUPLICATE_RULES,
  type ColumnMapping,
  type Destination,
  type Mapping,
} from '../../../shared/mapping/mapping.ts';
import { applyRecipe } from '../../../shared/mapping/apply-recipe.ts';
import { parseRecipe, recipeSchema, type Recipe } from '../../../shared/mapping/recipe.ts';
import { recipeFrom } from '../../../shared/mapping/recipe-from.ts';

const CATALOG: WorkspaceCatalog = {
  fields: [
    ...STANDARD_FIELDS,
    { apiName: 'alt_phone', label: 'Alternate Phone', type: 'phone', options: null, trustValues: false },
    { apiName: 'source', label: 'Lead Source', type: 'dropdown', options: ['Facebook'], trustValues: false },
  ],
  identifier: 'phone',
  actions: [
    {
      type: 'ACTION_1001',
      label: 'Call',
      allowsOwnTime: null,
      fields: [
        {
          apiName: 'remark',
          label: 'Remark',
          type: 'text',
          options: null,
          trustValues: false,
          isRequired: false,
        },
      ],
    },
  ],
  team: null,
};

const column = (columnIndex: number, heading: string, apiName: string | null): ColumnMapping => ({
  columnIndex,
  heading,
  target: apiName === null ? { kind: 'not-sent' } : { kind: 'field', apiName },
  origin: 'suggested',
  choices: apiName === 'source' ? { ...DEFAULT_CHOICES, tagSeparators: ';' } : DEFAULT_CHOICES,
});

const MAPPING: Mapping = {
  columns: [
    column(0, 'Name', 'name'),
    column(1, 'Mobile No.', 'phone'),
    column(2, 'Mobile No.', 'alt_phone'),
    column(3, 'Source', 'source'),
    column(4, 'Remarks', null),
  ],
  extras: [],
  joins: [],
  constants: [],
  actions: [],
  duplicates: 'first-wins',
};

const FACBOOK = problemGroupId(3, { kind: 'option-unknown', value: 'Fac:book', closest: 'Facebook' });
const SHORT = problemGroupId(2, { kind: 'phone-too-short' });

const DECISIONS: readonly Decision[] = [
  { groupId: FACBOOK, answer: { kind: 'use-instead', text: 'Facebook' } },
  { groupId: SHORT, answer: { kind: 'leave-out' } },
];

const RECIPE = recipeFrom(MAPPING, DECISIONS, 'Fairs');

const sheetWith = (...headings: readonly string[]) => headings.map((heading, index) => ({ index, heading }));

function applied(recipe: Recipe, ...headings: readonly string[]) {
  const result = applyRecipe(recipe, sheetWith(...headings), CATALOG);
  if (!result.ok) {
    throw new Error(result.failure.kind);
  }
  return result.value;
}

test('a recipe names columns by heading, not by place, and keeps every choice', () => {
  expect(RECIPE).toMatchObject({
    kind: 'lead-importer-recipe',
    version: 2,
    name: 'Fairs',
    extras: [],
    joins: [],
    constants: [],
    actions: [],
    duplicates: 'first-wins',
    decisions: [
      { heading: 'Source', occurrence: 1, problem: 'option-unknown', value: 'Fac:book' },
      { heading: 'Mobile No.', occurrence: 2, problem: 'phone-too-short', answer: { kind: 'leave-out' } },
    ],
  });
  expect(RECIPE.columns[2]).toMatchObject({ heading: 'Mobile No.', occurrence: 2 });
  expect(recipeSchema.parse(RECIPE)).toEqual(RECIPE);
});

test('written to a file and read back it is the same', () => {
  expect(parseRecipe(`\ufeff${JSON.stringify(RECIPE, null, 2)}\n`, 'r.json')).toEqual({
    ok: true,
    value: RECIPE,
  });
});

test('applied to a sheet of the same layout it gives the same mapping and decisions', () => {
  const result = applied(RECIPE, ...MAPPING.columns.map(({ heading }) => heading));
  expect(result.mapping.duplicates).toBe('first-wins');
  expect(result.mapping.columns).toEqual(MAPPING.columns.map((each) => ({ ...each, origin: 'recipe' })));
  expect(result.decisions).toEqual(DECISIONS);
  expect(result.missing).toEqual([]);
  expect(result.unused).toEqual([]);
});

test('columns that moved, and headings that changed their case or a full stop, are found', () => {
  const result = applied(RECIPE, 'SOURCE', 'mobile no', 'Budget', 'Name', 'Mobile No.');
  expect(
    result.mapping.columns.map(({ target }) => (target.kind === 'field' ? target.apiName : null)),
  ).toEqual(['source', 'alt_phone', null, 'name', 'phone']);
  expect(result.decisions.map(({ groupId }) => groupId)).toEqual([
    '0:option-unknown:Fac:book',
    '1:phone-too-short',
  ]);
  expect(result.unused).toEqual([{ index: 2, heading: 'Budget' }]);
  expect(result.mapping.columns[2]).toMatchObject({ target: { kind: 'not-sent' }, origin: 'suggested' });
});

test('headings that are gone are told when they were sent, and their decisions are left out', () => {
  const result = applied(RECIPE, 'Name', 'Mobile No.');
  expect(result.missing).toEqual(['Mobile No.', 'Source']);
  expect(result.decisions).toEqual([]);
});

test('columns without headings are found by their order', () => {
  const mapping: Mapping = {
    ...MAPPING,
    columns: [column(0, '', 'name'), column(1, '', null), column(2, '', 'phone')],
  };
  const result = applied(recipeFrom(mapping, [], ''), '', '', '');
  expect(result.mapping.columns.map(({ target }) => target)).toEqual(
    mapping.columns.map(({ target }) => target),
  );
  expect(recipeFrom(mapping, [], ' ').name).toBe('Recipe');
});

test('a field that the workspace does not have is refused by name', () => {
  expect(applyRecipe(RECIPE, sheetWith('Name'), { fields: STANDARD_FIELDS, actions: [] })).toEqual({
    ok: false,
    failure: { kind: 'field-not-in-workspace', apiName: 'alt_phone' },
  });
});

test('what the recipe leaves unsaid has its usual value', () => {
  const text = JSON.stringify({
    kind: 'lead-importer-recipe',
    version: 1,
    name: 'By hand',
    columns: [{ heading: 'Mobile', target: { kind: 'field', apiName: 'phone' } }],
  });
  expect(parseRecipe(text, 'r.json')).toMatchObject({
    ok: true,
    value: { duplicates: 'last-wins', decisions: [], columns: [{ occurrence: 1, choices: DEFAULT_CHOICES }] },
  });
});

test('a recipe of a newer version asks for a newer program, whatever else is in it', () => {
  const text = JSON.stringify({ version: 3, somethingNew: true });
  expect(parseRecipe(text, 'r.json')).toEqual({
    ok: false,
    failure: { kind: 'recipe-newer', fileName: 'r.json', version: 3 },
  });
});

test.each([
  { name: 'no JSON', text: 'Name,Phone', detail: 'It is not JSON.' },
  { name: 'nothing', text: '', detail: 'It is not JSON.' },
  { name: 'a list', text: '[]', detail: 'The file: is missing or of the wrong kind.' },
  {
    name: 'some other JSON',
    text: '{"name":"x"}',
    detail: 'kind: has a value that is not allowed. Allowed: lead-importer-recipe.',
  },
  {
    name: 'a workspace file',
    text: '{"version":1,"name":"College","fields":[]}',
    detail: 'It looks like a workspace file, not like a recipe.',
  },
  {
    name: 'a part that nobody knows',
    text: JSON.stringify({ ...RECIPE, token: 'secret' }),
    detail: 'The file: has a part that is not known: token.',
  },
  {
    name: 'a target of no known kind',
    text: JSON.stringify({ ...RECIPE, columns: [{ heading: 'x', target: { kind: 'elsewhere' } }] }),
    detail: 'columns[0].target.kind: is missing or of the wrong kind.',
  },
  {
    name: 'a heading that is a number',
    text: JSON.stringify({ ...RECIPE, columns: [{ heading: 5, target: { kind: 'not-sent' } }] }),
    detail: 'columns[0].heading: is missing or of the wrong kind.',
  },
])('$name is refused with one plain sentence', ({ text, detail }) => {
  expect(parseRecipe(text, 'r.json')).toEqual({
    ok: false,
    failure: { kind: 'recipe-unreadable', fileName: 'r.json', detail },
  });
});

const to = (apiName: string): Destination => ({ kind: 'field', apiName });
const part = (name: string, actionId = 'a1'): Destination => ({ kind: 'action', actionId, part: name });

/** A payment in which the amount and the time come from columns, and what is the same in every row. */
const PAYING: Mapping = {
  ...MAPPING,
  columns: [
    column(0, 'Mobile', 'phone'),
    { ...column(1, 'Paid', null), target: part('amount') },
    column(2, 'First', 'name'),
    column(3, 'Last', null),
  ],
  extras: [{ columnIndex: 3, target: to('name'), choices: DEFAULT_CHOICES }],
  joins: [{ target: to('name'), columnIndexes: [2, 3], how: 'join', separator: ' ' }],
  constants: [
    { target: part('status'), text: 'COMPLETED', choices: DEFAULT_CHOICES },
    { target: part('currency'), text: 'INR', choices: DEFAULT_CHOICES },
    { target: part('remark', 'a2'), text: 'from the fair', choices: DEFAULT_CHOICES },
  ],
  actions: [
    { actionId: 'a2', type: 'ACTION_1001', onlyWhereFilled: 1 },
    { actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: null },
  ],
};

test('a recipe of version 1 is still read, and means what it meant', () => {
  const { extras, joins, constants, actions, ...rest } = RECIPE;
  expect([extras, joins, constants, actions]).toEqual([[], [], [], []]);
  expect(parseRecipe(JSON.stringify({ ...rest, version: 1 }), 'r.json')).toEqual({ ok: true, value: RECIPE });
});

test('joins, constants, actions and further targets come back, wherever their columns moved', () => {
  const recipe = recipeFrom(PAYING, [], 'Fair');
  expect(recipe.actions).toEqual([
    { actionId: 'a2', type: 'ACTION_1001', onlyWhereFilled: { heading: 'Paid', occurrence: 1 } },
    { actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: null },
  ]);
  const moved = applied(recipe, 'Last', 'First', 'x', 'Mobile', 'Paid');
  expect(moved.mapping).toMatchObject({
    extras: [{ columnIndex: 0, target: to('name') }],
    joins: [{ columnIndexes: [1, 0], how: 'join' }],
    constants: PAYING.constants,
    actions: [{ onlyWhereFilled: 4 }, { onlyWhereFilled: null }],
  });
  expect([moved.missing, moved.unused]).toEqual([[], [{ index: 2, heading: 'x' }]]);
});

test('an action is taken out when its condition or all its columns are missing, so that constants alone never make it', () => {
  const lost = applied(recipeFrom(PAYING, [], 'Fair'), 'Mobile', 'First');
  expect(lost.missing).toEqual(['Paid', 'Last']);
  expect(lost.mapping).toMatchObject({ extras: [], joins: [], constants: [], actions: [] });
  expect(lost.mapping.columns.map(({ target }) => target)).toEqual([to('phone'), to('name')]);
});

test('a field or action that differs in its letters’ case alone is named', () => {
  const recipe = recipeFrom({ ...MAPPING, columns: [column(0, 'Mobile', 'Phone')] }, [], 'x');
  expect(applyRecipe(recipe, sheetWith('Mobile'), CATALOG)).toEqual({
    ok: false,
    failure: { kind: 'field-not-in-workspace', apiName: 'Phone', closest: 'phone' },
  });
  expect(applyRecipe(recipeFrom(PAYING, [], 'x'), sheetWith(), { ...CATALOG, actions: [] })).toEqual({
    ok: false,
    failure: { kind: 'action-not-in-workspace', type: 'ACTION_1001' },
  });
});

const PAYING_RECIPE = recipeFrom(PAYING, [], 'Fair');

test.each([
  {
    name: 'a target in an action that is not listed',
    change: { actions: PAYING_RECIPE.actions.slice(0, 1) },
    detail: 'columns[1]: goes to an action that is not among the actions.',
  },
  {
    name: 'two actions of one name',
    change: { actions: PAYING_RECIPE.actions.map((action) => ({ ...action, actionId: 'a1' })) },
    detail: 'actions[1]: has the name of another action.',
  },
  {
    name: 'a join of a column that goes elsewhere',
    change: { extras: [] },
    detail: 'joins[0]: joins a column that does not go to its target.',
  },
  {
    name: 'one column twice',
    change: { columns: [...PAYING_RECIPE.columns, ...PAYING_RECIPE.columns.slice(0, 1)] },
    detail: 'columns[4]: is there twice.',
  },
  {
    name: 'two constants for one destination',
    change: { constants: [...PAYING_RECIPE.constants, ...PAYING_RECIPE.constants.slice(0, 1)] },
    detail: 'constants[3]: has the target of another constant.',
  },
  {
    name: 'an action without a type',
    change: { actions: [{ actionId: 'a1' }] },
    detail: 'actions[0].type: is missing or of the wrong kind.',
  },
])('$name is explained and not guessed', ({ change, detail }) => {
  expect(parseRecipe(JSON.stringify({ ...PAYING_RECIPE, ...change }), 'r.json')).toEqual({
    ok: false,
    failure: { kind: 'recipe-unreadable', fileName: 'r.json', detail },
  });
});

const heading = fc.constantFrom('Mobile', 'mobile', 'Mobile ', '', ' ', 'Name', 'नाम', 'a:b', '1 Name');
const choices = fc
  .record({
    dateOrder: fc.constantFrom('day-first' as const, 'month-first' as const),
    decimalMark: fc.constantFrom('point' as const, 'comma' as const),
    tagSeparators: fc.constantFrom(',', ';|'),
  })
  .map((each) => ({ ...DEFAULT_CHOICES, ...each }));
const destination = fc.constantFrom<Destination>(
  to('phone'),
  to('name'),
  to('source'),
  part('amount'),
  part('status'),
  part('remark', 'a2'),
  { kind: 'action-time', actionId: 'a2' },
);

/** Any mapping of a sheet with these headings that is at one with itself. */
const anyMapping = fc.array(heading, { minLength: 1, maxLength: 8 }).chain((headings) => {
  const columnIndex = fc.nat(headings.length - 1);
  return fc
    .record({
      targets: fc.array(fc.option(destination), { minLength: headings.length, maxLength: headings.length }),
      choices,
      extras: fc.array(fc.record({ columnIndex, target: destination, choices }), { maxLength: 6 }),
      constants: fc.uniqueArray(
        fc.record({ target: destination, text: fc.string({ minLength: 1 }), choices }),
        {
          selector: ({ target }) => destinationKey(target),
          maxLength: 4,
        },
      ),
      condition: fc.option(columnIndex),
      how: fc.constantFrom('join' as const, 'first-filled' as const),
      separator: fc.constantFrom(' ', '', ', '),
      duplicates: fc.constantFrom(...DUPLICATE_RULES),
    })
    .map((made): Mapping => {
      const mapping: Mapping = {
        columns: made.targets.map((target, index) => ({
          columnIndex: index,
          heading: headings[index] ?? '',
          target: target ?? { kind: 'not-sent' },
          origin: 'recipe',
          choices: made.choices,
        })),
        extras: made.extras,
        joins: [],
        constants: made.constants,
        actions: [
          { actionId: 'a2', type: 'ACTION_1001', onlyWhereFilled: made.condition },
          { actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: null },
        ],
        duplicates: made.duplicates,
      };
      const feeding = columnsFeeding(mapping, to('name'));
      const join = { target: to('name'), how: made.how, separator: made.separator };
      return feeding.length < 2
        ? mapping
        : { ...mapping, joins: [{ ...join, columnIndexes: feeding.toReversed() }] };
    });
});

test('whatever was decided, the recipe read back and applied to the same sheet decides the same', () => {
  fc.assert(
    fc.property(anyMapping, fc.nat(7), destination, (mapping, index, target) => {
      const columnIndex = index % mapping.columns.length;
      const decisions: readonly Decision[] = [
        { groupId: problemGroupId(columnIndex, { kind: 'phone-too-short' }), answer: { kind: 'leave-out' } },
        {
          groupId: problemGroupId(
            columnIndex,
            { kind: 'option-unknown', value: 'Fac:book', closest: null },
            destinationKey(target),
          ),
          answer: { kind: 'add-option' },
        },
      ];
      const read = parseRecipe(JSON.stringify(recipeFrom(mapping, decisions, 'Any')), 'r.json');
      expect(read).toMatchObject({ ok: true });
      const result = applied(read.ok ? read.value : RECIPE, ...mapping.columns.map((each) => each.heading));
      expect(result.mapping).toEqual(mapping);
      expect(result.decisions).toEqual(decisions);
      expect([result.missing, result.unused]).toEqual([[], []]);
    }),
  );
});
