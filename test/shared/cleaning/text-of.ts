import fc from 'fast-check';

/** Texts made of these characters, for properties that look where a cleaner is most likely to be wrong. */
export function textOf(characters: string, ...more: readonly string[]): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from(characters), ...more) });
}

/** Texts of any UTF-16 code units, halves of characters and controls included. */
export function anyUnits(): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }));
  return fc.array(unit, { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));
}
