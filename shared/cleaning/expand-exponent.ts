/**
 * What a number in scientific notation still holds. `exact` carries its plain digits, with a decimal point only where
 * the fraction is not empty.
 */
export type Expanded =
  | { readonly kind: 'exact'; readonly digits: string }
  | { readonly kind: 'digits-lost' }
  | { readonly kind: 'not-scientific' };

const SCIENTIFIC = /^([+-]?)(\d{1,20})(?:[.,](\d{1,40}))?e\+?(\d{1,2})$/iu;

/**
 * Reads `9.19876543210E+11`, the form in which Excel shows and saves long numbers.
 *
 * [Note: What can be recovered from E+11] Excel rounds what it shows, so `9.19877E+11` may have been any of a million
 * numbers: its last digits are gone. Only where as many digits are written after the point as the exponent shifts is every
 * digit down to the last one there, and nothing can have been rounded away from a whole number. Fewer digits are
 * refused even where a program left out nothing but zeros (Java writes 9876543210 as `9.87654321E9`), because in the
 * file the two cannot be told apart. Negative exponents are not read: no lead has such a number.
 */
export function expandExponent(text: string): Expanded {
  const match = SCIENTIFIC.exec(text);
  if (match === null) {
    return { kind: 'not-scientific' };
  }
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  const shift = Number(exponent);
  if (fraction.length < shift) {
    return { kind: 'digits-lost' };
  }
  const integer = (whole + fraction.slice(0, shift)).replace(/^0+(?=\d)/u, '');
  const rest = fraction.slice(shift).replace(/0+$/u, '');
  return { kind: 'exact', digits: `${sign === '-' ? '-' : ''}${integer}${rest === '' ? '' : `.${rest}`}` };
}
