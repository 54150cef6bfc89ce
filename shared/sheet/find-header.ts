import { normaliseHeading } from '../mapping/normalise-heading.ts';
import { cellKind, type CellKind } from './cell-kind.ts';
import { endsLikeHeading } from './heading-words.ts';

/**
 * Finds the row of headings: its 1-based number, or `null` when the sheet begins with data at once.
 *
 * Title lines, blank lines and merged group headings above are passed over, because they fill at most half of the
 * columns. Of the fuller rows, one is data when it holds what no heading holds (a phone number, an e-mail address), or a
 * number where the cells below are numbers too, or a text that comes again below it; it is a heading when it ends like
 * headings do or stands as a text above numbers, dates or addresses. Where nothing speaks for either, the first full row
 * is taken for headings, as nearly every sheet has them. Below a row of data, and where they fill few columns, headings are
 * believed only when nearly every cell speaks for them ("Helpline,022-23456789" above "Name,Phone"; "Name,Phone" above rows
 * with more cells), because rows above the headings are not sent.
 *
 * [Note: Headings again] Reports repeat their headings at the top of every page. That a whole row of headings comes again
 * does not speak against it, and the first copy is the one that counts: leads stand between the copies.
 *
 * @param records The first records of the sheet, blank ones included: the first is row 1.
 */
export function findHeader(records: readonly (readonly string[])[]): number | null {
  const rows = records.slice(0, SAMPLE_ROWS).map((cells) => cells.map(describeCell));
  const width = usualWidth(rows);
  const fullRows = candidatesOf(rows, width);
  const firstData = fullRows.findIndex(({ evidence }) => evidence < 0);
  const above = firstData === -1 ? fullRows : fullRows.slice(0, firstData);
  let best: { readonly rowNumber: number; readonly score: number } | null = null;
  for (const [index, { rowNumber, filled, evidence }] of above.entries()) {
    const score = evidence * 2 + filled / width - index / 2;
    if (best === null || score > best.score) {
      best = { rowNumber, score };
    }
  }
  const certain = fullRows.find(isCertain);
  return best?.rowNumber ?? certain?.rowNumber ?? null;
}

/** Rows that are looked at. Nobody puts more lines above a table, and contrasts show within a few rows. */
const SAMPLE_ROWS = 40;

/** Full rows that may be the headings. */
const MOST_CANDIDATES = 8;

/** "Name,Phone" above numbers has an evidence of 5. */
const CERTAIN_MARGIN = 3;

type DescribedCell = { readonly text: string; readonly kind: CellKind; readonly isHeadingLike: boolean };
type DescribedRow = readonly DescribedCell[];

/** A row that may be the headings, or that shows where the data begin. */
type Candidate = {
  readonly rowNumber: number;
  readonly filled: number;
  /** Above zero: rather headings. Below zero: rather data. */
  readonly evidence: number;
};

/** The full rows and those that speak for themselves, copies of an earlier one left out. */
function candidatesOf(rows: readonly DescribedRow[], width: number): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const signatures = rows.map(signatureOf);
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const filled = filledCount(row);
    const signature = signatures[index] ?? '';
    if (candidates.length === MOST_CANDIDATES || filled === 0 || seen.has(signature)) {
      continue;
    }
    const below = rows.slice(index + 1);
    const others = below.filter((_row, further) => signatures[index + 1 + further] !== signature);
    const candidate = { rowNumber: index + 1, filled, evidence: evidenceFor(row, below, others) };
    if (filled * 2 > width || isCertain(candidate)) {
      candidates.push(candidate);
      seen.add(signature);
    }
  }
  return candidates;
}

function isCertain({ filled, evidence }: Candidate): boolean {
  return evidence >= filled + CERTAIN_MARGIN;
}

/** What two rows have in common that hold the same. */
function signatureOf(row: DescribedRow): string {
  const texts = row.map(({ text }) => text);
  return JSON.stringify(texts.slice(0, texts.findLastIndex((text) => text !== '') + 1));
}

function describeCell(cell: string): DescribedCell {
  const text = cell.trim();
  const kind = cellKind(text);
  const isShort = text.length > 0 && text.length <= 60;
  const isHeadingLike = kind === 'text' && isShort && endsLikeHeading(normaliseHeading(text).text);
  return { text, kind, isHeadingLike };
}

function filledCount(row: DescribedRow): number {
  return row.filter((cell) => cell.text !== '').length;
}

/** The number of filled cells that four of five rows do not exceed: neither title lines nor one long row change it. */
function usualWidth(rows: readonly DescribedRow[]): number {
  const counts = rows
    .map(filledCount)
    .filter((count) => count > 0)
    .toSorted((left, right) => left - right);
  return counts[Math.floor(counts.length * 0.8)] ?? 0;
}

/**
 * See [Note: Headings again]. A single word that comes again may be a value as well, unless it stands above numbers.
 *
 * @param others The rows below that do not hold the same.
 */
function evidenceFor(
  row: DescribedRow,
  below: readonly DescribedRow[],
  others: readonly DescribedRow[],
): number {
  if (others.length < below.length) {
    const evidence = evidenceAbove(row, others);
    if (evidence > (filledCount(row) > 1 ? 0 : 2)) {
      return evidence;
    }
  }
  return evidenceAbove(row, below);
}

function evidenceAbove(row: DescribedRow, below: readonly DescribedRow[]): number {
  let evidence = 0;
  for (const [index, cell] of row.entries()) {
    if (cell.kind !== 'empty') {
      const cellsBelow = below.map((other) => other[index]).filter((other) => other !== undefined);
      evidence += evidenceOfCell(cell, cell.kind, cellsBelow);
    }
  }
  return evidence;
}

function evidenceOfCell(
  cell: DescribedCell,
  kind: Exclude<CellKind, 'empty'>,
  below: readonly DescribedCell[],
): number {
  const filled = below.filter((other) => other.kind !== 'empty');
  const otherThanText = filled.filter((other) => other.kind !== 'text').length;
  const isAboveValues = otherThanText > 0 && otherThanText * 5 >= filled.length * 3;
  switch (kind) {
    case 'email':
    case 'phone':
    case 'web':
      return -3;
    case 'date':
    case 'number':
      return isAboveValues ? -1 : 0;
    case 'text': {
      if (filled.some((other) => other.text === cell.text)) {
        return -1;
      }
      return (cell.isHeadingLike ? 2 : 0) + (isAboveValues ? 1 : 0);
    }
  }
}
