import { expect, test } from 'vitest';
import { headingsAgain } from '../../../shared/sheet/headings-again.ts';

test.each<{ name: string; headings: string[] | null; cells: (string | null)[]; expected: boolean }>([
  { name: 'the same', headings: ['Name', 'Phone'], cells: ['Name', 'Phone'], expected: true },
  { name: 'with blanks around', headings: ['Name', 'Phone'], cells: [' Name', 'Phone '], expected: true },
  {
    name: 'with blank cells behind',
    headings: ['Name', 'Phone'],
    cells: ['Name', 'Phone', '', null],
    expected: true,
  },
  { name: 'a column without heading', headings: ['', 'Name', ''], cells: [null, 'Name'], expected: true },
  {
    name: 'a cell that differs',
    headings: ['Name', 'Phone'],
    cells: ['Name', '9876501234'],
    expected: false,
  },
  { name: 'a cell that is missing', headings: ['Name', 'Phone'], cells: ['Name'], expected: false },
  { name: 'a cell more', headings: ['Name', 'Phone'], cells: ['Name', 'Phone', 'Pune'], expected: false },
  { name: 'a value below no heading', headings: ['', 'Name'], cells: ['1', 'Name'], expected: false },
  { name: 'no headings', headings: null, cells: ['Name', 'Phone'], expected: false },
  { name: 'blank headings', headings: ['', ''], cells: ['', ''], expected: false },
])('$name: $expected', ({ headings, cells, expected }) => {
  expect(headingsAgain(headings)(cells)).toBe(expected);
});

test('a heading longer than what is kept of it comes again as well', () => {
  const long = 'x'.repeat(20_000);
  expect(headingsAgain([long.slice(0, 10_000), 'Phone'])([long, 'Phone'])).toBe(true);
});
