import type { Column } from '../sheet/sheet.ts';
import { headingKey } from './normalise-heading.ts';

/** A column that is looked for: the `occurrence`-th (from 1) with this heading. */
export type WantedColumn = { readonly heading: string; readonly occurrence: number };

/**
 * Finds columns by their headings: exactly first, then, for what is left on both sides, without regard to case, blanks and
 * punctuation. Columns without a heading are found by their number among those without one.
 *
 * @returns For each wanted column, in order, the column found or `undefined`. No column is found twice.
 */
export function findColumns(
  wanted: readonly WantedColumn[],
  columns: readonly Column[],
): readonly (Column | undefined)[] {
  const exact = pair(wanted, columns, trimmed);
  const taken = new Set(exact);
  const free = columns.filter((column) => !taken.has(column) && headingKey(column.heading) !== '');
  const left = wanted.filter((_, index) => exact[index] === undefined);
  const loose = pair(withNewNumbers(left), free, headingKey);
  const looseByWanted = new Map(left.map((column, index) => [column, loose[index]]));
  return wanted.map((column, index) => exact[index] ?? looseByWanted.get(column));
}

/** For each heading, in order, which one it is among those that are equal by `key`: 1 for the first. */
export function occurrencesOf(headings: readonly string[], key = trimmed): readonly number[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const occurrence = (seen.get(key(heading)) ?? 0) + 1;
    seen.set(key(heading), occurrence);
    return occurrence;
  });
}

function trimmed(heading: string): string {
  return heading.trim();
}

function pair(
  wanted: readonly WantedColumn[],
  columns: readonly Column[],
  key: (heading: string) => string,
): readonly (Column | undefined)[] {
  const headings = columns.map((column) => column.heading);
  const occurrences = occurrencesOf(headings, key);
  const free = new Map(
    columns.map((column, index) => [`${occurrences[index] ?? 1} ${key(column.heading)}`, column]),
  );
  return wanted.map(({ heading, occurrence }) => {
    const name = `${occurrence} ${key(heading)}`;
    const column = free.get(name);
    free.delete(name);
    return column;
  });
}

/** After the exact matches are gone, "the second of two" may be the only one left. */
function withNewNumbers(wanted: readonly WantedColumn[]): readonly WantedColumn[] {
  const headings = wanted.map((column) => column.heading);
  const occurrences = occurrencesOf(headings, headingKey);
  return wanted.map(({ heading }, index) => ({ heading, occurrence: occurrences[index] ?? 1 }));
}
