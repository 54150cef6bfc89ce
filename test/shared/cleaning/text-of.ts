import fc from 'fast-check';

/** Texts made of these characters, for properties that look where a cleaner is most likely to be wrong. */
export function textOf(characters: string, ...more: readonly string[]): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from(characters), ...more) });
}
