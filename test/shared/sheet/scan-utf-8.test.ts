import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanUtf8 } from '../../../shared/sheet/scan-utf-8.ts';

/** Bytes that matter to UTF-8 more often than chance would give them. */
const trickyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        0xc0,
        0xc1,
        0xc2,
        0xdf,
        0xe0,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
      ),
      fc.nat(255),
    ),
    { maxLength: 12 },
  )
  .map((bytes) => Uint8Array.from(bytes));

test('finds a fault exactly where a strict decoder does', () => {
  fc.assert(
    fc.property(trickyBytes, (bytes) => {
      expect(scanUtf8(bytes, true).invalidCount === 0).toBe(isCorrect(bytes));
    }),
    { numRuns: 5000 },
  );
});

test('a sample cut inside a character is no fault while more follows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(3), (text, cut) => {
      const bytes = new TextEncoder().encode(text);
      expect(scanUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut)), false).invalidCount).toBe(0);
    }),
  );
});

test('counts the characters beyond ASCII', () => {
  expect(scanUtf8(new TextEncoder().encode('Zoë नाम 😀'), true)).toEqual({
    multiByteCount: 5,
    invalidCount: 0,
  });
});

function isCorrect(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
