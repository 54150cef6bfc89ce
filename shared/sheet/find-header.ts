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
 * is taken for headings, as nearly every sheet has them. Below a row of data headings are believed only when nearly every
 * cell speaks for them ("Helpline,022-23456789" above "Name,Phone"), because rows above the headings are not sent.
 *
 * @param records The first records of the sheet, blank ones included: the first is row 1.
 */
export function findHeader(records: readonly (readonly string[])[]): number | null {
  const rows = records.slice(0, SAMPLE_ROWS).map((cells) => cells.map(describeCell));
  const width = usualWidth(rows);
  const fullRows = rows
    .map((row, index) => ({ row, rowNumber: index + 1, filled: filledCount(row) }))
    .filter(({ filled }) => filled > 0 && filled * 2 > width)
    .slice(0, MOST_CANDIDATES)
    .map((full) => ({ ...full, evidence: evidenceFor(full.row, rows.slice(full.rowNumber)) }));
  const firstData = fullRows.findIndex(({ evidence }) => evidence < 0);
  const above = firstData === -1 ? fullRows : fullRows.slice(0, firstData);
  let best: { readonly rowNumber: number; readonly score: number } | null = null;
  for (const [index, { rowNumber, filled, evidence }] of above.entries()) {
    const score = evidence * 2 + filled / width - index / 2;
    if (best === null || score > best.score) {
      best = { rowNumber, score };
    }
  }
  const certain = fullRows.find(({ evidence, filled }) => evidence >= filled + CERTAIN_MARGIN);
  return best?.rowNumber ?? certain?.rowNumber ?? null;
}

/** Rows that are looked at. Nobody puts more lines above a table, and contrasts show within a few rows. */
const SAMPLE_ROWS = 40;

/** Full rows that may be the headings. */
const MOST_CANDIDATES = 8;

/** "Name,Phone" above numbers has an evidence of 5. */
const CERTAIN_MARGIN = 3;

type DescribedCell = { readonly text: string; readonly kind: CellKind; readonly isHeadingLike: boolean };

function describeCell(cell: string): DescribedCell {
  const text = cell.trim();
  const kind = cellKind(text);
  const isShort = text.length > 0 && text.length <= 60;
  const isHeadingLike = kind === 'text' && isShort && endsLikeHeading(normaliseHeading(text).text);
  return { text, kind, isHeadingLike };
}

function filledCount(row: readonly DescribedCell[]): number {
  return row.filter((cell) => cell.text !== '').length;
}

/** The number of filled cells that four of five rows do not exceed: neither title lines nor one long row change it. */
function usualWidth(rows: readonly (readonly DescribedCell[])[]): number {
  const counts = rows
    .map(filledCount)
    .filter((count) => count > 0)
    .toSorted((left, right) => left - right);
  return counts[Math.floor(counts.length * 0.8)] ?? 0;
}

/** Above zero: rather headings. Below zero: rather data. */
function evidenceFor(row: readonly DescribedCell[], below: readonly (readonly DescribedCell[])[]): number {
  let evidence = 0;
  for (const [index, cell] of row.entries()) {
    evidence += evidenceOfCell(
      cell,
      below.map((other) => other[index]).filter((other) => other !== undefined),
    );
  }
  return evidence;
}

function evidenceOfCell(cell: DescribedCell, below: readonly DescribedCell[]): number {
  const filled = below.filter((other) => other.kind !== 'empty');
  const otherThanText = filled.filter((other) => other.kind !== 'text').length;
  const isAboveValues = otherThanText > 0 && otherThanText * 5 >= filled.length * 3;
  switch (cell.kind) {
    case 'empty':
      return 0;
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
