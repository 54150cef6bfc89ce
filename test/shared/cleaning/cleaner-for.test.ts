import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_TYPES, type Field, type FieldType } from '../../../shared/catalog/field.ts';
import { cleanerFor } from '../../../shared/cleaning/cleaner-for.ts';
import type { Cleaner } from '../../../shared/cleaning/clean-value.ts';
import { DEFAULT_CHOICES } from '../../../shared/mapping/mapping.ts';
import { violationsOf } from '../telecrm-rules.ts';
import { anyUnits, textOf } from './text-of.ts';

const INDIA = { defaultCountry: 'IN', timeZone: 'Asia/Kolkata', team: null };

function fieldOf(type: FieldType, changes: Partial<Field> = {}): Field {
  const hasOptions = type === 'dropdown' || type === 'status' || type === 'lostReason';
  return {
    apiName: 'it',
    label: 'It',
    type,
    options: hasOptions ? ['Fresh', 'Follow Up', '5', 'फ्रेश'] : null,
    trustValues: false,
    ...changes,
  };
}

function cleanerOf(field: Field): Cleaner {
  const cleaner = cleanerFor(field, DEFAULT_CHOICES, INDIA);
  if (cleaner === null) {
    throw new Error(`no cleaner for ${field.type}`);
  }
  return cleaner;
}

/** Texts of every kind: what people type into any column, and what breaks programs. */
const anyCell = fc.oneof(
  anyUnits(),
  fc.string({ unit: 'grapheme' }),
  textOf('0123456789+-/.,:;@ ()eExX%\n\'"₹०९★🙏'),
  fc.constantFrom(
    'Fresh',
    'follow up',
    'NA',
    '3 stars',
    '98765 12345',
    '5 Jun 2025',
    '12,50,000',
    'asha@acme.example',
  ),
  fc.constantFrom(
    '\ud83d',
    '\0',
    '__proto__',
    '9'.repeat(400),
    'x'.repeat(70_000),
    '-'.repeat(10_000),
    '1e999',
  ),
);

describe.each(FIELD_TYPES)('values for a %s field', (type) => {
  test('never throw, whatever the cell holds, and are what Telecrm keeps', () => {
    const field = fieldOf(type);
    const clean = cleanerOf(field);
    fc.assert(
      fc.property(anyCell, (text) => {
        const result = clean(text);
        if (result.kind === 'value') {
          const body: unknown = JSON.parse(JSON.stringify({ fields: { it: result.value } }));
          expect(violationsOf(body, { fields: [field], identifier: 'it' })).toEqual([]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('depend on nothing but the cell: two cleaners agree after different pasts', () => {
    const fresh = cleanerOf(fieldOf(type));
    const used = cleanerOf(fieldOf(type));
    fc.assert(
      fc.property(anyCell, anyCell, (past, text) => {
        used(past);
        expect(used(text)).toEqual(fresh(text));
      }),
      { numRuns: 300 },
    );
  });

  test('are absent for an empty cell and for blanks', () => {
    const clean = cleanerOf(fieldOf(type));
    expect([clean(''), clean('  '), clean('\u00a0\t')]).toEqual([
      { kind: 'empty' },
      { kind: 'empty' },
      { kind: 'empty' },
    ]);
  });
});

describe('what cannot be checked is not sent', () => {
  test.each(FIELD_TYPES)('%s', (type) => {
    const cleaner = cleanerFor(fieldOf(type, { options: null }), DEFAULT_CHOICES, INDIA);
    expect(cleaner === null).toBe(['dropdown', 'status', 'lostReason'].includes(type));
  });

  test('unless the user said that the values exist exactly so', () => {
    const trusted = cleanerOf(fieldOf('dropdown', { options: null, trustValues: true }));
    expect(trusted(' Pune ')).toEqual({ kind: 'value', value: 'Pune', check: null });
  });
});

test('the choices of a column reach its cleaner', () => {
  const choices = { dateOrder: 'month-first', decimalMark: 'comma', tagSeparators: '/' } as const;
  const results = (['date', 'number', 'tags'] as const).map((type, index) =>
    cleanerFor(fieldOf(type), choices, INDIA)?.(['05/25/2025', '1.234,5', 'MBA/BBA'][index] ?? ''),
  );
  expect(results).toEqual([
    { kind: 'value', value: Date.parse('2025-05-25T00:00:00+05:30'), check: null },
    { kind: 'value', value: 1234.5, check: null },
    { kind: 'value', value: ['MBA', 'BBA'], check: null },
  ]);
});
