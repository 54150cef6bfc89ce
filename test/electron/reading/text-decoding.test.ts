import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { TextDecoding } from '../../../electron/reading/text-decoding.ts';
import { ENCODINGS, type Encoding } from '../../../shared/sheet/sheet.ts';

function decode(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoding(encoding).decode(bytes, 'end-of-file');
}

/** Decodes in pieces of the given sizes, as a file is read, with one buffer that is used again for each piece. */
function decodeInPieces(bytes: Buffer, sizes: readonly number[], encoding: Encoding): string {
  const decoding = new TextDecoding(encoding);
  const buffer = Buffer.alloc(Math.max(bytes.length, ...sizes));
  let text = '';
  let at = 0;
  for (const size of sizes) {
    const count = bytes.copy(buffer, 0, at, at + size);
    text += decoding.decode(buffer.subarray(0, count), 'more-follows');
    at += count;
  }
  return text + decoding.decode(bytes.subarray(at), 'end-of-file');
}

const sizes = fc.array(fc.nat(9), { maxLength: 20 });

test.each(ENCODINGS)('any bytes read as %s give the same text wherever they are cut', (encoding) => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => iconv.encode(text, encoding)),
  );
  fc.assert(
    fc.property(bytes, sizes, (array, cuts) => {
      const whole = decode(Buffer.from(array), encoding);
      expect(decodeInPieces(Buffer.from(array), cuts, encoding)).toBe(whole);
    }),
    { numRuns: 1000 },
  );
});

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('every text comes back from %s', (encoding) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      expect(decode(bytes, encoding)).toBe(text);
    }),
  );
});

test('windows-1252 has its euro sign, quotation marks and dashes', () => {
  const bytes = Buffer.from([0x80, 0x20, 0x93, 0x94, 0x20, 0x96, 0x97, 0x20, 0xe9]);
  expect(decode(bytes, 'windows-1252')).toBe('€ “” –— é');
});

test('bytes that are no UTF-8 are read as windows-1252 instead of being lost', () => {
  const bytes = Buffer.concat([Buffer.from('नाम '), Buffer.from([0xe9, 0x80]), Buffer.from(' é')]);
  expect(decode(bytes, 'utf-8')).toBe('नाम é€ é');
  expect(decode(Buffer.from([0x41, 0xc3]), 'utf-8')).toBe('AÃ');
});

test.each<{ encoding: Encoding; bytes: number[]; texts: string[] }>([
  { encoding: 'utf-8', bytes: [0xe0, 0xa4, 0xa8, 0x41], texts: ['', '', 'न', 'A'] },
  { encoding: 'utf-16le', bytes: [0x41, 0x00, 0x42, 0x00], texts: ['', 'A', '', 'B'] },
  { encoding: 'shift_jis', bytes: [0x8e, 0x52, 0x2c, 0x41], texts: ['', '', '山,', 'A'] },
])('what belongs to a cut character of $encoding waits for the rest', ({ encoding, bytes, texts }) => {
  const decoding = new TextDecoding(encoding);
  expect(
    bytes.map((byte, index) =>
      decoding.decode(Buffer.from([byte]), index === bytes.length - 1 ? 'end-of-file' : 'more-follows'),
    ),
  ).toEqual(texts);
});

test('Macintosh files have the euro where older tables have the currency sign', () => {
  expect(decode(Buffer.from([0x8e, 0x20, 0xdb]), 'macintosh')).toBe('é €');
});

test('a file without any blank or line end does not gather in memory', () => {
  const decoding = new TextDecoding('gb18030');
  const piece = Buffer.alloc(64 * 1024, 0xb0);
  const texts = Array.from({ length: 20 }, () => decoding.decode(piece, 'more-follows'));
  expect(texts.some((text) => text !== '')).toBe(true);
});
