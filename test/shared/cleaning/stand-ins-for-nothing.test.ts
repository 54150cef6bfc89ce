import { expect, test } from 'vitest';
import { isNothing } from '../../../shared/cleaning/stand-ins-for-nothing.ts';

test.each([
  '',
  '-',
  '--',
  '-----',
  '- -',
  '–',
  '—',
  '−',
  '‐',
  'NA',
  'na',
  'N/A',
  'n/a',
  'N.A.',
  'n.a',
  'nil',
  'NIL',
  'none',
])('%j stands for nothing', (text) => {
  expect(isNothing(text)).toBe(true);
});

test.each(['None', 'null', 'NULL', '#N/A', 'NaN', 'n/a.'])('%j stands for nothing', (text) => {
  expect(isNothing(text)).toBe(true);
});

test.each([
  'not given',
  'yesterday',
  '0',
  '.',
  '?',
  'no',
  'pending',
  '-5',
  '- x',
  'n',
  'nah',
  '#REF!',
  'ना',
  'nilam',
  '_',
])('%j may mean something', (text) => {
  expect(isNothing(text)).toBe(false);
});
