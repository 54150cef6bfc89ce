import type { DecimalMark } from '../mapping/mapping.ts';

/** A number without sign as digits alone: `1,23,456.50` is `123456` and `50`. */
export type DecimalText = {
  /** At least one digit; may begin with zeros. */
  readonly whole: string;
  /** Empty where nothing follows the mark. */
  readonly fraction: string;
};

const ONLY_DIGITS = /^\d*$/u;

/** Grouped by threes, or by twos before a last three. The same separator throughout: `\1` repeats the first. */
const GROUPED = /^(?:\d{1,3}([,.' ])\d{3}(?:\1\d{3})*|\d{1,2}([,.' ])(?:\d{2}\2)+\d{3})$/u;

/**
 * Reads a number without sign in one notation: `decimalMark` parts the fraction; the other mark may only group, and groups
 * must have the right size, so that `1,25` in a column of points is refused and never becomes 125. `null` when the text is
 * no number in this notation.
 */
export function decimalText(text: string, decimalMark: DecimalMark): DecimalText | null {
  const mark = decimalMark === 'point' ? '.' : ',';
  const at = text.indexOf(mark);
  const whole = at === -1 ? text : text.slice(0, at);
  const groups = GROUPED.exec(whole);
  const isGrouped = groups !== null && groups[1] !== mark && groups[2] !== mark;
  const digits = isGrouped ? whole.replaceAll(/[,.' ]/gu, '') : whole;
  const fraction = at === -1 ? '' : text.slice(at + 1);
  const isComplete = at === -1 ? digits !== '' : fraction !== '';
  return isComplete && ONLY_DIGITS.test(digits) && ONLY_DIGITS.test(fraction)
    ? { whole: digits || '0', fraction }
    : null;
}
