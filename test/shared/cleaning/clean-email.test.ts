import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailCleaner } from '../../../shared/cleaning/clean-email.ts';
import { isCompleteAddress, isEmailAddress } from '../../../shared/cleaning/email-address.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = emailCleaner();
const NOT = 'email-not-an-address';

const several = (used: string, ...others: string[]): unknown => [
  used,
  { kind: 'email-several', used, others },
];

describe('addresses as people write them', () => {
  test.each([
    // Spellings of the sample of messy leads, its owners included.
    ['imran.fernandes4@yahoo.co.in', 'imran.fernandes4@yahoo.co.in', 'clean'],
    ['x1@example.org', 'x1@example.org', 'short'],
    [' asha@acme.example ', 'asha@acme.example', 'blanks around'],
    ['not given', NOT, 'a remark'],
    ['a@b', NOT, 'no top-level domain'],
    ['priya@@gmail.com', NOT, 'two at'],
    ['ravi.gmail.com', NOT, 'no at'],
    ['nobody', NOT, 'an owner by word'],
    ['Asha', NOT, 'an owner by name'],
    ['', 'empty', 'an empty cell'],
    // Wrapping.
    ['mailto:asha@acme.example', 'asha@acme.example', 'a link'],
    ['Asha Rao <asha@acme.example>', 'asha@acme.example', 'as mail programs copy it'],
    ['<asha@acme.example>', 'asha@acme.example', 'only brackets'],
    ['"Rao, Asha" <asha@acme.example>', 'asha@acme.example', 'a quoted name'],
    ['asha@acme.example <asha@acme.example>', 'asha@acme.example', 'the address as name'],
    ["'asha@acme.example", 'asha@acme.example', "Excel's apostrophe"],
    ['E-mail ID: asha@acme.example', 'asha@acme.example', 'a label'],
    ['asha@acme.example,', 'asha@acme.example', 'a separator left over'],
    ['asha\u200b@acme.example', 'asha@acme.example', 'a blank of no width'],
    ['asha＠acme．example', 'asha@acme.example', 'full-width signs'],
    ['asha@acme.example\u00a0', 'asha@acme.example', 'a blank that does not break'],
    // What is an address and what is not.
    ['ASHA@Acme.Example', 'ASHA@Acme.Example', 'case is kept'],
    ['asha+leads@acme.example', 'asha+leads@acme.example', 'a tag'],
    ["o'brien@acme.example", "o'brien@acme.example", 'an inner apostrophe'],
    ['राहुल@उदाहरण.भारत', 'राहुल@उदाहरण.भारत', 'Hindi'],
    ['राहुल१@उदाहरण.भारत', 'राहुल१@उदाहरण.भारत', 'digits of an address stay as they are'],
    ['zoë@exämple.com', 'zoë@exämple.com', 'accents'],
    ['asha@acme.xn--h2brj9c', 'asha@acme.xn--h2brj9c', 'a top-level domain in its ASCII form'],
    ['asha@acme.example.', NOT, 'a dot at the end'],
    ['.asha@acme.example', NOT, 'a dot at the beginning'],
    ['asha.@acme.example', NOT, 'a dot before the at'],
    ['asha..rao@acme.example', NOT, 'two dots'],
    ['asha@acme..example', NOT, 'two dots behind the at'],
    ['asha@-acme.example', NOT, 'a hyphen first'],
    ['asha@acme-.example', NOT, 'a hyphen last'],
    ['asha@acme.e', NOT, 'a top-level domain of one letter'],
    ['asha@127.0.0.1', NOT, 'an IP address'],
    ['asha @acme.example', NOT, 'a blank inside'],
    ['asha@gmail,com', NOT, 'a comma for the dot'],
    ['asha at acme.example', NOT, 'the at in words'],
    ['asha[at]acme.example', NOT, 'the at hidden'],
    ['@acme.example', NOT, 'nothing before the at'],
    ['asha@', NOT, 'nothing behind the at'],
    ['9876512345', NOT, 'a phone number'],
    ['asha@acme.example (office)', NOT, 'a remark beside it'],
    [`${'a'.repeat(65)}@acme.example`, NOT, 'more before the at than servers carry'],
    [`asha@${'a'.repeat(64)}.example`, NOT, 'a label longer than names have'],
    [`asha@${'acme.'.repeat(60)}example`, NOT, 'longer than servers carry'],
    ['NA', 'empty', 'a stand-in for nothing'],
    ['n/a', 'empty', 'a stand-in for nothing'],
    ['-', 'empty', 'a stand-in for nothing'],
    ['#N/A', 'empty', "Excel's failed look-up"],
    ['  ', 'empty', 'blanks'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('several addresses propose the first and show the others', () => {
  test.each([
    ['a@acme.example, b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example;b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example / b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example/b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example\nb@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example or b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['A <a@acme.example>, B <b@acme.example>', several('a@acme.example', 'b@acme.example')],
    ['A <a@acme.example>, b@acme.example', several('a@acme.example', 'b@acme.example')],
    ['a@acme.example; A@ACME.example', 'a@acme.example'],
    ['a@acme.example / NA', 'a@acme.example'],
    ['a@acme.example, not given', NOT],
    ['a@acme.example, b@acme', NOT],
    ['A <a@acme.example>, b@acme', NOT],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

test('what comes out is an address of one at and a dotted domain, and cleaning it again changes nothing', () => {
  const likely = textOf('ab1.@-+<>,; \'"राé\u200b');
  const nearly = fc
    .tuple(likely, fc.constantFrom('@', '@@', ' @'), fc.constantFrom('acme.example', 'b.c', 'x-.in'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(anyUnits(), likely, nearly, fc.emailAddress()), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        expect(result.value).toMatch(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/u);
        expect(clean(String(result.value))).toEqual({ kind: 'value', value: result.value, check: null });
      }
    }),
    { numRuns: 2000 },
  );
});

test('the fast path says yes to nothing that the complete reading refuses, and to nothing too long', () => {
  const parts = fc.array(textOf('abZ09-_+'), { minLength: 1, maxLength: 4 });
  const dotted = parts.map((texts) => texts.join('.'));
  const likely = fc.tuple(
    dotted,
    fc.constantFrom('@', '@@', '', '@.'),
    dotted,
    fc.constantFrom('.in', '.c', '.1a', '.'),
  );
  const long = fc
    .tuple(fc.integer({ min: 60, max: 68 }), fc.integer({ min: 60, max: 66 }))
    .map(([local, label]) => `${'a'.repeat(local)}@${'b'.repeat(label)}.${'c'.repeat(label)}`);
  fc.assert(
    fc.property(
      fc.oneof(
        likely.map((texts) => texts.join('')),
        long,
        anyUnits(),
        fc.emailAddress(),
      ),
      (text) => {
        const fits = text.length <= 254 && text.indexOf('@') <= 64;
        expect(isEmailAddress(text)).toBe(fits && isCompleteAddress(text));
      },
    ),
    { numRuns: 3000 },
  );
});
