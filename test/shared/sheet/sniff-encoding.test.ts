import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { byteOrderMarkLength, sniffEncoding } from '../../../shared/sheet/sniff-encoding.ts';

const HINDI = 'नाम,फ़ोन\r\nसुनीता,9876501234\r\nराहुल,9876501235\r\n';
const WESTERN = 'Name,Ort\r\nJosé,Köln\r\n';
const HINDI_BYTES = Buffer.from(HINDI);

test.each([
  { name: 'plain ASCII', bytes: Buffer.from('Name,Phone\n'), encoding: 'utf-8', evidence: 'ascii' },
  { name: 'nothing', bytes: Buffer.alloc(0), encoding: 'utf-8', evidence: 'ascii' },
  { name: 'Hindi in UTF-8', bytes: HINDI_BYTES, encoding: 'utf-8', evidence: 'valid-utf-8' },
  {
    name: 'UTF-8 with mark',
    bytes: Buffer.from(`\ufeff${WESTERN}`),
    encoding: 'utf-8',
    evidence: 'byte-order-mark',
  },
  {
    name: 'UTF-16 LE with mark',
    bytes: iconv.encode(`\ufeff${HINDI}`, 'utf-16le'),
    encoding: 'utf-16le',
    evidence: 'byte-order-mark',
  },
  {
    name: 'UTF-16 BE with mark',
    bytes: iconv.encode(`\ufeff${HINDI}`, 'utf-16be'),
    encoding: 'utf-16be',
    evidence: 'byte-order-mark',
  },
  {
    name: 'UTF-16 LE, Hindi',
    bytes: iconv.encode(HINDI, 'utf-16le'),
    encoding: 'utf-16le',
    evidence: 'zero-bytes',
  },
  {
    name: 'UTF-16 BE, Hindi',
    bytes: iconv.encode(HINDI, 'utf-16be'),
    encoding: 'utf-16be',
    evidence: 'zero-bytes',
  },
  {
    name: 'UTF-16 LE, English',
    bytes: iconv.encode(WESTERN, 'utf-16le'),
    encoding: 'utf-16le',
    evidence: 'zero-bytes',
  },
  {
    name: 'UTF-16 BE, English',
    bytes: iconv.encode(WESTERN, 'utf-16be'),
    encoding: 'utf-16be',
    evidence: 'zero-bytes',
  },
  {
    name: 'windows-1252',
    bytes: iconv.encode(`${WESTERN}€ “ ” –`, 'windows-1252'),
    encoding: 'windows-1252',
    evidence: 'fallback',
  },
  {
    name: 'much UTF-8 with one foreign byte',
    bytes: Buffer.concat([HINDI_BYTES, Buffer.from([0xe9, 0x0a]), HINDI_BYTES]),
    encoding: 'utf-8',
    evidence: 'mostly-utf-8',
  },
])('recognises $name', ({ bytes, encoding, evidence }) => {
  expect(sniffEncoding(bytes, true)).toEqual({ kind: 'text', encoding, evidence });
});

test('a sample that ends inside a character is still UTF-8', () => {
  for (let length = 0; length <= HINDI_BYTES.length; length += 1) {
    expect(sniffEncoding(HINDI_BYTES.subarray(0, length), false)).toMatchObject({ encoding: 'utf-8' });
  }
});

test('a whole file that ends inside a character is not', () => {
  expect(sniffEncoding(Buffer.from([0x41, 0xe0, 0xa4]), true)).toMatchObject({ encoding: 'windows-1252' });
});

test.each([
  {
    name: 'bytes in any order',
    bytes: Uint8Array.from({ length: 3000 }, (_, index) => (index * 167 + index * index * 31) & 0xff),
  },
  { name: 'four control characters in a short text', bytes: Buffer.from('Name,Phone\nAsha\0\0\0\0,98765\n') },
  { name: 'many zero bytes between letters', bytes: Buffer.from('ab\0\0\0cdefg\0\0\0'.repeat(20)) },
  { name: 'control characters', bytes: Buffer.from('\u0001\u0002Name\u0003'.repeat(20)) },
])('takes $name for no text', ({ bytes }) => {
  expect(sniffEncoding(bytes, true)).toEqual({ kind: 'not-text' });
});

test('one stray control character in a long file does not make it binary', () => {
  expect(sniffEncoding(Buffer.from(`${'Ravi,9876501234\n'.repeat(100)}\u0000`), true)).toMatchObject({
    encoding: 'utf-8',
  });
});

test('a byte order mark is only skipped in its own encoding', () => {
  const marked = Buffer.from('\ufeffName');
  expect(byteOrderMarkLength(marked, 'utf-8')).toBe(3);
  expect(byteOrderMarkLength(marked, 'windows-1252')).toBe(0);
  expect(byteOrderMarkLength(iconv.encode('\ufeffName', 'utf-16le'), 'utf-16le')).toBe(2);
  expect(byteOrderMarkLength(Buffer.from('Name'), 'utf-8')).toBe(0);
});

test('tables in UTF-16 without a mark are recognised in whatever script they are', () => {
  const name = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('abcxyzABCéöñ ')), minLength: 1, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...Array.from('कखगमसुनीता ள்தமி')), minLength: 1, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...Array.from('山田太郎さん')), minLength: 1, maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.integer({ min: 6_000_000_000, max: 9_999_999_999 })), {
        minLength: 3,
        maxLength: 20,
      }),
      fc.constantFrom('utf-16le', 'utf-16be'),
      (rows, encoding) => {
        const text = rows.map(([person, phone]) => `${person},${phone}\r\n`).join('');
        expect(sniffEncoding(iconv.encode(text, encoding, { addBOM: false }), true)).toMatchObject({
          encoding,
        });
      },
    ),
  );
});

test('a few stray zero bytes do not make a short text anything else', () => {
  const bytes = Buffer.from('Name,Phone\nAsha\0,9876501234\n\0\0\nRavi,9876501235\n');
  expect(sniffEncoding(bytes, true)).toMatchObject({ kind: 'text', encoding: 'utf-8' });
});
