import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandExponent } from '../../../shared/cleaning/expand-exponent.ts';

test.each([
  ['9.19876543210E+11', '919876543210'],
  ['9.19876543210e11', '919876543210'],
  ['9,19876543210E+11', '919876543210'],
  ['9.198765432100E+11', '919876543210'],
  ['9.1987654321005E+11', '919876543210.05'],
  ['-1.25000E+05', '-125000'],
  ['1.5E0', '1.5'],
  ['0.00001E+05', '1'],
])('%j carries every digit of %s', (text, digits) => {
  expect(expandExponent(text)).toEqual({ kind: 'exact', digits });
});

test.each(['9.19877E+11', '9E+11', '9.1987654321E+11', '1E5'])('%j has lost digits, or may have', (text) => {
  expect(expandExponent(text)).toEqual({ kind: 'digits-lost' });
});

test.each([
  '',
  '919876543210',
  'E+11',
  '9.19877E',
  '9.19877E+',
  '9.19877E-11',
  '9.1.9E+11',
  'x9E+11',
  '9E+100',
])('%j is not scientific notation that is read', (text) => {
  expect(expandExponent(text)).toEqual({ kind: 'not-scientific' });
});

test('a whole number printed with all its digits comes back, printed with fewer it never does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000_000, max: 999_999_999_999 }),
      fc.integer({ min: 0, max: 12 }),
      (value, places) => {
        const carriesAll = places >= String(value).length - 1;
        expect(expandExponent(value.toExponential(places))).toEqual(
          carriesAll ? { kind: 'exact', digits: String(value) } : { kind: 'digits-lost' },
        );
      },
    ),
  );
});
