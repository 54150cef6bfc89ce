import { plainText } from '../cleaning/plain-text.ts';
import { evidenceOf, orderOf } from './date-evidence.ts';
import type { ColumnChoices, DecimalMark } from './mapping.ts';

/** How the values of a column are probably meant, and whether the values themselves leave no doubt. */
export type SuggestedChoices = {
  readonly choices: ColumnChoices;
  /** Whether some date can only be read in this order and none only in the other: 13/01/2026 but no 01/13/2026. */
  readonly isDateOrderCertain: boolean;
  /** Whether some number can only be read with this mark and none only with the other: 12,50 but no 1,234.50. */
  readonly isDecimalMarkCertain: boolean;
};

/**
 * Finds the order of day and month, the decimal mark and the separators of tags from all given values at once, since a
 * single one (03/04/2026, 1.234) says nothing. Where the values say nothing either, or contradict each other, the way
 * that is usual in India holds: day first, decimal point.
 */
export function suggestChoices(cells: readonly string[]): SuggestedChoices {
  const values = cells.map(plainText).filter((value) => value !== '');
  const short = values.filter((value) => value.length <= LONGEST_VALUE);
  const dates = evidenceOf(short);
  const decimalMark = findDecimalMark(short);
  return {
    choices: {
      dateOrder: orderOf(dates),
      decimalMark: decimalMark.mark,
      tagSeparators: findTagSeparators(values),
    },
    isDateOrderCertain: dates.dayFirstCount > 0 !== dates.monthFirstCount > 0,
    isDecimalMarkCertain: decimalMark.isCertain,
  };
}

/** Longer texts are no numbers, and the patterns below would be slow on them. */
const LONGEST_VALUE = 60;

/** Only a decimal point: 12.5, 1,234.50, 12,50,000.00; or commas in an order that only grouping has: 1,250,000. */
const ONLY_POINT =
  /^(?:\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{2,3})+\.\d+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:,\d{3}){2,})$/u;

/** Only a decimal comma: 12,5, 1.234,50; or points that only group: 1.250.000. */
const ONLY_COMMA = /^(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/u;

function findDecimalMark(values: readonly string[]): {
  readonly mark: DecimalMark;
  readonly isCertain: boolean;
} {
  const numbers = values.map((value) => value.replaceAll(/^[^\d]*|[^\d]*$/gu, '').replaceAll(' ', ''));
  const hasPoint = numbers.some((number) => ONLY_POINT.test(number));
  const hasComma = numbers.some((number) => ONLY_COMMA.test(number));
  return { mark: hasComma && !hasPoint ? 'comma' : 'point', isCertain: hasPoint !== hasComma };
}

/** What parts tags. Line breaks do in any case. */
const SEPARATORS = [',', ';', '|'] as const;

/** A separator that occurs in fewer cells than this share of the most frequent one is rather part of a label. */
const RARE_BELOW = 0.1;

/** All separators but the rare ones. Those that do not occur stay: further down the sheet they may. */
function findTagSeparators(values: readonly string[]): string {
  const counts = SEPARATORS.map((separator) => values.filter((value) => value.includes(separator)).length);
  const most = Math.max(...counts);
  return SEPARATORS.filter((_, index) => {
    const count = counts[index] ?? 0;
    return count === 0 || count >= most * RARE_BELOW;
  }).join('');
}
