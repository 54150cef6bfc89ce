import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyCleaner } from '../../../shared/cleaning/clean-money.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = moneyCleaner({ decimalMark: 'point', currency: 'INR' });
const cleanComma = moneyCleaner({ decimalMark: 'comma', currency: 'INR' });

const NOT = 'money-not-an-amount';
const NEGATIVE = 'money-negative';
const RANGE = 'money-range';
const OTHER = 'money-other-currency';
const LONG = 'number-too-long';

describe('with a decimal point', () => {
  test.each<[string, string, string]>([
    // Spellings of the sample of messy leads.
    ['Rs. 4,00,000/-', '400000', 'as on a bill'],
    ['NA', 'empty', 'a stand-in for nothing'],
    ['1250000', '1250000', 'digits'],
    ['₹ 12,50,000', '1250000', 'the sign and Indian groups'],
    ['12.5 lakh', '1250000', 'lakhs'],
    ['₹75 000', '75000', 'a blank between groups'],
    ['850000.00', '850000', 'no paise'],
    ['-', 'empty', 'a dash as in a ledger'],
    ['1,20,000', '120000', 'Indian groups'],
    ['', 'empty', 'an empty cell'],
    // How amounts are written in India.
    ['1,23,456.50', '123456.50', 'paise stay as they are'],
    ['₹1,200', '1200', 'the sign without a blank'],
    ['Rs 500', '500', 'no full stop'],
    ['Rs.500', '500', 'no blank'],
    ['rs.1,00,000', '100000', 'small letters'],
    ['Re 1', '1', 'one rupee'],
    ['INR 25,000', '25000', 'the code'],
    ['25000 INR', '25000', 'the code behind'],
    ['25,000 rupees', '25000', 'the word'],
    ['Rs. 25,000/- only', '25000', 'as on a cheque'],
    ['500/-', '500', 'the stroke alone'],
    ['500/=', '500', 'the stroke of the east'],
    ['रु. 5,000', '5000', 'in Hindi'],
    ['५,००,००० रुपये', '500000', 'Devanagari digits'],
    ['1.2 Cr', '12000000', 'crores'],
    ['1.2Cr.', '12000000', 'crores without a blank'],
    ['2 crore', '20000000', 'crores in full'],
    ['2 Crs', '20000000', 'whose end is no rupee'],
    ['5L', '500000', 'a letter for lakh'],
    ['7.25 lacs', '725000', 'the old spelling'],
    ['₹ 15 Lakhs', '1500000', 'sign and word'],
    ['१२ लाख', '1200000', 'lakhs in Hindi'],
    ['२ करोड़', '20000000', 'crores in Hindi'],
    ['5 हज़ार', '5000', 'thousands in Hindi'],
    ['50k', '50000', 'thousands'],
    ['50 thousand', '50000', 'thousands in full'],
    ['1 crore 20 lakh', '12000000', 'a sum'],
    ['1 lakh and 50 thousand', '150000', 'a sum with "and"'],
    ['5 lakh 20,000', '520000', 'a sum that ends in digits'],
    ['Rs 2 lakh 50 thousand only', '250000', 'a sum with marks around'],
    ['1.5 million', '1500000', 'millions'],
    ['0.29 lakh', '29000', 'exactly, not 28999.999999999996'],
    ['1.005 lakh', '100500', 'exactly, not 100499.99999999999'],
    ['0', '0', 'nothing is an amount'],
    ['0.00', '0', 'nothing with paise'],
    ['.50', '0.50', 'no rupees'],
    ['007', '7', 'leading zeros'],
    ['1200.5', '1200.5', 'one digit of paise'],
    ['1200.500', '1200.5', 'a thousandth that says nothing'],
    ["'1200", '1200', "Excel's apostrophe"],
    ['+500', '500', 'a plus'],
    ['1.25000E+05', '125000', 'scientific with every digit written'],
    ['1,250,000', '1250000', 'western groups'],
    ['₹', 'empty', 'a sign and no amount'],
    ['₹ -', 'empty', 'as accounting cells show nothing'],
    ['Rs. NIL', 'empty', 'nothing in words'],
    ['-500', NEGATIVE, 'a minus'],
    ['−₹500', NEGATIVE, 'a real minus sign'],
    ['₹ -500', NEGATIVE, 'a minus behind the sign'],
    ['(500)', NEGATIVE, 'as accountants write it'],
    ['(₹1,20,000.00)', NEGATIVE, 'with the sign inside'],
    ['₹(500)', NEGATIVE, 'with the sign outside'],
    ['500-', NEGATIVE, 'as SAP prints it'],
    ['-2 lakh', NEGATIVE, 'a minus before words'],
    ['10-15 lakh', RANGE, 'a range'],
    ['₹5 lakh to ₹10 lakh', RANGE, 'a range in words'],
    ['20L - 25L', RANGE, 'a range with blanks'],
    ['50L+', RANGE, 'open above'],
    ['under 50 lakh', RANGE, 'open below'],
    ['upto 5 lakh', RANGE, 'open below'],
    ['> 1 Cr', RANGE, 'open above'],
    ['$500', OTHER, 'dollars'],
    ['USD 500', OTHER, 'dollars by code'],
    ['500 AED', OTHER, 'dirhams'],
    ['€ 20', OTHER, 'euros'],
    ['1e5', NOT, 'perhaps rounded'],
    ['1.2E+06', NOT, 'perhaps rounded by Excel'],
    ['12,5', NOT, 'a decimal comma, or a group cut off'],
    ['1,25 lakh', NOT, 'the same with a word'],
    ['1,23,4567', NOT, 'a last group of four'],
    ['10 20', NOT, 'two numbers'],
    ['5 10 lakh', NOT, 'two numbers and a word'],
    ['5 lakh 10 lakh', NOT, 'no sum: the parts do not get smaller'],
    ['45000.00 Cr', NOT, 'a credit of an accounting program'],
    ['6 LPA', NOT, 'an amount by the year'],
    ['5000/month', NOT, 'an amount by the month'],
    ['5M', NOT, 'a million to some, a thousand to others'],
    ['30 kg', NOT, 'another unit'],
    ['50%', NOT, 'a share'],
    ['lakh', NOT, 'a word and no number'],
    ['free', NOT, 'words'],
    ['not decided', NOT, 'words'],
    ['#REF!', NOT, 'an error of Excel'],
    ['1234567890123456', LONG, 'sixteen digits'],
    ['9'.repeat(200), NOT, 'two hundred digits'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(shown(clean(text))).toBe(expected);
  });
});

describe('with a decimal comma', () => {
  test.each([
    ['1.234,50', '1234.50'],
    ['1 234,50', '1234.50'],
    ['1.234', '1234'],
    ['12,5 lakh', '1250000'],
    ['₹ 0,75', '0.75'],
    ['1,25000E+05', '125000'],
    ['12,50,000', NOT],
    ['1,23,456.50', NOT],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(cleanComma(text))).toBe(expected);
  });
});

