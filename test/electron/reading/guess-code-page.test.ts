import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessCodePage } from '../../../electron/reading/guess-code-page.ts';
import { NAMES, sheetOf } from './names-by-code-page.ts';

test.each(NAMES)('$codePage is recognised by the names $names', ({ codePage, names }) => {
  expect(guessCodePage(iconv.encode(sheetOf(names), codePage), true)).toBe(codePage);
});

test.each(NAMES)('two names are mostly enough for $codePage: $names.0', ({ codePage, names }) => {
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]));
  const right = pairs.filter((pair) => {
    const bytes = iconv.encode(sheetOf(pair), codePage);
    return iconv.decode(bytes, guessCodePage(bytes, true)) === iconv.decode(bytes, codePage);
  });
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.7);
});

test.each([
  { name: 'a curly apostrophe', text: 'Name,Note\nRavi,don’t call\n' },
  { name: 'Goan surnames', text: 'Name,Note\nMaria D’Souza,x\n' },
  { name: 'a dash and curly quotation marks', text: 'Name,Note\nAsha,call – “urgent”…\n' },
  { name: 'money', text: 'Name,Fee\nAsha,£500\nRavi,€ 80\n' },
  { name: 'blanks that do not break', text: 'Name,City\nRavi\u00a0Kumar,New\u00a0Delhi\n' },
  { name: 'one accent', text: 'Name,City\nRenée,Pune\n' },
  { name: 'capitals', text: 'NAME,CITY\nJOSÉ MUÑOZ,CÓRDOBA\n' },
  { name: 'Danish', text: 'Navn,By\nSøren Kjær,Århus\n' },
])('$name in windows-1252 is taken for nothing else', ({ text }) => {
  expect(guessCodePage(iconv.encode(text, 'windows-1252'), true)).toBe('windows-1252');
});

test('a head that ends inside a letter is judged by its whole lines', () => {
  const bytes = iconv.encode(`${sheetOf(['山田太郎', '佐藤花子'])}\r\n山田`, 'shift_jis');
  expect(guessCodePage(bytes.subarray(0, bytes.length - 1), false)).toBe('shift_jis');
});
