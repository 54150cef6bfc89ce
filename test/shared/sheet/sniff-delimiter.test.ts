import Papa from 'papaparse';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DELIMITERS } from '../../../shared/sheet/sheet.ts';
import { sniffDelimiter } from '../../../shared/sheet/sniff-delimiter.ts';

test.each([
  { name: 'commas', text: 'Name,Phone\nRavi,9876501234\n', expected: ',' },
  { name: 'semicolons', text: 'Name;Phone\nRavi;9876501234\n', expected: ';' },
  { name: 'tabs', text: 'Name\tPhone\nRavi\t9876501234\n', expected: '\t' },
  { name: 'bars', text: 'Name|Phone\nRavi|9876501234\n', expected: '|' },
  {
    name: 'two columns with a decimal comma in each row',
    text: 'Naam;Bedrag\nJan;12,50\nPiet;9,95\nEls;1,05\n',
    expected: ';',
  },
  { name: 'decimal commas and no headings', text: 'Jan;12,50\nPiet;9,95\nEls;1,05\n', expected: ';' },
  {
    name: 'an address with two commas in each row',
    text: 'Name;Address\nJan;A 1, Ede, NL\nPiet;B 2, Urk, NL\n',
    expected: ';',
  },
  {
    name: 'commas around tags with semicolons',
    text: 'Name,Tags,City\nA,MBA; BBA,Pune\nB,MCA; BCA,Delhi\n',
    expected: ',',
  },
  {
    name: 'tabs and a comma in each address',
    text: 'Name\tAddress\nA\tMG Road, Pune\nB\tPark, Delhi\n',
    expected: '\t',
  },
  {
    name: 'delimiters within quotation marks',
    text: 'Name;Text\n"A";"x, y, z"\n"B";"u, v, w"\n',
    expected: ';',
  },
  {
    name: 'title lines and blank lines above',
    text: 'Leads, May 2026\n\n\nName;Phone;City\nA;1;Pune\nB;2;Delhi\nC;3;Agra\n',
    expected: ';',
  },
  {
    name: 'rows of different lengths',
    text: 'Name,Phone,City\nA,1\nB,2,Pune\nC,3,Delhi\nD\nE,4,Agra\n',
    expected: ',',
  },
  { name: 'numbers only', text: '1,2,3\n4,5,6\n7,8,9\n', expected: ',' },
])('finds $name', ({ text, expected }) => {
  expect(sniffDelimiter(text, 'end-of-file')).toEqual({ delimiter: expected, evidence: 'rows' });
});

test.each(['Phone\n9876501234\n9876501235\n', 'Name\nRavi Kumar\nAsha Iyer\n', '', '\n\n', 'x'])(
  'assumes commas where nothing parts anything: %j',
  (text) => {
    expect(sniffDelimiter(text, 'end-of-file')).toEqual({ delimiter: ',', evidence: 'assumed' });
  },
);

test('a sep= line decides, whatever the rows look like', () => {
  expect(sniffDelimiter('sep=|\r\na,b|c,d\r\n', 'end-of-file')).toEqual({
    delimiter: '|',
    evidence: 'sep-line',
  });
});

test('a sep= line with a character that nobody uses leaves it to the rows', () => {
  expect(sniffDelimiter('sep=^\na;b\nc;d\n', 'end-of-file')).toEqual({ delimiter: ';', evidence: 'rows' });
});

test('finds the delimiter of any table that has three columns and quotes what needs it', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...Array.from('abcdefgh ,;|\t."0123456789')),
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 4, maxLength: 30 }),
      fc.constantFrom(...DELIMITERS),
      (rows, delimiter) => {
        const text = Papa.unparse([['Name', 'Phone', 'City', 'Remarks'], ...rows], {
          delimiter,
          quotes: true,
        });
        expect(sniffDelimiter(text, 'end-of-file').delimiter).toBe(delimiter);
      },
    ),
  );
});
