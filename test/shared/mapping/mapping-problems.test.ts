import { expect, test } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { mappingProblems } from '../../../shared/mapping/mapping-problems.ts';
import { DEFAULT_CHOICES, type Mapping, type Target } from '../../../shared/mapping/mapping.ts';

const CATALOG = { fields: STANDARD_FIELDS, identifier: 'phone' };

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
    { kind: 'field-not-in-workspace', apiName: 'Phone' },
    { kind: 'field-not-in-workspace', apiName: 'budget' },
    { kind: 'identifier-not-matched', label: 'Phone' },
  ]);
});
