import { expect, test } from 'vitest';
import { phoneLikeness } from '../../../shared/sheet/phone-likeness.ts';

test.each([
  '9876501234',
  '+91 98765 01234',
  '09876501234',
  '+1 415 555 2671',
  '00447700900123',
  'Mob: 9876501234',
])('%s is a phone number for sure', (text) => {
  expect(phoneLikeness(text)).toBe('sure');
});

test.each(['1234567', '02223456789', '234567890123', '1700000000000', '9.19877E+11', '5876501234'])(
  '%s may be one, or an amount or account',
  (text) => {
    expect(phoneLikeness(text)).toBe('maybe');
  },
);

test.each([
  '',
  '12345',
  '2026-05-01',
  '13-11-2026',
  '1.234.567,50',
  '12,50,000',
  '1234567890123456',
  'Ravi',
  '9876501234x',
  '110011',
])('%j is none', (text) => {
  expect(phoneLikeness(text)).toBe('no');
});
