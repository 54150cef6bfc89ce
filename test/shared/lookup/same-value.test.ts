import { describe, expect, it } from 'vitest';
import type { FieldType } from '../../../shared/catalog/field.ts';
import type { FieldValue } from '../../../shared/cleaning/clean-value.ts';
import { sameValue } from '../../../shared/lookup/same-value.ts';

const SETTINGS = { defaultCountry: 'IN', timeZone: 'Asia/Kolkata' };
/** 1 June 2026, half past ten in the morning in India. */
const HALF_PAST_TEN = Date.UTC(2026, 5, 1, 5, 0, 0);
const THAT_MIDNIGHT = Date.UTC(2026, 4, 31, 18, 30, 0);

const SAME: readonly (readonly [FieldType, FieldValue, unknown])[] = [
  ['text', 'Asha Rao', 'Asha Rao'],
  ['text', 'two\nlines', 'two\r\nlines '],
  ['text', 'José', 'Jose\u0301'],
  ['email', 'asha@acme.example', 'Asha@Acme.example'],
  ['phone', '919812345670', '+91 98123 45670'],
  ['phone', '919812345670', 9_812_345_670],
  ['phone', '919812345670', { number: '9812345670' }],
  ['number', 12.5, '12.50'],
  ['number', 1000, '1,000'],
  ['money', '1000', 1000],
  ['money', '1250000', '₹12,50,000'],
  ['money', '1000', { amount: '1000.00', currency: 'INR' }],
  ['rating', 3, '3'],
  ['date', HALF_PAST_TEN, HALF_PAST_TEN],
  ['date', HALF_PAST_TEN, String(HALF_PAST_TEN)],
  ['date', HALF_PAST_TEN, HALF_PAST_TEN / 1000],
  ['date', HALF_PAST_TEN, '01/06/2026 10:30:00'],
  ['date', HALF_PAST_TEN, '01/06/2026 10:30'],
  ['date', HALF_PAST_TEN, '2026-06-01T05:00:00.000Z'],
  ['date', HALF_PAST_TEN, '2026-06-01T10:30:00+05:30'],
  ['date', THAT_MIDNIGHT, '01/06/2026'],
  ['date', HALF_PAST_TEN, '2026-06-01'],
  ['dropdown', 'Facebook', 'facebook'],
  ['dropdown', 'Facebook', { id: 'abc', label: 'Facebook' }],
  ['status', 'Follow Up', 'Follow  Up'],
  ['lostReason', 'Too far', { reasonLabel: 'x', label: 'Too far' }],
  ['tags', ['MBA', 'Weekend'], ['Weekend', 'mba']],
  ['tags', ['MBA', 'Weekend'], 'MBA, Weekend'],
  ['tags', ['MBA'], [{ label: 'MBA' }]],
  ['website', 'https://example.org', 'http://www.Example.org/'],
  ['medialink', 'https://example.org/a.pdf', ['https://example.org/a.pdf']],
  ['activeUsers', 'asha@acme.example', { name: 'Asha', email: 'asha@acme.example' }],
  ['activeUsers', 'asha@acme.example', [{ name: 'Asha', email: 'asha@acme.example' }]],
];

const DIFFERENT: readonly (readonly [FieldType, FieldValue, unknown])[] = [
  ['text', 'Asha Rao', 'asha rao'],
  ['text', 'Asha', null],
  ['text', 'Asha', ''],
  ['text', 'Asha', undefined],
  ['phone', '919812345670', '919812345671'],
  ['phone', '919812345670', '99999XXXXX'],
  ['number', 12, 'twelve'],
  ['number', 0, null],
  ['money', '1000', '10000'],
  ['rating', 3, 4],
  ['date', HALF_PAST_TEN, '01/06/2026 10:31'],
  ['date', HALF_PAST_TEN, '02/06/2026'],
  ['date', HALF_PAST_TEN, '06/01/2026 10:30:00'],
  ['date', HALF_PAST_TEN, 'yesterday'],
  ['date', HALF_PAST_TEN, []],
  ['dropdown', 'Facebook', 'Facbook'],
  ['tags', ['MBA', 'Weekend'], ['MBA']],
  ['tags', ['MBA'], []],
  ['website', 'https://example.org/a', 'https://example.org/b'],
  ['activeUsers', 'asha@acme.example', { name: 'Ravi', email: 'ravi@acme.example' }],
];

describe('a value in Telecrm', () => {
  it.each(SAME)('of type %s: %j is the same as %j', (type, sent, found) => {
    expect(sameValue(type, SETTINGS, 'differs')(sent, found)).toBe(true);
  });

  it.each(DIFFERENT)('of type %s: %j is not %j', (type, sent, found) => {
    expect(sameValue(type, SETTINGS, 'is-same')(sent, found)).toBe(false);
  });

  it('may have further tags after sending, but before it they might be replaced', () => {
    const found = ['MBA', 'Old tag'];
    expect(sameValue('tags', SETTINGS, 'is-same')(['MBA'], found)).toBe(true);
    expect(sameValue('tags', SETTINGS, 'differs')(['MBA'], found)).toBe(false);
  });
});
