/** What a number format makes of a number, as far as its meaning goes. */
export type FormatKind =
  /** No format, or one for text: the number as it is. */
  | 'general'
  /** Decimals, grouping, a currency, a unit. */
  | 'number'
  | 'percent'
  /** Digits in a fixed pattern, whose zeros and signs belong to the value: `00000`, `+91 00000 00000`. */
  | 'mask'
  | 'date'
  | 'date-time'
  | 'time'
  /** Hours that go on beyond 24, such as `[h]:mm`. */
  | 'duration';

/** A piece of a format. `minute` is the `m` that stands beside hours or seconds. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'moment';
      readonly unit: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
      readonly length: number;
    }
  | { readonly kind: 'elapsed'; readonly unit: 'hour' | 'minute' | 'second'; readonly length: number }
  | { readonly kind: 'half-day'; readonly morning: string; readonly evening: string }
  /** Decimals of a second. */
  | { readonly kind: 'decimals'; readonly length: number }
  /** One of `0 # ?`. */
  | { readonly kind: 'digit'; readonly mark: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  /** `General`, or `@`, which stands for the value as it is. */
  | { readonly kind: 'value' }
  /** Scientific notation or a fraction. */
  | { readonly kind: 'other' };

/** One of the parts that semicolons separate. */
export type FormatSection = {
  readonly tokens: readonly FormatToken[];
  /** The numbers it is meant for, such as `[>=100000]`; `null` where its position decides. */
  readonly condition: { readonly operator: string; readonly limit: number } | null;
};

/** A number format, taken apart. */
export type NumberFormat = {
  readonly code: string;
  readonly kind: FormatKind;
  /** One at least. */
  readonly sections: readonly FormatSection[];
};

/**
 * Takes a number format apart. Quoted words, escaped characters, colours, conditions, currencies and languages in brackets
 * are not mistaken for parts of a date: `"day" 0`, `[Red]0`, `[$-409]0.00` are numbers. Never fails: what it does not know
 * is literal text.
 *
 * @param code As the file has it, in the English notation that every program saves.
 */
export function parseNumberFormat(code: string): NumberFormat {
  const sections = splitSections(code.slice(0, LONGEST_FORMAT)).map(parseSection);
  const first = sections[0] ?? { tokens: [], condition: null };
  return { code, kind: kindOf(first.tokens), sections: [first, ...sections.slice(1)] };
}

/** Excel allows 255 characters. */
const LONGEST_FORMAT = 1000;

/** Words in quotation marks, escaped characters and brackets hide a semicolon. */
const PIECE = /"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?|;|General|AM\/PM|A\/P|E[+-]|[^]/giu;

function splitSections(code: string): readonly (readonly string[])[] {
  const sections: string[][] = [[]];
  for (const [piece] of code.matchAll(PIECE)) {
    if (piece === ';') {
      sections.push([]);
    } else {
      sections.at(-1)?.push(piece);
    }
  }
  return sections;
}

function parseSection(pieces: readonly string[]): FormatSection {
  let condition: FormatSection['condition'] = null;
  const tokens: FormatToken[] = [];
  // A unit of time that stands among placeholders for digits is a letter: "Rs." before an amount is no count of seconds.
  const hasDigits = pieces.some(
    (piece, index) => (piece === '0' && pieces[index - 1] !== '.') || piece === '#',
  );
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    if (piece.startsWith('[')) {
      condition = conditionOf(piece) ?? condition;
      tokens.push(...bracketTokens(piece));
    } else if (/^[ymdhs]$/iu.test(piece) && !hasDigits) {
      const length = runLength(pieces, index);
      tokens.push({ kind: 'moment', unit: UNITS[piece.toLowerCase()] ?? 'day', length });
      index += length - 1;
    } else if (piece === '.' && pieces[index + 1] === '0' && isSecond(tokens.at(-1))) {
      const length = runLength(pieces, index + 1);
      tokens.push({ kind: 'decimals', length });
      index += length;
    } else if (piece === '.' && isWord(tokens.at(-1))) {
      tokens.push({ kind: 'literal', text: piece });
    } else {
      tokens.push(...pieceTokens(piece));
    }
  }
  return { tokens: withMinutes(tokens), condition };
}

const UNITS: Readonly<Record<string, 'year' | 'month' | 'day' | 'hour' | 'second'>> = {
  y: 'year',
  m: 'month',
  d: 'day',
  h: 'hour',
  s: 'second',
};

function runLength(pieces: readonly string[], from: number): number {
  const letter = pieces[from]?.toLowerCase();
  let end = from;
  while (pieces[end]?.toLowerCase() === letter) {
    end += 1;
  }
  return end - from;
}

function isSecond(token: FormatToken | undefined): boolean {
  return (token?.kind === 'moment' || token?.kind === 'elapsed') && token.unit === 'second';
}

