import { expect, test } from 'vitest';
import { readRecords } from '../../../shared/sheet/read-records.ts';

const whole = (text: string, delimiter = ','): string[][] =>
  readRecords(text, delimiter, 'end-of-file').records;

test.each<{ name: string; text: string; expected: string[][] }>([
  {
    name: 'plain cells',
    text: 'a,b\nc,d\n',
    expected: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    name: 'no line end at the end',
    text: 'a,b\nc,d',
    expected: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  { name: 'empty cells at both ends', text: ',a,\n', expected: [['', 'a', '']] },
  { name: 'a blank line is a row', text: 'a\n\nb\n', expected: [['a'], [''], ['b']] },
  { name: 'line ends of all kinds', text: 'a\r\nb\rc\nd', expected: [['a'], ['b'], ['c'], ['d']] },
  { name: 'two carriage returns are two line ends', text: 'a\r\r\nb', expected: [['a'], [''], ['b']] },
  {
    name: 'a delimiter and a line break in quotation marks',
    text: '"a,\r\nb",c\n',
    expected: [['a,\r\nb', 'c']],
  },
  { name: 'doubled quotation marks', text: '"a ""b""",""""\n', expected: [['a "b"', '"']] },
  { name: 'an empty cell in quotation marks', text: '"",""\n', expected: [['', '']] },
  { name: 'blanks after the closing mark', text: '"a" ,"b"\t\n', expected: [['a', 'b']] },
  { name: 'a mark within a cell is text', text: '5" pipe,a"b"c\n', expected: [['5" pipe', 'a"b"c']] },
  { name: 'a blank before the opening mark makes it text', text: ' "a","b"\n', expected: [[' "a"', 'b']] },
])('reads $name', ({ text, expected }) => {
  expect(whole(text)).toEqual(expected);
});

test.each<{ name: string; text: string; expected: string[][] }>([
  {
    name: 'marks inside a sentence stay in the cell',
    text: '"Said "hi" twice",x\nnext,row\n',
    expected: [
      ['Said "hi" twice', 'x'],
      ['next', 'row'],
    ],
  },
  {
    name: 'a quoted first word gives up its marks, and the row keeps its cells',
    text: '"Sunny" Sharma,x\nnext,row\n',
    expected: [
      ['Sunny Sharma', 'x'],
      ['next', 'row'],
    ],
  },
  {
    name: 'a quoted first word does not reach for the marks of the next cell',
    text: '"Sunny" Sharma,"Delhi, India",x\n',
    expected: [['Sunny Sharma', 'Delhi, India', 'x']],
  },
  {
    name: 'a stray opening mark does not swallow the rows up to the next mark',
    text: '"Ravi,1\nAsha,"Delhi, India",2\nImran,x,3\n',
    expected: [
      ['"Ravi', '1'],
      ['Asha', 'Delhi, India', '2'],
      ['Imran', 'x', '3'],
    ],
  },
  {
    name: 'a broken cell in the last row, without a line end',
    text: 'a,"b"c',
    expected: [['a', 'bc']],
  },
])('never loses a row to a broken quotation mark: $name', ({ text, expected }) => {
  expect(whole(text)).toEqual(expected);
});

test('says where a quotation mark opens that never closes', () => {
  const text = 'a,b\nc,"d\ne,f\n';
  expect(readRecords(text, ',', 'end-of-file')).toEqual({ records: [['a', 'b']], cursor: 4, rest: 'quote' });
});

test('leaves a record alone whose end is not there yet', () => {
  expect(readRecords('a,b\nc,d', ',', 'more-follows')).toEqual({
    records: [['a', 'b']],
    cursor: 4,
    rest: 'line',
  });
  expect(readRecords('a,b\r', ',', 'more-follows')).toEqual({ records: [], cursor: 0, rest: 'line' });
  expect(readRecords('a,"b"', ',', 'more-follows')).toEqual({ records: [], cursor: 0, rest: 'quote' });
});

test('stops after as many records as asked for', () => {
  expect(readRecords('a\nb\nc\n', ',', 'end-of-file', 2)).toEqual({
    records: [['a'], ['b']],
    cursor: 4,
    rest: 'nothing',
  });
});

test.each([';', '\t', '|'])('parts cells at %j', (delimiter) => {
  expect(whole(`a${delimiter}"b${delimiter}c"${delimiter}\n`, delimiter)).toEqual([
    ['a', `b${delimiter}c`, ''],
  ]);
});