describe('in a workspace of another currency', () => {
  test.each([
    ['AED', 'AED 1,500', '1500'],
    ['AED', '1500 Dhs', '1500'],
    ['AED', '₹1,500', OTHER],
    ['AED', 'Rs 1,500', OTHER],
    ['USD', '$1,500.75', '1500.75'],
    ['USD', 'US$ 2k', '2000'],
    ['USD', '1,500 INR', OTHER],
    ['SGD', 'S$20', '20'],
    ['MYR', 'RM 20', '20'],
    ['PKR', 'Rs. 20 lakh', '2000000'],
  ] as const)('%s: %j becomes %j', (currency, text, expected) => {
    expect(shown(moneyCleaner({ decimalMark: 'point', currency })(text))).toBe(expected);
  });
});

describe('laws', () => {
  test('what comes out is a numeric text, and cleaning it again changes nothing', () => {
    const likely = textOf('0123456789,.- +()/₹$RsCrLlakhcore', ' lakh ', ' crore ', 'Rs. ', '/-', '\n', '५');
    fc.assert(
      fc.property(fc.oneof(anyUnits(), likely), (text) => {
        const result = clean(text);
        if (result.kind === 'value') {
          expect(result.value).toMatch(/^(?:0|[1-9]\d*)(?:\.\d+)?$/u);
          expect(clean(String(result.value))).toEqual(result);
        }
        expect(() => cleanComma(text)).not.toThrow();
      }),
      { numRuns: 10_000 },
    );
  });

  test('lakhs and crores multiply exactly, whatever the digits', () => {
    const words: readonly (readonly [string, number])[] = [
      ['lakh', 5],
      ['crore', 7],
      ['thousand', 3],
    ];
    fc.assert(
      fc.property(
        fc.nat(99_999),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(...words),
        (size, places, word) => {
          const digits = String(size).padStart(places + 1, '0');
          const written = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
          const expected = (BigInt(size) * 10n ** BigInt(word[1])) / 10n ** BigInt(places);
          expect(shown(clean(`${written} ${word[0]}`))).toBe(String(expected));
        },
      ),
    );
  });

  test('Indian and western groups of one amount mean the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
        expect(shown(clean(`₹ ${value.toLocaleString('en-IN')}`))).toBe(String(value));
        expect(shown(clean(value.toLocaleString('en-US')))).toBe(String(value));
        expect(shown(cleanComma(value.toLocaleString('de-DE')))).toBe(String(value));
      }),
    );
  });
});
