import { expect, test } from 'vitest';
import type { Field } from '../../shared/catalog/field.ts';
import { violationsOf, type RulesCatalog } from './telecrm-rules.ts';

const field = (apiName: string, type: Field['type'], options: readonly string[] | null = null): Field => ({
  apiName,
  label: apiName,
  type,
  options,
  trustValues: false,
});

const CATALOG: RulesCatalog = {
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
    field('value', 'money'),
    field('why', 'lostReason', ['Price']),
    field('site', 'website'),
    field('paper', 'medialink'),
    field('owner', 'activeUsers'),
  ],
  team: [
    { name: 'Asha', email: 'asha@acme.example', isActive: true },
    { name: 'Ravi', email: 'ravi@acme.example', isActive: false },
  ],
  actions: [
    {
      type: 'ACTION_7',
      label: 'Visit',
      allowsOwnTime: true,
      fields: [
        {
          apiName: 'note',
          label: 'Note',
          type: 'text',
          options: null,
          trustValues: false,
          isRequired: false,
        },
        {
          apiName: 'by',
          label: 'By',
          type: 'activeUsers',
          options: null,
          trustValues: false,
          isRequired: false,
        },
      ],
    },
    { type: 'ACTION_8', label: 'Call', allowsOwnTime: false, fields: [] },
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
    value: '1250000.50',
    why: 'Price',
    site: 'https://शिक्षा.example/x?y=1',
    paper: 'https://drive.google.com/open?id=1',
    owner: 'asha@acme.example',
  };
  const actions = [
    { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '0.50' },
    { type: 'ACTION_7', fields: { note: 'Met', by: 'asha@acme.example' }, created_on: '29/02/2024 23:59:59' },
    { type: 'ACTION_8', fields: {} },
  ];
  expect(violationsOf({ fields, actions }, CATALOG)).toEqual([]);
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
  ['money as a number', { value: 1000 }],
  ['money with separators', { value: '1,000' }],
  ['money with a sign', { value: '-5' }],
  ['money with a symbol', { value: '₹5' }],
  ['money in scientific notation', { value: '1e5' }],
  ['a lost reason in other letters', { why: 'price' }],
  ['a website without a scheme', { site: 'www.acme.in' }],
  ['a website of words', { site: 'https://not yet' }],
  ['a website without a dot', { site: 'https://acme' }],
  ['a file of a computer', { paper: 'file:///C:/a.pdf' }],
  ['a link into a network', { paper: 'http://192.168.1.2/a.pdf' }],
  ['a link to this machine', { paper: 'http://localhost/a' }],
  ['a name instead of an address', { owner: 'Asha' }],
  ['somebody who is not in the team', { owner: 'b@acme.example' }],
  ['a member in other letters', { owner: 'Asha@acme.example' }],
  ['a member who was switched off', { owner: 'ravi@acme.example' }],
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

const PAYMENT = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '5' };

test.each<[string, unknown]>([
  ['that is text', 'ACTION_7'],
  ['without the prefix', { type: '7', fields: {} }],
  ['that the workspace does not have', { type: 'ACTION_9', fields: {} }],
  ['without fields', { type: 'ACTION_7' }],
  ['with more than belongs to it', { type: 'ACTION_7', fields: {}, note: 'Met' }],
  ['with an unknown field', { type: 'ACTION_7', fields: { Note: 'Met' } }],
  ['with a value of another type', { type: 'ACTION_7', fields: { note: 5 } }],
  ['with somebody who is not in the team', { type: 'ACTION_7', fields: { by: 'x@acme.example' } }],
  ['at a time in ISO 8601', { type: 'ACTION_7', fields: {}, created_on: '2026-05-14T10:00:00Z' }],
  ['on a day that does not exist', { type: 'ACTION_7', fields: {}, created_on: '31/02/2026 10:00:00' }],
  ['at a time that would be ignored', { type: 'ACTION_8', fields: {}, created_on: '14/05/2026 10:00:00' }],
  ['of a payment without amount', { type: 'PAYMENT', status: 'PENDING', currency: 'INR' }],
  ['of a payment of nothing', { ...PAYMENT, amount: '0.00' }],
  ['of a payment in a number', { ...PAYMENT, amount: 5 }],
  ['of a payment below zero', { ...PAYMENT, amount: '-5' }],
  ['of a payment in euros', { ...PAYMENT, currency: 'EUR' }],
  ['of a payment in small letters', { ...PAYMENT, status: 'pending' }],
  ['of a payment with fields', { ...PAYMENT, fields: {} }],
])('an action %s is a violation', (_, action) => {
  expect(violationsOf({ fields: { phone: '919876512345' }, actions: [action] }, CATALOG)).toHaveLength(1);
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
