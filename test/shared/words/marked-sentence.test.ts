import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeApart, valuePlace } from '../../../shared/words/marked-sentence.ts';

test('marks part a sentence, and everything between them stays', () => {
  expect(takeApart('<file>a.csv</file>, headings in <row>row 3</row>.', new Map())).toEqual([
    { mark: 'file', text: 'a.csv' },
    { mark: null, text: ', headings in ' },
    { mark: 'row', text: 'row 3' },
    { mark: null, text: '.' },
  ]);
});

test('a value is text whatever it looks like', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('<file>{{x}}</file>'), fc.constant('$& </file>')),
      (fileName) => {
        const said = `<file>${valuePlace('fileName')}</file> is here`;
        const pieces = takeApart(said, new Map([['fileName', fileName]]));
        expect(pieces).toEqual([
          ...(fileName === '' ? [] : [{ mark: 'file', text: fileName }]),
          { mark: null, text: ' is here' },
        ]);
      },
    ),
  );
});

test('a mark that does not close is plain text', () => {
  expect(takeApart('a <b>c', new Map())).toEqual([{ mark: null, text: 'a <b>c' }]);
});
