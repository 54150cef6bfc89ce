import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestApiName } from '../../../shared/catalog/closest-api-name.ts';

const NAMES = [
  'name',
  'phone',
  'lead_source',
  'city',
  'dateOfBirth',
  'phone_2',
  'phone_3',
  'admission_counsellor',
  '__proto__',
];

test.each([
  ['Phone', 'phone'],
  ['PHONE', 'phone'],
  ['Lead_Source', 'lead_source'],
  ['leadSource', 'lead_source'],
  ['lead-source', 'lead_source'],
  ['leadsource', 'lead_source'],
  ['date_of_birth', 'dateOfBirth'],
  ['DateOfBirth', 'dateOfBirth'],
  ['Phone2', 'phone_2'],
  ['proto', '__proto__'],
  ['lead_sorce', 'lead_source'],
  ['lead_scource', 'lead_source'],
  ['admision_counselor', 'admission_counsellor'],
  ['phone', null],
  ['phone_4', null],
  ['phon', null],
  ['nane', null],
  ['citi', null],
  ['lead_score', null],
  ['course', null],
  ['', null],
  ['_', null],
])('by %j the catalog’s %j was meant', (apiName, closest) => {
  expect(closestApiName(apiName, NAMES)).toBe(closest);
});

test('of two that are equally alike none is proposed', () => {
  expect(closestApiName('leadsource', ['lead_source', 'leadSource'])).toBeNull();
  expect(closestApiName('sources', ['source1', 'source'])).toBe('source');
  expect(closestApiName('parent_name', ['parents_name', 'parent_names'])).toBeNull();
});

test('a name that is listed twice is still one', () => {
  expect(closestApiName('City', ['city', 'city'])).toBe('city');
});

test('what is proposed is always one of the names, and never the name itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.oneof(fc.string(), fc.constantFrom(...NAMES))), (apiName, names) => {
      const closest = closestApiName(apiName, names);
      if (closest !== null) {
        expect(names).toContain(closest);
        expect(names).not.toContain(apiName);
      }
    }),
  );
});
