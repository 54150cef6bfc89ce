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

/**
 * Whether a URL's name is of ASCII and not encoded. Of other names only some exist (right-to-left letters may not be mixed
 * with others, and so on), which is for registries to know.
 */
export function isPlainAddress(url: string): boolean {
  return /^https?:\/\/(?!(?:[^/?#]*\.)?xn--)[\0-\x7f]+$/u.test(url.replace(/(?<=\/\/[^/?#]*)[/?#].*$/u, '/'));
}
