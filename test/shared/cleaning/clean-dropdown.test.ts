import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropdownCleaner } from '../../../shared/cleaning/clean-dropdown.ts';
import { shown } from './shown.ts';
import { anyUnits } from './text-of.ts';

const CITIES = [
  'Jaipur',
  'Bengaluru',
  'Surat',
  'Chennai',
  'New Delhi',
  'Kolkata',
  'Mumbai',
  'Indore',
  'Lucknow',
];
const SOURCES = ['Facebook', 'Instagram', 'Walk-in', 'Referral', 'Google Ads', 'दोस्त', 'Café'];

const clean = dropdownCleaner({ options: [...CITIES, ...SOURCES], trustValues: false });

const unknown = (value: string, closest: string | null): unknown => ({
  kind: 'problem',
  problem: { kind: 'option-unknown', value, closest },
});

describe('a label in any case and with any blanks is sent exactly as Telecrm has it', () => {
  test.each([
    // Cities of the sample of messy leads, all of which the field lists but one.
    ['Jaipur', 'Jaipur'],
    ['Bengaluru', 'Bengaluru'],
    ['Surat', 'Surat'],
    ['Chennai', 'Chennai'],
    ['New Delhi', 'New Delhi'],
    ['Kolkata', 'Kolkata'],
    ['Mumbai', 'Mumbai'],
    ['Indore', 'Indore'],
    ['Lucknow', 'Lucknow'],
    ['', 'empty'],
    ['jaipur', 'Jaipur'],
    ['JAIPUR', 'Jaipur'],
    [' Jaipur ', 'Jaipur'],
    ['new  delhi', 'New Delhi'],
    ['NEW\u00a0DELHI', 'New Delhi'],
    ['New\nDelhi', 'New Delhi'],
    ['\u200bSurat', 'Surat'],
    ['walk-IN', 'Walk-in'],
    ['दोस्त', 'दोस्त'],
    ['Cafe\u0301', 'Café'],
    ['NA', 'empty'],
    ['n.a.', 'empty'],
    ['--', 'empty'],
    ['None', 'empty'],
    ['NULL', 'empty'],
    ['   ', 'empty'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toBe(expected);
  });
});

describe('an unknown label is a problem with the label that was probably meant, if any', () => {
  test.each([
    ['Pune', null],
    ['Facbook', 'Facebook'],
    ['facebok', 'Facebook'],
    ['Insta', 'Instagram'],
    ['walkin', 'Walk-in'],
    ['Walk in', 'Walk-in'],
    ['Google', 'Google Ads'],
    ['Mumbay', 'Mumbai'],
    ['Bangalore', null],
    ['Bengalooru', 'Bengaluru'],
    ['NewDelhi', 'New Delhi'],
    ['Chennai (south)', 'Chennai'],
    ['not given', null],
    ['x'.repeat(100), null],
  ])('%j suggests %j', (text, closest) => {
    expect(clean(text)).toEqual(unknown(text, closest));
  });

  test('what the problem shows is trimmed, so that alike values are one group', () => {
    expect(clean('  Pune ')).toEqual(unknown('Pune', null));
  });

  test('a remark in the column is too long to be a label', () => {
    expect(clean('x'.repeat(501))).toEqual({
      kind: 'problem',
      problem: { kind: 'text-too-long', limit: 500 },
    });
  });
});

describe('labels that could be misunderstood', () => {
  test('a label that the field lists is a label, even "None" and "NA"', () => {
    const odd = dropdownCleaner({ options: ['None', 'NA', '-'], trustValues: false });
    expect(['none', 'NA', '-', 'nil'].map((text) => shown(odd(text)))).toEqual(['None', 'NA', '-', 'empty']);
  });

  test('of two labels that differ only in case, only exact texts are taken', () => {
    const twice = dropdownCleaner({ options: ['Hot', 'HOT'], trustValues: false });
    expect(shown(twice('Hot'))).toBe('Hot');
    expect(shown(twice('HOT'))).toBe('HOT');
    expect(twice('hot')).toEqual(unknown('hot', 'Hot'));
  });

  test('names of JavaScript are labels like any other', () => {
    const odd = dropdownCleaner({ options: ['constructor'], trustValues: false });
    expect(shown(odd('constructor'))).toBe('constructor');
    expect(odd('__proto__')).toEqual(unknown('__proto__', null));
  });
});

describe('values that the user trusts', () => {
  const trusting = dropdownCleaner({ options: ['Jaipur'], trustValues: true });
  const blind = dropdownCleaner({ options: [], trustValues: true });

  test.each([
    ['Pune', 'Pune', 'Pune'],
    [' Pune ', 'Pune', 'Pune'],
    ['jaipur', 'Jaipur', 'jaipur'],
    ['NA', 'empty', 'empty'],
    ['', 'empty', 'empty'],
    ['a\0b', 'ab', 'ab'],
  ])('%j becomes %j with known labels and %j without', (text, known, none) => {
    expect([shown(trusting(text)), shown(blind(text))]).toEqual([known, none]);
  });
});

test('what comes out is always a label of the field, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anyUnits(), fc.mixedCase(fc.constantFrom(...CITIES, ...SOURCES))), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        expect([...CITIES, ...SOURCES]).toContain(result.value);
        expect(clean(String(result.value))).toEqual(result);
      }
    }),
    { numRuns: 1000 },
  );
});

test('what was asked before changes no answer, however much it was', () => {
  const used = dropdownCleaner({ options: CITIES, trustValues: false });
  for (let index = 0; index < 6000; index++) {
    used(`Town ${index}`);
  }
  expect(used('Town 5999')).toEqual(unknown('Town 5999', null));
  expect(used('Town 1')).toEqual(unknown('Town 1', null));
  expect(used('Mumbay')).toEqual(unknown('Mumbay', 'Mumbai'));
  expect(shown(used('mumbai'))).toBe('Mumbai');
});
