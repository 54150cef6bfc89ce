/**
 * A number in plain decimal digits, without grouping and never in scientific notation, rounded to the fifteen significant
 * digits that spreadsheet programs keep and show: `919876543210`, `19.99` (which files hold as `19.989999999999998`).
 *
 * [Note: Digits that Excel has lost] A spreadsheet program keeps fifteen digits of a number; whoever types a longer one (a
 * card, an id, a phone with a prefix) gets zeros for the rest. From 10^15 on the last digits of a whole number are therefore
 * not to be trusted, even zeros, and it is written as `9.19876543210123E+17`, which cleaning recognises as damaged.
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) {
    return '#NUM!';
  }
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < FIRST_UNSAFE) {
    return String(value === 0 ? 0 : value);
  }
  const [, sign = '', first = '', rest = '', exponentText = ''] =
    /^(-?)(\d)(?:\.(\d*))?e([+-]\d+)$/u.exec(value.toExponential(KEPT_DIGITS - 1)) ?? [];
  const exponent = Number(exponentText);
  const digits = `${first}${rest}`.replace(/0+$/u, '');
  if (exponent >= KEPT_DIGITS) {
    const fraction = digits.slice(1);
    return `${sign}${first}${fraction === '' ? '' : `.${fraction}`}E+${exponent}`;
  }
  if (exponent < 0) {
    return digits === '' ? '0' : `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  }
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Significant digits of a number that spreadsheet programs keep. */
const KEPT_DIGITS = 15;

/** The first whole number with more than `KEPT_DIGITS` digits. */
const FIRST_UNSAFE = 1e15;
