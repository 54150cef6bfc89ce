/**
 * Two numbers that stand for an identifier's key when a million of them are compared: equal keys have equal digests, and
 * different keys practically never do (phone numbers exactly never; other keys share 104 bits by chance with odds below
 * one in 10^20 for a million rows). Sixteen bytes a row instead of the text of every identifier.
 */
export type IdentifierDigest = {
  /** 0 when there is no identifier. */
  readonly first: number;
  readonly second: number;
};

/** A phone number has at most fifteen digits (ITU-T E.164), which a double holds exactly. */
const MOST_DIGITS = 15;

/** The digest of a key; `null` (no usable identifier) gives zeros, which no key ever has. */
export function identifierDigest(key: string | null): IdentifierDigest {
  if (key === null) {
    return NONE;
  }
  const number = phoneNumber(key);
  if (number !== 0) {
    return { first: number, second: 0 };
  }
  // The second number is never 0 here, so a text never equals a phone number.
  return { first: hash(key, 0x9e37_79b9) + 1, second: hash(key, 0x85eb_ca6b) + 1 };
}

/** The number that a key of digits is, the first of them no zero; 0 for any other key. */
function phoneNumber(key: string): number {
  if (key.length > MOST_DIGITS || key.charCodeAt(0) === ZERO) {
    return 0;
  }
  let number = 0;
  for (let index = 0; index < key.length; index++) {
    const digit = key.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) {
      return 0;
    }
    number = number * 10 + digit;
  }
  return number;
}

const ZERO = 48;

const NONE: IdentifierDigest = { first: 0, second: 0 };

/** A 52-bit hash: two rounds of the public-domain cyrb53 mixing, which spreads short, similar texts well. */
function hash(text: string, seed: number): number {
  let low = 0xdead_beef ^ seed;
  let high = 0x41c6_ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return 4_294_967_296 * (0x0f_ffff & high) + (low >>> 0);
}
