import { expect, test } from 'vitest';
import { hasCells } from '../../../shared/sheet/has-cells.ts';

test.each([
  { name: 'a table', text: 'Name\tPhone\r\nAsha\t9876501234\r\n', expected: true },
  { name: 'one row', text: 'Asha\t9876501234', expected: true },
  { name: 'one column', text: 'Phone\r\n9876501234\r\n', expected: true },
  { name: 'a row of empty cells above others', text: '\t\r\nAsha\t1\r\n', expected: true },
  { name: 'a cell with a line break', text: 'Remarks\n"call\nlater"\n', expected: true },
  { name: 'nothing', text: '', expected: false },
  { name: 'empty cells', text: '\t\t\r\n\t\r\n', expected: false },
  { name: 'a word', text: 'Asha\r\n', expected: false },
  { name: 'a link', text: 'https://example.org/a?b=c', expected: false },
])('$name on the clipboard: $expected', ({ text, expected }) => {
  expect(hasCells(text)).toBe(expected);
});
