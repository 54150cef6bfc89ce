import { unreachable } from '../unreachable.ts';
import { clean, EMPTY, refused, toCheck, type Cleaner, type CleanValue } from './clean-value.ts';
import { expandExponent } from './expand-exponent.ts';
import { indianMobile } from './indian-mobile.ts';
import { withoutPhoneWords } from './phone-words.ts';
import { plainText } from './plain-text.ts';
import { phoneReader, type PhoneReading, type ReadPhone } from './read-phone.ts';
import { cutsAtBlanks, splitPhones } from './split-phones.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** A cell with more is a remark. */
const LONGEST_CELL = 300;

/**
 * Cleans phone numbers to digits with country code, as Telecrm recommends (`919876512345`); it drops a short number without
 * one. `defaultCountry` is the ISO 3166-1 code of the country that numbers without a country code belong to. Nothing is
 * guessed: digits that Excel dropped, words beside the number and placeholders are problems, and of several numbers
 * in a cell the first good one is only proposed. An extension is left out, as the value shown says.
 */
export function phoneCleaner(defaultCountry: string): Cleaner {
  const read = phoneReader(defaultCountry);
  if (defaultCountry !== 'IN') {
    return completePhoneCleaner(read);
  }
  const complete = completePhoneCleaner((digits, hasPlus) => {
    const mobile = indianMobile(hasPlus ? `+${digits}` : digits);
    return mobile === null ? read(digits, hasPlus) : { kind: 'number', number: mobile };
  });
  return (text) => {
    const mobile = indianMobile(text);
    return mobile === null ? complete(text) : clean(mobile);
  };
}

/** The same without the fast path for Indian mobiles, which may only be faster and never different. */
export function completePhoneCleaner(read: ReadPhone): Cleaner {
  return (text) => {
    const plain = plainText(text);
    if (isNothing(plain)) {
      return EMPTY;
    }
    return plain.length > LONGEST_CELL ? NOT_A_NUMBER : oneOf(readPieces(plain, read));
  };
}

const NOT_A_NUMBER: CleanValue = refused({ kind: 'phone-not-a-number' });

/** A piece of a cell and what it is as a phone number. */
type PhonePiece = { readonly text: string; readonly reading: PhoneReading };

function oneOf(pieces: readonly PhonePiece[]): CleanValue {
  const [first] = pieces;
  if (first === undefined) {
    return NOT_A_NUMBER;
  }
  const numbers = [
    ...new Set(pieces.flatMap(({ reading }) => (reading.kind === 'number' ? [reading.number] : []))),
  ];
  const [used, ...otherNumbers] = numbers;
  if (used === undefined) {
    return first.reading.kind === 'problem' ? refused(first.reading.problem) : NOT_A_NUMBER;
  }
  const unread = pieces.filter(({ reading }) => reading.kind === 'problem').map(({ text }) => text);
  const others = [...otherNumbers, ...unread];
  return others.length === 0 ? clean(used) : toCheck(used, { kind: 'phone-several', used, others });
}

function readPieces(text: string, read: ReadPhone): PhonePiece[] {
  // The comma in `9,19877E+11` parts a fraction, not two numbers.
  const pieces = expandExponent(text).kind === 'not-scientific' ? splitPhones(text) : [text];
  return pieces.flatMap((piece) => readPiece(piece.trim(), read));
}

/** No pieces where nothing is written but marks and labels. */
function readPiece(text: string, read: ReadPhone): PhonePiece[] {
  if (isNothing(text)) {
    return [];
  }
  const expanded = expandExponent(text.replace(/^['"=\s]+/u, '').replace(/['"\s]+$/u, ''));
  switch (expanded.kind) {
    case 'digits-lost':
      return [{ text, reading: { kind: 'problem', problem: { kind: 'phone-digits-lost' } } }];
    case 'exact':
      return [{ text, reading: readBare(expanded.digits, read) }];
    case 'not-scientific':
      return readWritten(text, read);
    default:
      return unreachable(expanded);
  }
}

function readWritten(text: string, read: ReadPhone): PhonePiece[] {
  const bare = withoutPhoneWords(text);
  if (bare === null) {
    return [{ text, reading: NO_NUMBER }];
  }
  if (!/\d/u.test(bare)) {
    return /\p{L}/u.test(text) ? [] : [{ text, reading: NO_NUMBER }];
  }
  const reading = readBare(bare, read);
  const isTooLong = reading.kind === 'problem' && reading.problem.kind === 'phone-too-long';
  return isTooLong ? (inARow(bare.trim(), read) ?? [{ text, reading }]) : [{ text, reading }];
}

const NO_NUMBER: PhoneReading = { kind: 'problem', problem: { kind: 'phone-not-a-number' } };

/** Marks that may stand beside and between the digits of a number. `*` and `X` are not among them: they mask digits. */
const MARKS = /^[\d\s+\-\u2010-\u2015\u2212.()[\]:#'"\u2018\u2019\u201c\u201d`=_~]*$/u;

/** What a spreadsheet adds to a phone number that it took for a decimal. */
const DECIMAL_ZEROS = /(?<=(?:\d\D*){7})\.0{1,2}(?=['"\s]*$)/u;

/** Reads digits with marks, a plus only before the first digit. */
function readBare(text: string, read: ReadPhone): PhoneReading {
  const number = text.replace(DECIMAL_ZEROS, '');
  const [head = ''] = number.split(/\d/u, 1);
  const tail = number.slice(head.length);
  if (!MARKS.test(number) || tail.includes('+')) {
    return NO_NUMBER;
  }
  return read(tail.replaceAll(/\D/gu, ''), head.includes('+'));
}

/** Whole numbers with only blanks or dashes between them; `null` when the text cannot be cut into such. */
function inARow(text: string, read: ReadPhone): PhonePiece[] | null {
  for (const [left, right] of cutsAtBlanks(text)) {
    const first = { text: left, reading: readBare(left, read) };
    if (first.reading.kind === 'number') {
      const second = { text: right, reading: readBare(right, read) };
      const rest = second.reading.kind === 'number' ? [second] : inARow(right, read);
      if (rest !== null) {
        return [first, ...rest];
      }
    }
  }
  return null;
}
