import { expect, test } from 'vitest';
import type { Catalog, Field } from '../../shared/catalog/field.ts';
import { violationsOf } from './telecrm-rules.ts';

const field = (apiName: string, type: Field['type'], options: readonly string[] | null = null): Field => ({
  apiName,
  label: apiName,
  type,
  options,
  trustValues: false,
});

const CATALOG: Catalog = {
  identifier: 'phone',
  fields: [
    field('name', 'text'),
    field('phone', 'phone'),
    field('email', 'email'),
    field('budget', 'number'),
    field('rating', 'rating'),
    field('met', 'date'),
    field('city', 'dropdown', ['Jaipur']),
    field('status', 'status', ['Fresh']),
    field('courses', 'tags'),
  ],
};

test('a lead that Telecrm would keep whole has no violations', () => {
  const fields = {
    name: 'Asha',
    phone: '919876512345',
    email: 'asha@acme.example',
    budget: 12.5,
    rating: 3,
    met: Date.UTC(2025, 5, 5),
    city: 'Jaipur',
    status: 'Fresh',
    courses: ['MBA', 'Weekend'],
  };
  expect(violationsOf({ fields }, CATALOG)).toEqual([]);
});

test.each([
  ['a number as text', { budget: '1000' }],
  ['a number that is none', { budget: Number.NaN }],
  ['a rating as text', { rating: '3' }],
  ['a rating beyond five', { rating: 6 }],
  ['a rating between', { rating: 4.5 }],
  ['a date as text', { met: '2025-06-05' }],
  ['a date in seconds of no year', { met: 1e15 }],
  ['tags as text', { courses: 'MBA,BBA' }],
  ['a tag twice', { courses: ['MBA', 'mba'] }],
  ['no tags', { courses: [] }],
  ['an option in another case', { city: 'jaipur' }],
  ['a status that is not listed', { status: 'Hot' }],
  ['an address without a domain', { email: 'asha@acme' }],
  ['an address with two at', { email: 'asha@@acme.example' }],
  ['an empty text', { name: '' }],
  ['a null', { name: null }],
  ['blanks at the end', { name: 'Asha ' }],
  ['half a character', { name: '\ud800' }],
  ['a NUL', { name: 'A\0' }],
  ['an unknown API name', { Name: 'Asha' }],
])('%s is a violation', (_, fields) => {
  expect(violationsOf({ fields: { phone: '919876512345', ...fields } }, CATALOG)).toHaveLength(1);
});

test.each([
  ['9876512345'.slice(0, 7)],
  ['98765 12345'],
  ['0919876512345'],
  ['9198765123456789'],
  [919_876_512_345],
])('the phone %j is a violation', (phone) => {
  expect(violationsOf({ fields: { phone } }, CATALOG)).toHaveLength(1);
});

test('a lead without its identifier is a violation', () => {
  expect(violationsOf({ fields: { name: 'Asha' } }, CATALOG)).toHaveLength(1);
});

test.each([[null], ['text'], [[]], [{}], [{ fields: null }], [{ fields: [] }], [{ fields: {}, more: 1 }]])(
  'the body %j is a violation',
  (body) => {
    expect(violationsOf(body, CATALOG)).not.toEqual([]);
  },
);
