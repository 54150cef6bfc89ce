import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from '../../../electron/reading/decode-text.ts';
import { ENCODINGS, type Encoding } from '../../../shared/sheet/sheet.ts';

/** Decodes in pieces of the given sizes, as a file is read. */
function decodeInPieces(bytes: Buffer, sizes: readonly number[], encoding: Encoding): string {
  let text = '';
  let rest = Buffer.alloc(0);
  let at = 0;
  for (const size of sizes) {
    rest = Buffer.concat([rest, bytes.subarray(at, at + size)]);
    at += size;
    const decoded = decodeText(rest, encoding, 'more-follows');
    text += decoded.text;
    rest = rest.subarray(decoded.usedBytes);
  }
  return text + decodeText(Buffer.concat([rest, bytes.subarray(at)]), encoding, 'end-of-file').text;
}

const sizes = fc.array(fc.nat(9), { maxLength: 20 });

test.each(ENCODINGS)('any bytes read as %s give the same text wherever they are cut', (encoding) => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => iconv.encode(text, encoding)),
  );
  fc.assert(
    fc.property(bytes, sizes, (array, cuts) => {
      const whole = decodeText(Buffer.from(array), encoding, 'end-of-file').text;
      expect(decodeInPieces(Buffer.from(array), cuts, encoding)).toBe(whole);
    }),
    { numRuns: 1000 },
  );
});

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('every text comes back from %s', (encoding) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      expect(decodeText(bytes, encoding, 'end-of-file')).toEqual({ text, usedBytes: bytes.length });
    }),
  );
});

test('windows-1252 has its euro sign, quotation marks and dashes', () => {
  const bytes = Buffer.from([0x80, 0x20, 0x93, 0x94, 0x20, 0x96, 0x97, 0x20, 0xe9]);
  expect(decodeText(bytes, 'windows-1252', 'end-of-file').text).toBe('€ “” –— é');
});

test('bytes that are no UTF-8 are read as windows-1252 instead of being lost', () => {
  const bytes = Buffer.concat([Buffer.from('नाम '), Buffer.from([0xe9, 0x80]), Buffer.from(' é')]);
  expect(decodeText(bytes, 'utf-8', 'end-of-file').text).toBe('नाम é€ é');
  expect(decodeText(Buffer.from([0x41, 0xc3]), 'utf-8', 'end-of-file').text).toBe('AÃ');
});

test('what belongs to a cut character is left for later', () => {
  const name = Buffer.from('न😀');
  expect(decodeText(name.subarray(0, 2), 'utf-8', 'more-follows')).toEqual({ text: '', usedBytes: 0 });
  expect(decodeText(name.subarray(0, 6), 'utf-8', 'more-follows')).toEqual({ text: 'न', usedBytes: 3 });
  expect(decodeText(Buffer.from([0x41, 0x00, 0x42]), 'utf-16le', 'more-follows')).toEqual({
    text: 'A',
    usedBytes: 2,
  });
});
