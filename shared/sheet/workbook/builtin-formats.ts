/**
 * The number format of an id below 164, which files do not spell out (ECMA-376, 18.8.30); `null` for an id that means
 * nothing. Ids 14 and 22 are "the short date of this computer", so the file does not say whether day or month comes first:
 * they stand here in the order that nobody mistakes.
 */
export function builtinFormat(id: number): string | null {
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) {
    return EAST_ASIAN_DATE;
  }
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) {
    return EAST_ASIAN_TIME;
  }
  return FORMATS[id] ?? null;
}

/** Dates and times of the calendars of East Asia, whose spelling depends on the language of the program. */
const EAST_ASIAN_DATE = 'yyyy-mm-dd';
const EAST_ASIAN_TIME = 'hh:mm:ss';

const FORMATS: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '#,##0_);(#,##0)',
  42: '$#,##0_);($#,##0)',
  43: '#,##0.00_);(#,##0.00)',
  44: '$#,##0.00_);($#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
