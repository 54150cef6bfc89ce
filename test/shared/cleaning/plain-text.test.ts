import { expect, test } from 'vitest';
import { plainText, visibleText } from '../../../shared/cleaning/plain-text.ts';

test.each([
  ['abc 123', 'abc 123'],
  [' abc ', 'abc'],
  ['a\u00a0b\u202fc\u3000d\te', 'a b c d e'],
  ['a\u200bb\u200cc\u200dd\u200ee\u2060f\ufeffg\u00adh', 'abcdefgh'],
  ['\u202a+91\u202c', '+91'],
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a\0b\u0007c', 'abc'],
  ['half \ud83d', 'half'],
  ['＋９１（９８）', '+91(98)'],
  ['०१२३४५६७८९', '0123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['০১২৩৪৫৬৭৮৯', '0123456789'],
  ['੦੧੨੩੪੫੬੭੮੯', '0123456789'],
  ['૦૧૨૩૪૫૬૭૮૯', '0123456789'],
  ['୦୧୨୩୪୫୬୭୮୯', '0123456789'],
  ['௦௧௨௩௪௫௬௭௮௯', '0123456789'],
  ['౦౧౨౩౪౫౬౭౮౯', '0123456789'],
  ['೦೧೨೩೪೫೬೭೮೯', '0123456789'],
  ['൦൧൨൩൪൫൬൭൮൯', '0123456789'],
  ['①②½', '①②½'],
  ['नमस्ते', 'नमस्ते'],
])('%j reads as %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('the visible text keeps the digits of every script', () => {
  expect(visibleText(' राहुल१\u200b ')).toBe('राहुल१');
});
