import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberCleaner } from '../../../shared/cleaning/clean-number.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = numberCleaner({ decimalMark: 'point', currency: 'INR' });
const cleanComma = numberCleaner({ decimalMark: 'comma', currency: 'INR' });

const NOT = 'number-not-a-number';
const PERCENT = 'number-percent';
const WORDS = 'number-with-words';
const LONG = 'number-too-long';

describe('with a decimal point', () => {
  test.each<[string, unknown, string]>([
    // Spellings of the sample of messy leads.
    ['850000.00', 850_000, 'as accounting programs print it'],
    ['₹ 12,50,000', 1_250_000, 'a currency sign'],
    ['₹75 000', 75_000, 'a currency sign'],
    ['1,20,000', 120_000, 'Indian groups'],
    ['NA', 'empty', 'a stand-in for nothing'],
    ['1250000', 1_250_000, 'digits'],
    ['-', 'empty', 'a dash as in a ledger'],
    ['Rs. 4,00,000/-', 400_000, 'rupees in letters'],
    ['12.5 lakh', WORDS, 'lakhs'],
    ['', 'empty', 'an empty cell'],
    // Others.
    ['12,50,000', 1_250_000, 'Indian groups'],
    ['1,00,00,000', 10_000_000, 'a crore in Indian groups'],
    ['1,250,000', 1_250_000, 'western groups'],
    ['12,34,567.50', 1_234_567.5, 'groups and a fraction'],
    ['1,234', 1234, 'one group, right in both systems'],
    ['75 000', 75_000, 'a blank between groups'],
    ['75\u00a0000', 75_000, 'a blank that does not break'],
    ['75\u202f000', 75_000, 'a narrow blank'],
    ["1'000", 1000, 'Swiss groups'],
    ['१२५०००', 125_000, 'Devanagari digits'],
    ['१,२५,०००', 125_000, 'Devanagari digits in groups'],
    ['-5', -5, 'a minus'],
    ['−5', -5, 'a real minus sign'],
    ['- 5', -5, 'a minus and a blank'],
    ['+5', 5, 'a plus'],
    ['0', 0, 'nothing is a number'],
    ['-0', 0, 'no negative zero'],
    ['007', 7, 'leading zeros'],
    ['.5', 0.5, 'no whole part'],
    ['0.1', 0.1, 'a fraction no double holds exactly'],
    ['1.10', 1.1, 'zeros at the end'],
    ["'1200", 1200, "Excel's apostrophe"],
    [' 42 ', 42, 'blanks around'],
    ['1.25000E+05', 125_000, 'scientific with every digit written'],
    ['123456789012345', 123_456_789_012_345, 'fifteen digits'],
    ['100000000000000.0', 100_000_000_000_000, 'zeros of a fraction do not count'],
    ['1,25', NOT, 'a decimal comma, or a group cut off'],
    ['1,2,3', NOT, 'groups of one'],
    ['1,23,4567', NOT, 'a last group of four'],
    ['12,345,67', NOT, 'a last group of two'],
    ['1234,567', NOT, 'a first group of four'],
    ['1,234 567', NOT, 'two kinds of groups'],
    ['1.234.567', NOT, 'points as groups'],
    ['5.', NOT, 'a fraction cut off'],
    ['1e5', NOT, 'perhaps rounded'],
    ['1.2E+05', NOT, 'perhaps rounded by Excel'],
    ['12-15', NOT, 'a range'],
    ['(500)', NOT, 'negative to accountants only'],
    ['500-', NOT, 'a minus behind'],
    ['not yet', NOT, 'words'],
    ['#REF!', NOT, 'an error of Excel'],
    ['½', NOT, 'a fraction in one sign'],
    ['Infinity', NOT, 'a number to JavaScript only'],
    ['50%', PERCENT, '50 or 0.5?'],
    ['12.5 %', PERCENT, 'a blank before the sign'],
    ['50 percent', PERCENT, 'in a word'],
    ['10-20%', WORDS, 'a range'],
    ['INR 500', 500, 'the code of the currency'],
    ['500 rupees only', 500, 'as on a cheque'],
    ['₹ -500', -500, 'the sign behind the mark'],
    ['-₹500', -500, 'the sign before the mark'],
    ['₹', 'empty', 'a mark and no number'],
    ['₹ -', 'empty', 'as accounting cells show nothing'],
    ['€5', WORDS, 'another currency'],
    ['30 kg', WORDS, 'a unit'],
    ['$5', WORDS, 'a currency sign'],
    ['5k', WORDS, 'thousands'],
    ['3/4', WORDS, 'a fraction or a date'],
    ['0x10', WORDS, 'a number to programmers only'],
    ['1234567890123456', LONG, 'sixteen digits'],
    ['0.1234567890123456', LONG, 'sixteen digits in a fraction'],
    ['9'.repeat(70), LONG, 'seventy digits'],
    ['0.0000001', LONG, 'smaller than anything that people count'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('with a decimal comma', () => {
  test.each([
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['1.234', 1234],
    ['1,25', 1.25],
    ['-0,5', -0.5],
    [',5', 0.5],
    ['850000', 850_000],
    ['850000.00', NOT],
    ['12.50', NOT],
    ['1,234,567', NOT],
    ['12,50,000', NOT],
    ['0.5', NOT],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(cleanComma(text))).toEqual(expected);
  });
});

describe('laws', () => {
  test('a number written plainly comes back as itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
        fc.integer({ min: 0, max: 6 }),
        (integer, places) => {
          const text = (integer / 10 ** places).toFixed(places);
          const digits = text.replaceAll(/[-.]/gu, '').replace(/^0+/u, '').length;
          const expected = Number(text) === 0 ? 0 : Number(text);
          expect(shown(clean(text))).toBe(digits > 15 ? LONG : expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('Indian and western groups of one number mean the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
        expect(shown(clean(value.toLocaleString('en-IN')))).toBe(value);
        expect(shown(clean(value.toLocaleString('en-US')))).toBe(value);
        expect(shown(cleanComma(value.toLocaleString('de-DE')))).toBe(value);
      }),
    );
  });

  test('what comes out is a JSON number, and cleaning it again changes nothing', () => {
    const likely = textOf("0123456789,.- +e'₹९/");
    fc.assert(
      fc.property(fc.oneof(anyUnits(), likely, fc.double().map(String)), (text) => {
        const result = clean(text);
        if (result.kind === 'value') {
          expect(JSON.stringify(result.value)).toBe(String(result.value));
          expect(clean(String(result.value))).toEqual(result);
        }
        const comma = cleanComma(text);
        if (comma.kind === 'value') {
          expect(cleanComma(String(comma.value).replace('.', ','))).toEqual(comma);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
