import type { FormatSection, FormatToken, NumberFormat } from './number-format.ts';
import { plainNumber } from './plain-number.ts';

/** The section of a format that shows a number, and the number without the sign that the section shows by itself. */
export type ChosenSection = { readonly tokens: readonly FormatToken[]; readonly value: number };

/** Which section shows a number: the first whose condition fits, or by position: positive, negative, zero. */
export function chooseSection(format: NumberFormat, value: number): ChosenSection {
  const { sections } = format;
  const [first] = sections;
  if (sections.some(({ condition }) => condition !== null)) {
    const chosen = sections.find((section) => fits(section, value)) ?? sections.at(-1);
    return { tokens: chosen?.tokens ?? [], value };
  }
  if (value < 0 && sections.length > 1) {
    return { tokens: sections[1]?.tokens ?? [], value: -value };
  }
  const tokens = value === 0 && sections.length > 2 ? sections[2]?.tokens : first?.tokens;
  return { tokens: tokens ?? [], value };
}

/** A section without a condition takes what the others leave. */
function fits({ condition }: FormatSection, value: number): boolean {
  if (condition === null) {
    return true;
  }
  switch (condition.operator) {
    case '<':
      return value < condition.limit;
    case '<=':
      return value <= condition.limit;
    case '>':
      return value > condition.limit;
    case '>=':
      return value >= condition.limit;
    case '=':
      return value === condition.limit;
    default:
      return value !== condition.limit;
  }
}

/**
 * A number as a spreadsheet program shows it: decimals, groups of three, percent, literals among the digits. Scientific
 * notation and fractions are not rebuilt: there the plain number stands.
 */
export function showNumber(format: NumberFormat, value: number): string {
  const chosen = chooseSection(format, value);
  const { tokens } = chosen;
  if (tokens.some(({ kind }) => kind === 'other') || Math.abs(value) >= 1e15 || isFraction(tokens)) {
    return plainNumber(value);
  }
  if (!tokens.some(({ kind }) => kind === 'digit')) {
    return tokens.map((token) => (token.kind === 'value' ? plainNumber(value) : literalOf(token))).join('');
  }
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const wholeTokens = point === -1 ? tokens : tokens.slice(0, point);
  const restTokens = point === -1 ? [] : tokens.slice(point + 1);
  const lastDigit = wholeTokens.findLastIndex(({ kind }) => kind === 'digit');
  const scale = wholeTokens.slice(lastDigit + 1).filter(({ kind }) => kind === 'comma').length;
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const decimals = Math.min(restTokens.filter(({ kind }) => kind === 'digit').length, 20);
  const shown = Math.abs(chosen.value) * 100 ** percents * 1000 ** -scale;
  const [whole = '0', fraction = ''] = roundedDigits(shown, decimals).split('.');
  const isGrouped = wholeTokens.slice(0, lastDigit).some(({ kind }) => kind === 'comma');
  const sign = chosen.value < 0 && Number(`${whole}.${fraction}`) !== 0 ? '-' : '';
  const rest = showFraction(restTokens, fraction);
  return `${sign}${showWhole(wholeTokens, whole, isGrouped)}${point === -1 ? '' : '.'}${rest}`;
}

/** A slash among placeholders, as in `# ?/?`. */
function isFraction(tokens: readonly FormatToken[]): boolean {
  const slash = tokens.findIndex((token) => token.kind === 'literal' && token.text === '/');
  return (
    slash > 0 &&
    tokens[slash - 1]?.kind === 'digit' &&
    tokens.some((token) => token.kind === 'digit' && token.mark === '?')
  );
}

/** Rounded as decimal digits rather than as binary, so that 1.005 with two decimals is 1.01, as people expect. */
function roundedDigits(value: number, decimals: number): string {
  const fifteen = Number(value.toPrecision(15));
  const shifted = Number(`${fifteen}e${decimals}`);
  const rounded = Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${decimals}`) : fifteen;
  return (Number.isFinite(rounded) ? rounded : fifteen).toFixed(decimals);
}

function literalOf(token: FormatToken): string {
  switch (token.kind) {
    case 'literal':
      return token.text;
    case 'percent':
      return '%';
    default:
      return '';
  }
}

/** Fills the placeholders from the right; digits without a placeholder stand before the first one. */
function showWhole(tokens: readonly FormatToken[], digits: string, isGrouped: boolean): string {
  const left = digits === '0' ? [] : [...digits];
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  let text = '';
  let count = 0;
  function put(digit: string): void {
    const comma = isGrouped && count > 0 && count % 3 === 0 && digit !== '' ? ',' : '';
    text = `${digit}${comma}${text}`;
    count += digit === '' ? 0 : 1;
  }
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind !== 'digit') {
      text = `${token === undefined ? '' : literalOf(token)}${text}`;
      continue;
    }
    put(left.pop() ?? EMPTY_PLACE[token.mark]);
    while (index === first && left.length > 0) {
      put(left.pop() ?? '');
    }
  }
  return text;
}

const EMPTY_PLACE = { '0': '0', '#': '', '?': '' } as const;

function showFraction(tokens: readonly FormatToken[], digits: string): string {
  const kept = digits.replace(/0+$/u, '').length;
  let text = '';
  let index = 0;
  for (const token of tokens) {
    if (token.kind === 'digit') {
      text += index < kept || token.mark === '0' ? (digits[index] ?? '0') : '';
      index += 1;
    } else {
      text += literalOf(token);
    }
  }
  return text;
}
