import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { splitRecords } from '../../../electron/reading/split-records.ts';
import { readRecords } from '../../../shared/sheet/read-records.ts';

/** Text as nasty as it gets: quotation marks, delimiters, blanks and all line ends in any order. */
const nastyText = fc
  .array(fc.constantFrom('"', '"', '""', ',', '\n', '\r\n', '\r', ' ', '\t', 'a', 'bc', 'é', '😀', ';'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

/** Text in which every cell is written by the book. */
const wellFormedText = fc
  .array(fc.array(fc.oneof(fc.string({ maxLength: 8 }), nastyText), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((rows) => Papa.unparse(rows, { quotes: true, newline: '\n' }));

test('a text gives the same records wherever it is cut into pieces', () => {
  fc.assert(
    fc.property(
      fc.oneof(nastyText, wellFormedText),
      fc.array(fc.nat(60), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (text, sizes, delimiter) => {
        expect(readInPieces(text, sizes, delimiter)).toEqual(readRecords(text, delimiter, 'end-of-file'));
      },
    ),
    { numRuns: 3000 },
  );
});

test('what PapaParse writes comes back cell for cell', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(nastyText, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n' as const, '\r\n' as const),
      (rows, newline) => {
        const text = Papa.unparse(rows, { quotes: true, newline }) + newline;
        expect(splitRecords(text, ',').records).toEqual(rows);
      },
    ),
    { numRuns: 500 },
  );
});

test('the last record is left for later although it may be whole, and its text comes again', () => {
  expect(splitRecords('a,b\nc,d', ',')).toEqual({ records: [['a', 'b']], cursor: 4 });
  expect(splitRecords('a,b\nc,"d', ',')).toMatchObject({ records: [['a', 'b']], cursor: 4 });
  expect(splitRecords('a,b\nc,"d"', ',')).toMatchObject({ records: [['a', 'b']], cursor: 4 });
});

test('files that mix line ends keep every row', () => {
  expect(splitRecords('a,b\r\nc,d\ne,f\r\n', ',').records).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]);
  expect(splitRecords('a,b\rc,d\ne,f\r\n', ',').records).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]);
});

test('cells stay the text that they are', () => {
  expect(splitRecords('007,1e5,TRUE, 2 ,9.19877E+11\n', ',').records).toEqual([
    ['007', '1e5', 'TRUE', ' 2 ', '9.19877E+11'],
  ]);
});

/** Reads as a file is read: what a piece leaves open comes again before the next one. */
function readInPieces(text: string, sizes: readonly number[], delimiter: string): unknown {
  const records: string[][] = [];
  let carry = '';
  let at = 0;
  for (const size of sizes) {
    carry += text.slice(at, at + size);
    at += size;
    const scan = splitRecords(carry, delimiter);
    records.push(...scan.records);
    carry = carry.slice(scan.cursor);
  }
  const last = readRecords(carry + text.slice(at), delimiter, 'end-of-file');
  records.push(...last.records);
  const restLength = carry.length + text.slice(at).length - last.cursor;
  return { records, cursor: text.length - restLength, rest: last.rest };
}
