import { expect, test } from 'vitest';
import type { Catalog } from '../../../shared/catalog/field.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { Decision } from '../../../shared/cleaning/plan.ts';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import { DEFAULT_CHOICES, type ColumnMapping, type Mapping } from '../../../shared/mapping/mapping.ts';
import {
  applyRecipe,
  parseRecipe,
  recipeFrom,
  recipeSchema,
  type Recipe,
} from '../../../shared/mapping/recipe.ts';

const CATALOG: Catalog = {
  fields: [
    ...STANDARD_FIELDS,
    { apiName: 'alt_phone', label: 'Alternate Phone', type: 'phone', options: null, trustValues: false },
    { apiName: 'source', label: 'Lead Source', type: 'dropdown', options: ['Facebook'], trustValues: false },
  ],
  identifier: 'phone',
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
    version: 1,
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
  expect(result.mapping.columns).toEqual(MAPPING.columns.map((each) => ({ ...each, origin: 'chosen' })));
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
  expect(applyRecipe(RECIPE, sheetWith('Name'), { fields: STANDARD_FIELDS, identifier: 'phone' })).toEqual({
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
  { name: 'some other JSON', text: '{"name":"x"}', detail: 'kind: has a value that is not allowed.' },
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