/** Whether a point after it ends an abbreviation. */
function isWord(token: FormatToken | undefined): boolean {
  return token?.kind === 'literal' && /\p{L}$/u.test(token.text);
}

function pieceTokens(piece: string): readonly FormatToken[] {
  switch (piece) {
    case '0':
    case '#':
    case '?':
      return [{ kind: 'digit', mark: piece }];
    case '.':
      return [{ kind: 'point' }];
    case ',':
      return [{ kind: 'comma' }];
    case '%':
      return [{ kind: 'percent' }];
    case '@':
      return [{ kind: 'value' }];
    default:
      return wordTokens(piece);
  }
}

function wordTokens(piece: string): readonly FormatToken[] {
  switch (piece.toUpperCase()) {
    case 'GENERAL':
      return [{ kind: 'value' }];
    case 'AM/PM':
      return [{ kind: 'half-day', morning: 'AM', evening: 'PM' }];
    case 'A/P':
      return [{ kind: 'half-day', morning: 'A', evening: 'P' }];
    case 'E+':
    case 'E-':
      return [{ kind: 'other' }];
    default:
      return literalTokens(piece);
  }
}

function literalTokens(piece: string): readonly FormatToken[] {
  const first = piece[0];
  if (first === '"') {
    return [{ kind: 'literal', text: piece.replaceAll('"', '') }];
  }
  // A blank as wide as a character, or a character repeated to fill the cell: neither is part of the value.
  if (first === '_' || first === '*') {
    return [];
  }
  return [{ kind: 'literal', text: first === '\\' ? piece.slice(1) : piece }];
}

function bracketTokens(piece: string): readonly FormatToken[] {
  const inside = piece.slice(1, piece.endsWith(']') ? -1 : undefined);
  if (/^(?:h+|m+|s+)$/iu.test(inside)) {
    const unit = ELAPSED[inside.slice(0, 1).toLowerCase()] ?? 'hour';
    return [{ kind: 'elapsed', unit, length: inside.length }];
  }
  const currency = /^\$([^-]*)/u.exec(inside)?.[1] ?? '';
  return currency === '' ? [] : [{ kind: 'literal', text: currency }];
}

const ELAPSED: Readonly<Record<string, 'hour' | 'minute' | 'second'>> = {
  h: 'hour',
  m: 'minute',
  s: 'second',
};

function conditionOf(piece: string): FormatSection['condition'] {
  const [, operator, limit] = /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]$/u.exec(piece) ?? [];
  return operator === undefined ? null : { operator, limit: Number(limit) };
}

/** An `m` is a minute right after hours or right before seconds, whatever literals stand between, and a month elsewhere. */
function withMinutes(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const times = tokens.filter(({ kind }) => kind === 'moment' || kind === 'elapsed');
  return tokens.map((token) => {
    if (token.kind !== 'moment' || token.unit !== 'month' || token.length > 2) {
      return token;
    }
    const at = times.indexOf(token);
    const before = times[at - 1];
    const isAfterHour = (before?.kind === 'moment' || before?.kind === 'elapsed') && before.unit === 'hour';
    return isAfterHour || isSecond(times[at + 1]) ? { ...token, unit: 'minute' as const } : token;
  });
}

function kindOf(tokens: readonly FormatToken[]): FormatKind {
  const units = new Set(tokens.flatMap((token) => (token.kind === 'moment' ? [token.unit] : [])));
  const hasDate = units.has('year') || units.has('month') || units.has('day');
  const hasTime = units.has('hour') || units.has('minute') || units.has('second');
  if (tokens.some(({ kind }) => kind === 'elapsed')) {
    return hasDate ? 'date-time' : 'duration';
  }
  if (hasDate) {
    return hasTime ? 'date-time' : 'date';
  }
  if (hasTime) {
    return 'time';
  }
  if (tokens.some(({ kind }) => kind === 'percent')) {
    return 'percent';
  }
  if (!tokens.some(({ kind }) => kind === 'digit')) {
    return tokens.every(({ kind }) => kind === 'value') ? 'general' : 'number';
  }
  return isMask(tokens) ? 'mask' : 'number';
}

/** Signs that people write between the digits of phone numbers and codes. */
const MASK_LITERAL = /^[-+()./ \d\u00a0]*$/u;

function isMask(tokens: readonly FormatToken[]): boolean {
  const digits = tokens.filter((token) => token.kind === 'digit');
  const literal = tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const isPlain = tokens.every(({ kind }) => kind === 'digit' || kind === 'literal');
  if (!isPlain || !MASK_LITERAL.test(literal)) {
    return false;
  }
  const zeros = digits.filter(({ mark }) => mark === '0').length;
  return zeros > 1 || /[+\d]/u.test(literal) || (literal.trim() !== '' && digits.length >= 6);
}
