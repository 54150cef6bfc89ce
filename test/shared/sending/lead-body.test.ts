import { expect, test } from 'vitest';
import type { CleanedRow } from '../../../shared/cleaning/cleaned-row.ts';
import { leadBody } from '../../../shared/sending/lead-body.ts';

const rowWith = (fields: CleanedRow['fields']): CleanedRow => ({
  fields,
  actions: [],
  problems: [],
  standing: 'ready',
  identifierKey: '919876512345',
});

test('a lead is sent as fields and nothing else, in JSON types and in the order of the columns', () => {
  const fields = {
    phone: '919876512345',
    name: 'राहुल "R"\n',
    rating: 3,
    budget: -1.5,
    courses: ['MBA', 'BBA'],
  };
  expect(leadBody(rowWith(fields))).toBe(
    '{"fields":{"phone":"919876512345","name":"राहुल \\"R\\"\\n","rating":3,"budget":-1.5,"courses":["MBA","BBA"]}}',
  );
});

test('a date is the number of milliseconds, never in scientific notation', () => {
  expect(leadBody(rowWith({ met: 1_749_114_000_000, budget: 123_456_789_012_345 }))).toBe(
    '{"fields":{"met":1749114000000,"budget":123456789012345}}',
  );
});
