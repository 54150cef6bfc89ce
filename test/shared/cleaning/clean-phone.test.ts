import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completePhoneCleaner, phoneCleaner } from '../../../shared/cleaning/clean-phone.ts';
import { indianMobile } from '../../../shared/cleaning/indian-mobile.ts';
import { phoneReader } from '../../../shared/cleaning/read-phone.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = phoneCleaner('IN');

/** The two numbers that most rows are about. */
const A = '919876512345';
const B = '919812398123';

const several = (used: string, ...others: string[]): unknown => [
  used,
  { kind: 'phone-several', used, others },
];

describe('Indian numbers as people write them', () => {
  test.each([
    // Spellings of the sample of messy leads.
    ['+91-7145850108', '917145850108', 'plus, code, dash'],
    ['919096840606', '919096840606', 'already clean'],
    ['819-126-1286', '918191261286', 'American dashes'],
    ['06026583893', '916026583893', 'trunk zero'],
    ['+91 71458 50108', '917145850108', 'as telephones show it'],
    ['6721467529', '916721467529', 'bare ten digits'],
    ['७७८१६८७८४', 'phone-too-short', 'nine Devanagari digits'],
    ['७७८१६८७८४९', '917781687849', 'Devanagari digits'],
    ['(+91) 71784-03407', '917178403407', 'code in parentheses'],
    ["'7389663852", '917389663852', "Excel's apostrophe"],
    ['0091-8508994470', '918508994470', 'dialled from abroad'],
    ['9810398461.0', '919810398461', 'a decimal to the spreadsheet'],
    ['919102925603 / 07048560062', several('919102925603', '917048560062'), 'two numbers'],
    ['call later', 'phone-not-a-number', 'a remark'],
    ['12345', 'phone-too-short', 'five digits'],
    ['98765432', 'phone-too-short', 'eight digits'],
    ['022-2345', 'phone-too-short', 'a landline cut off'],
    ['+91', 'phone-too-short', 'nothing but the code'],
    ['9999999999', 'phone-placeholder', 'typed to fill the box'],
    ['9.19877E+11', 'phone-digits-lost', 'shortened by Excel'],
    ['N/A', 'empty', 'a stand-in for nothing'],
    ['', 'empty', 'an empty cell'],
    // Other spellings.
    ['0919876512345', A, 'zero before the code'],
    ['091-98765-12345', A, 'zero before the code, with dashes'],
    ['00919876512345', A, 'dialled from abroad, no dash'],
    ['+0091 98765 12345', A, 'a plus that keeps the zeros'],
    ['+91 0 98765 12345', A, 'code and trunk zero'],
    ['+91 (0) 98765 12345', A, 'code and trunk zero in parentheses'],
    ['91 098765 12345', A, 'code without plus and trunk zero'],
    ['98.76.51.23.45', A, 'dots'],
    ['98765–12345', A, 'an en dash'],
    ['98765\u00a012345', A, 'a blank that does not break'],
    ['\u202a+91 98765 12345\u202c', A, 'direction marks from a phone'],
    ['98765\u200b12345', A, 'a blank of no width'],
    ['９８７６５１２３４５', A, 'full-width digits'],
    ['٩٨٧٦٥١٢٣٤٥', A, 'Arabic digits'],
    ['۹۸۷۶۵۱۲۳۴۵', A, 'Persian and Urdu digits'],
    ['૯૮૭૬૫૧૨૩૪૫', A, 'Gujarati digits'],
    ['৯৮৭৬৫১২৩৪৫', A, 'Bengali digits'],
    ['௯௮௭௬௫௧௨௩௪௫', A, 'Tamil digits'],
    ['+९१ ९८७६५ १२३४५', A, 'Devanagari with code'],
    ['="9876512345"', A, 'a formula that keeps text'],
    ['"9876512345"', A, 'quotes left over'],
    ['9,876,512,345', A, 'grouped by thousands'],
    ['9,87,65,12,345', A, 'grouped the Indian way'],
    ['9876512345.00', A, 'money format'],
    ['98765 12345.0', A, 'blank and decimal zero'],
    ['tel:+91-98765-12345', A, 'a link'],
    ['9876512345;', A, 'a separator left over'],
    ['O9876512345', A, 'the letter O as trunk zero'],
    ['9876512345 / NA', A, 'no second number'],
    ['9876512345 / 9876512345', A, 'the same number twice'],
    ['9876512345, +91 98765 12345', A, 'the same number in two spellings'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('labels, extensions and words beside a number', () => {
  test.each([
    ['Mob: 98765 12345', A],
    ['Mob.No. 9876512345', A],
    ['M-9876512345', A],
    ['Ph. 022 23456789', '912223456789'],
    ['9876512345 (WhatsApp)', A],
    ['9876512345(M)', A],
    ['Whats App No: 9876512345', A],
    ['मोबाइल: ९८७६५१२३४५', A],
    ['मो. 9876512345', A],
    ['फ़ोन 9876512345', A],
    ['022-23456789 ext 12', '912223456789'],
    ['022-23456789, extn. 204', '912223456789'],
    ['022-23456789x12', '912223456789'],
    ['022-23456789 #12', '912223456789'],
    ['9876512345 (Ramesh)', 'phone-not-a-number'],
    ['9876512345 call after 6', 'phone-not-a-number'],
    ['Mobile', 'phone-not-a-number'],
    ['98765XXXXX', 'phone-not-a-number'],
    ['98****2345', 'phone-not-a-number'],
    ['98O7651234', 'phone-not-a-number'],
    ['asha@acme.example', 'phone-not-a-number'],
    ['+', 'phone-not-a-number'],
    ['?', 'phone-not-a-number'],
    ['not given', 'phone-not-a-number'],
    [`9876512345${' and so on'.repeat(40)}`, 'phone-not-a-number'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('two or more numbers in one cell propose the first good one and show the others', () => {
  test.each([
    ['9876512345 / 9812398123', several(A, B)],
    ['9876512345/9812398123', several(A, B)],
    ['9876512345, 9812398123', several(A, B)],
    ['9876512345; 9812398123', several(A, B)],
    ['9876512345 | 9812398123', several(A, B)],
    ['9876512345 & 9812398123', several(A, B)],
    ['9876512345 or 9812398123', several(A, B)],
    ['9876512345 and 9812398123', several(A, B)],
    ['९८७६५१२३४५ या 9812398123', several(A, B)],
    ['9876512345\n9812398123', several(A, B)],
    ['9876512345\r\n9812398123', several(A, B)],
    ['9876512345 9812398123', several(A, B)],
    ['98765 12345 98123 98123', several(A, B)],
    ['9876512345-9812398123', several(A, B)],
    ['+91 98765 12345 +91 98123 98123', several(A, B)],
    ['+919876512345+919812398123', several(A, B)],
    ['(+91) 98765 12345 (+91) 98123 98123', several(A, B)],
    ['M: 9876512345, O: 022-23456789', several(A, '912223456789')],
    ['9876512345 9812398123 9765498761', several(A, B, '919765498761')],
    ['12345 / 9876512345', several(A, '12345')],
    ['9999999999 / 9876512345', several(A, '9999999999')],
    ['9876512345 / call after 6', several(A, 'call after 6')],
    ['022-23456789/90', several('912223456789', '90')],
    ['12345 / 67890', 'phone-too-short'],
    ['98765432101234567890', 'phone-too-long'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('landlines, service numbers and numbers abroad', () => {
  test.each([
    ['022-23456789', '912223456789', 'Mumbai'],
    ['022/23456789', '912223456789', 'area code parted by a slash'],
    ['(022) 2345 6789', '912223456789', 'area code in parentheses'],
    ['+91 22 2345 6789', '912223456789', 'with country code'],
    ['2223456789', '912223456789', 'its zero eaten by Excel'],
    ['0512-2345678', '915122345678', 'Kanpur'],
    ['1800 123 4567', '9118001234567', 'toll-free'],
    ['5076512345', 'phone-not-in-use', 'right length, but neither mobile nor landline'],
    ['+91 5076512345', 'phone-not-in-use', 'the same with country code'],
    ['+1 415 555 2671', '14155552671', 'United States'],
    ['14155552671', '14155552671', 'United States without plus'],
    ['001 415 555 2671', '14155552671', 'United States dialled from India'],
    ['+44 20 7946 0958', '442079460958', 'London'],
    ['+971 50 123 4567', '971501234567', 'Dubai'],
    ['971501234567', '971501234567', 'Dubai without plus'],
    ['+65 6123 4567', '+6561234567', 'Singapore: without its plus it would be an Indian number'],
    ['+61 412 345 678', '+61412345678', 'Australia: without its plus it would be an Indian number mistyped'],
    ['61412345678', 'phone-too-long', 'Australia without plus, or an Indian number with a digit too many'],
    ['98765123451', 'phone-too-long', 'one digit too many'],
    ['987651234512', 'phone-too-long', 'two digits too many: no landline in Iran'],
    ['9876512345123', 'phone-too-long', 'three digits too many'],
    ['987651234', 'phone-too-short', 'one digit missing'],
    ['+91 987651234', 'phone-too-short', 'one digit missing behind the code'],
    ['+9876512345', 'phone-too-short', 'a plus before a number without code is Iran'],
    ['+1 555 0100', 'phone-too-short', 'too short for its country'],
    ['+1 415 555 26711', 'phone-too-long', 'too long for its country'],
    ['+1 115 555 2671', 'phone-not-in-use', 'no such area in North America'],
    ['+999 12345678', 'phone-not-in-use', 'no such country'],
    ['+9876543210987654', 'phone-too-long', 'more digits than any number has'],
    ['100', 'phone-too-short', 'the police'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('digits that Excel shortened are never guessed', () => {
  test.each([
    ['9.19877E+11', 'phone-digits-lost'],
    ['9.19877e11', 'phone-digits-lost'],
    ['9.88E+09', 'phone-digits-lost'],
    ['9E+11', 'phone-digits-lost'],
    ['9,19877E+11', 'phone-digits-lost'],
    ["'9.19877E+11", 'phone-digits-lost'],
    ['९.१९८७७E+11', 'phone-digits-lost'],
    ['9.1987651234E+11', 'phone-digits-lost'],
    ['9.19877E+11 / 9876512345', several(A, '9.19877E+11')],
    ['9.19876512345E+11', A],
    ['9.876512345E+09', A],
    ['9.198765123450E+11', A],
    ['9.1987651234567E+11', 'phone-too-long'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('numbers typed to fill the box are told', () => {
  test.each([
    '9999999999',
    '8888888888',
    '7777777777',
    '0000000000',
    '1111111111',
    '1234567890',
    '0123456789',
    '9876543210',
    '0987654321',
    '+91 98765 43210',
    '+91-9999999999',
    '09999999999',
    '919999999999',
    '9999999999.0',
    '९९९९९९९९९९',
    '+91 0000000000',
    '9000000000',
    '9898989898',
    '9123456789',
    '9988776655',
    '8765432109',
    '7890123456',
    '6666666666',
    '0',
    '000',
    '00000',
    '11111111111111',
    '02222222222',
    '999 999 9999',
    '(+91) 99999-99999',
  ])('%j', (text) => {
    expect(shown(clean(text))).toBe('phone-placeholder');
  });

  test('numbers that only look tidy are not', () => {
    for (const text of ['9999999998', '9876543219', '9800000001', '9898989897', '9012345679']) {
      expect(shown(clean(text))).toBe(`91${text}`);
    }
  });
});

describe('other default countries', () => {
  test.each([
    ['AE', '050 123 4567', '971501234567'],
    ['AE', '501234567', '971501234567'],
    ['AE', '9876512345', 'phone-not-in-use'],
    ['AE', '+91 98765 12345', A],
    ['AE', '919876512345', A],
    ['US', '(415) 555-2671', '14155552671'],
    ['US', '1-415-555-2671', '14155552671'],
    ['GB', '020 7946 0958', '442079460958'],
    ['SG', '6123 4567', '6561234567'],
    ['', '+91 98765 12345', A],
    ['', '98765 12345', 'phone-not-in-use'],
    ['XX', '919876512345', A],
  ])('in %s %j becomes %j', (country, text, expected) => {
    expect(shown(phoneCleaner(country)(text))).toEqual(expected);
  });
});

const complete = completePhoneCleaner(phoneReader('IN'));

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((values) => values.join(''));

/** A mobile number, or nearly one, with marks at any place. */
const spelledMobile = fc
  .tuple(
    fc.constantFrom('', '', '', "'", ' ', '(', '-'),
    fc.constantFrom('', '0', '91', '+91', '0091', '091', '+', '(+91)', '+0', '910'),
    fc.constantFrom('6', '7', '8', '9', '9', '5'),
    fc.integer({ min: 8, max: 10 }).chain((length) => fc.oneof(digits(9), digits(9), digits(length))),
    fc.array(fc.tuple(fc.nat(9), fc.constantFrom(' ', '-', ')', ' - ')), { maxLength: 3 }),
    fc.constantFrom('', '', '.0', ' ', '.00', ')', '.', "'"),
  )
  .map(([before, prefix, first, rest, marks, after]) => {
    const body = Array.from(first + rest);
    for (const [place, mark] of marks) {
      body[place] = `${body[place]}${mark}`;
    }
    return before + prefix + body.join('') + after;
  });

describe('laws', () => {
  test('the fast path answers what the complete reading answers', () => {
    let taken = 0;
    const alphabet = textOf("0123456789+-() .'");
    fc.assert(
      fc.property(fc.oneof(spelledMobile, alphabet), (text) => {
        const mobile = indianMobile(text);
        if (mobile !== null) {
          taken++;
          expect(complete(text)).toEqual({ kind: 'value', value: mobile, check: null });
        }
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  test('the fast path takes every ordinary spelling of an Indian mobile', () => {
    for (const text of [
      '9876512345',
      A,
      `+${A}`,
      '098765 12345',
      '0091-9876512345',
      "'9876512345",
      '9876512345.0',
    ]) {
      expect(indianMobile(text)).toBe(A);
    }
  });

  const anyText = fc.oneof(
    anyUnits(),
    textOf('0123456789+-() ./,;eExX\n०९'),
    spelledMobile,
    fc
      .tuple(spelledMobile, fc.constantFrom('/', ' ', '-', ' or ', ','), spelledMobile)
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('', '+', '00'), fc.integer({ min: 6, max: 15 }).chain(digits))
      .map((parts) => parts.join('')),
  );

  test.each(['IN', 'US', 'AE', 'SG', 'GB', 'DE', 'IT', 'BR', 'RU', 'CN', ''])(
    'with %j as default country, what comes out is complete, and cleaning it again changes nothing',
    (country) => {
      const cleaner = phoneCleaner(country);
      fc.assert(
        fc.property(anyText, (text) => {
          const result = cleaner(text);
          if (result.kind === 'value') {
            expect(result.value).toMatch(/^\+?[1-9]\d{7,14}$/u);
            expect(cleaner(String(result.value))).toEqual({
              kind: 'value',
              value: result.value,
              check: null,
            });
          }
        }),
        { numRuns: 400 },
      );
    },
  );
});
