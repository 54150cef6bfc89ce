import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
} from 'libphonenumber-js/max';
import { unreachable } from '../unreachable.ts';
import { isPlaceholder } from './phone-placeholder.ts';
import type { Problem } from './problem.ts';

/** What a row of digits is as a phone number. */
export type PhoneReading =
  | {
      readonly kind: 'number';
      /** Country code and national number. With a `+` only where it would be misread without; see `withoutMisreading`. */
      readonly number: string;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Reads digits, before which a `+` stood or not. Digits only: no blanks, dashes or prefixes but those of dialling. */
export type ReadPhone = (digits: string, hasPlus: boolean) => PhoneReading;

/**
 * Reads phone numbers by libphonenumber's tables (all kinds of numbers, landlines included). `defaultCountry` is the ISO
 * code of the country that numbers without a country code belong to; where it is unknown only complete numbers are read.
 */
export function phoneReader(defaultCountry: string): ReadPhone {
  const country = isSupportedCountry(defaultCountry) ? defaultCountry : undefined;
  return (digits, hasPlus) => {
    // `+0091…` is `0091…` with a plus that Excel users add to keep the zeros.
    const isInternational = hasPlus && !digits.startsWith('0');
    const number = isInternational ? validNumber(`+${digits}`) : readAlone(digits, country);
    const spellings = [
      digits,
      number?.national ?? digits,
      digits.replace(/^(?:00|0)?91/u, ''),
      afterIndianPrefix(digits),
    ];
    if (spellings.some(isPlaceholder)) {
      return { kind: 'problem', problem: { kind: 'phone-placeholder' } };
    }
    return number === null
      ? { kind: 'problem', problem: whyNot(digits, isInternational, country) }
      : { kind: 'number', number: withoutMisreading(number.international, country) };
  };
}

type ValidNumber = { readonly international: string; readonly national: string; readonly isMobile: boolean };

/** Telecrm drops short numbers without saying what is short; only on a few small islands are complete numbers shorter. */
const FEWEST_DIGITS = 8;

/** The most that any telephone network takes (ITU-T E.164); libphonenumber's tables let Germany have more. */
const MOST_DIGITS = 15;

function validNumber(text: string, country?: CountryCode): ValidNumber | null {
  const parsed = parsePhoneNumberFromString(text, country);
  const length = parsed === undefined ? 0 : parsed.number.length - '+'.length;
  if (parsed === undefined || !parsed.isValid() || length < FEWEST_DIGITS || length > MOST_DIGITS) {
    return null;
  }
  const type = parsed.getType();
  return {
    international: parsed.number.slice(1),
    national: parsed.nationalNumber,
    isMobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
  };
}

/** Digits without a plus: first as a number of the default country, then as one with the country code of another. */
function readAlone(digits: string, country: CountryCode | undefined): ValidNumber | null {
  // Too few even with a country code. What people type to fill a box is mostly short, and libphonenumber takes long to refuse it.
  if (country === 'IN' && digits.length + '91'.length < FEWEST_DIGITS) {
    return null;
  }
  if (country !== undefined) {
    const number = validNumber(digits, country);
    if (number !== null) {
      return number;
    }
  }
  if (country === 'IN') {
    // `091` is neither a trunk nor an international prefix, but old telephone books and call logs write it.
    return digits.startsWith('091') ? validNumber(`+${digits.slice(1)}`) : foreignSeenFromIndia(digits);
  }
  return digits.startsWith('0') ? null : validNumber(`+${digits}`);
}

/**
 * A foreign number without a plus, as portals export them (971501234567, 14155552671). An Indian mobile with a digit too
 * many looks like a number of Iran, Japan or Australia, so what begins with 6 to 9 must be long enough and a mobile of its
 * country; otherwise it is refused as too long instead of calling a stranger abroad.
 */
function foreignSeenFromIndia(digits: string): ValidNumber | null {
  if (digits.startsWith('0')) {
    return null;
  }
  const number = validNumber(`+${digits}`);
  const mayBeMistyped = /^[6-9]/u.test(digits);
  return mayBeMistyped && (digits.length < 12 || number?.isMobile !== true) ? null : number;
}

/**
 * Digits alone are what Telecrm recommends, and it takes a number without a country code for one of the default country.
 * So a foreign number whose digits could be read as such (Singapore's 65 6123 4567 in India) keeps its plus, which Telecrm
 * allows. This is also what makes a cleaned number read the same again.
 */
function withoutMisreading(international: string, country: CountryCode | undefined): string {
  return readAlone(international, country)?.international === international
    ? international
    : `+${international}`;
}

function whyNot(digits: string, isInternational: boolean, country: CountryCode | undefined): Problem {
  const isIndian = isInternational ? digits.startsWith('91') : country === 'IN';
  if (isIndian) {
    return wrongLength(afterIndianPrefix(digits).length - INDIAN_LENGTH);
  }
  const length = isInternational
    ? validatePhoneNumberLength(`+${digits}`)
    : validatePhoneNumberLength(digits, country);
  switch (length) {
    case 'TOO_LONG':
      return { kind: 'phone-too-long' };
    case 'TOO_SHORT':
    case 'INVALID_LENGTH':
    case 'NOT_A_NUMBER':
      return { kind: 'phone-too-short' };
    case 'INVALID_COUNTRY':
    case undefined:
      return { kind: 'phone-not-in-use' };
    default:
      return unreachable(length);
  }
}

/** Digits of every Indian number behind the trunk zero, mobile or landline with its area code. */
const INDIAN_LENGTH = 10;

function wrongLength(surplus: number): Problem {
  if (surplus === 0) {
    return { kind: 'phone-not-in-use' };
  }
  return surplus > 0 ? { kind: 'phone-too-long' } : { kind: 'phone-too-short' };
}

/** What is left behind trunk zeros and country code, whether or not it has the right length. */
function afterIndianPrefix(digits: string): string {
  const trimmed = digits.replace(/^0+/u, '');
  const isPrefixed = trimmed.startsWith('91') && (trimmed.length > INDIAN_LENGTH || trimmed === '91');
  return isPrefixed ? trimmed.slice(2).replace(/^0+/u, '') : trimmed;
}
