import type { DecimalMark } from '../mapping/mapping.ts';
import { decimalText } from './decimal-text.ts';

/** An amount as its exact digits: `units` divided by ten to the power of `scale`. */
export type Amount = { readonly units: bigint; readonly scale: number };

/** What the words behind a number multiply it with. "M" is not among them: a million to some, a thousand to others. */
const MULTIPLIERS: readonly (readonly [words: string, times: bigint])[] = [
  ['k thousand thousands hazar hazaar हजार हज़ार', 1000n],
  ['l lac lacs lakh lakhs lk lks लाख', 100_000n],
  ['mn mln million millions', 1_000_000n],
  ['cr crs crore crores karod करोड करोड़', 10_000_000n],
  ['bn billion billions', 1_000_000_000n],
];

const TIMES = new Map(
  MULTIPLIERS.flatMap(([words, times]) =>
    words.split(' ').map((word): [string, bigint] => [word.normalize('NFC'), times]),
  ),
);

/** A number, then perhaps a word, then perhaps what joins it to the next part: `1 crore and`. */
const PART = /\s*([.,]?\d(?:[\d.,' ]*\d)?)\s*([\p{L}\p{M}]*)\.?\s*(?:and\s+|&\s*|,\s*(?=\d))?/uy;

/**
 * Reads a positive amount without sign or currency: `12,50,000`, `12.5 lakh`, `1.2 Cr`, `50k`, `1 crore 20 lakh`. Words
 * multiply exactly, in whole numbers. In a sum each part must be less than the word of the part before it, so that
 * "5 10 lakh" and "5 lakh 10 lakh" are none. `null` when the text is no amount.
 */
export function readAmount(text: string, decimalMark: DecimalMark): Amount | null {
  let sum: Amount = { units: 0n, scale: 0 };
  let limit: bigint | null = null;
  let end = 0;
  while (end < text.length) {
    PART.lastIndex = end;
    const [whole = '', number = '', word = ''] = PART.exec(text) ?? [];
    const part = partOf(number, word, decimalMark);
    if (part === null || (limit !== null && !isBelow(part.amount, limit))) {
      return null;
    }
    sum = added(sum, part.amount);
    limit = part.times;
    end += whole.length;
  }
  return limit === null ? null : sum;
}

type Part = { readonly amount: Amount; readonly times: bigint };

function partOf(number: string, word: string, decimalMark: DecimalMark): Part | null {
  const decimal = decimalText(number, decimalMark);
  const times = word === '' ? 1n : TIMES.get(word.toLowerCase().normalize('NFC'));
  if (decimal === null || times === undefined || isCredit(decimal.whole, word)) {
    return null;
  }
  const units = BigInt(decimal.whole + decimal.fraction) * times;
  return { amount: { units, scale: decimal.fraction.length }, times };
}

/** Accounting programs write "Cr" for credit: 45000.00 Cr. Nobody has that many crores, and few write so many. */
function isCredit(whole: string, word: string): boolean {
  return /^crs?$/iu.test(word) && whole.replace(/^0+/u, '').length > 3;
}

function isBelow({ units, scale }: Amount, limit: bigint): boolean {
  return limit > 1n && units < limit * 10n ** BigInt(scale);
}

function added(left: Amount, right: Amount): Amount {
  const scale = Math.max(left.scale, right.scale);
  return { units: scaled(left, scale) + scaled(right, scale), scale };
}

function scaled({ units, scale }: Amount, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}
