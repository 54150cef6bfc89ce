import { expect, test } from 'vitest';
import { unescapeCharacters, xmlText } from '../../../../shared/sheet/workbook/xml-text.ts';

test.each([
  { raw: 'D&apos;Souza &amp; &lt;Sons&gt; &quot;Ltd&quot;', text: `D'Souza & <Sons> "Ltd"` },
  { raw: '&#65;&#x42;&#X43;', text: 'ABC' },
  { raw: '&#x1F600;&#128512;', text: '😀😀' },
  { raw: '&amp;lt;', text: '&lt;' },
  { raw: '&nbsp;&external;', text: '&nbsp;&external;' },
  { raw: '&#0;&#x110000;&#99999999;', text: '&#0;&#x110000;&#99999999;' },
  { raw: 'a&b', text: 'a&b' },
  { raw: 'one\r\ntwo\rthree\nfour', text: 'one\ntwo\nthree\nfour' },
])('$raw is read $text', ({ raw, text }) => {
  expect(xmlText(raw)).toBe(text);
});

test.each([
  { raw: 'one_x000D_\ntwo', text: 'one\r\ntwo' },
  { raw: '_x005F_x000D_', text: '_x000D_' },
  { raw: '_xD83D__xDE00_', text: '😀' },
  { raw: '_x12_ snake_x case_xyz', text: '_x12_ snake_x case_xyz' },
])('the escapes of $raw are undone', ({ raw, text }) => {
  expect(unescapeCharacters(raw)).toBe(text);
});
