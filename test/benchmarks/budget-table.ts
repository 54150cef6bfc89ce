/** One line of the benchmark's table. */
export type BudgetLine = {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with; empty for none. */
  readonly reference: string;
  /** Measured divided by reference, as text; empty for none. */
  readonly ratio: string;
  /** The promise, in words. */
  readonly budget: string;
  /** Whether this run kept it; `null` where the line only informs. */
  readonly isMet: boolean | null;
};

const HEADINGS = ['what', 'measured', 'reference', 'ratio', 'budget', 'kept'] as const;

/** The lines as a table for people, and for the README: columns as wide as their widest cell. */
export function budgetTable(lines: readonly BudgetLine[]): string {
  const cells = lines.map(({ what, measured, reference, ratio, budget, isMet }) => [
    what,
    measured,
    reference,
    ratio,
    budget,
    verdict(isMet),
  ]);
  const rows = [[...HEADINGS], ...cells];
  const widths = HEADINGS.map((_heading, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return line([...HEADINGS]) + rule + cells.map(line).join('');
}

function verdict(isMet: boolean | null): string {
  if (isMet === null) {
    return '';
  }
  return isMet ? 'yes' : 'NO';
}
