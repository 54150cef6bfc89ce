import type { SheetFacts, SheetOverview, SheetTotals } from '../sheet/sheet.ts';
import type { Say } from './make-words.ts';

/**
 * What people ought to know of a sheet besides its rows and columns, one sentence each, the same in the window and on the
 * command line: what is skipped, what is not sent, and what is read though the spreadsheet program does not show it.
 *
 * @param totals `null` until the sheet was read to its end: then what is counted on the way is not told yet.
 */
export function sheetRemarks(say: Say, facts: SheetFacts, totals: SheetTotals | null): readonly string[] {
  const above = facts.rowsAbove;
  const counted = [
    { key: 'file.openElsewhere', count: facts.isOpenElsewhere === true ? 1 : 0 },
    { key: 'file.rowsAbove', count: above?.mayBeData === true ? above.rowCount : 0 },
    { key: 'file.blankSkipped', count: totals?.blankRowCount ?? 0 },
    { key: 'file.headingsAgain', count: totals?.headingAgainCount ?? 0 },
    { key: 'file.longRows', count: totals?.longRowCount ?? 0 },
    { key: 'file.hiddenRows', count: totals?.hiddenRowCount ?? 0 },
    { key: 'file.hiddenColumns', count: facts.hiddenColumnCount ?? 0 },
  ] as const;
  const told = counted.filter(({ count }) => count > 0).map(({ key, count }) => say(key, { count }));
  const others = otherSheets(facts).filter(isHidden);
  const isReadHidden = (facts.sheets ?? []).some(
    (sheet) => sheet.name === facts.sheetName && isHidden(sheet),
  );
  return [
    ...told,
    ...(isReadHidden ? [say('file.readsHiddenSheet', { name: facts.sheetName })] : []),
    ...(others.length > 0
      ? [say('file.hiddenSheets', { count: others.length, names: sheetNames(say, others) })]
      : []),
  ];
}

/** The other sheets of a workbook that hold rows to import; none of a text file. */
export function otherSheets({ sheets, sheetName }: SheetFacts): readonly SheetOverview[] {
  return (sheets ?? []).filter(({ name, hasData }) => hasData && name !== sheetName);
}

/** Names in one line, the hidden ones marked where `mark` says so; of a great many the first ones. */
export function sheetNames(
  say: Say,
  sheets: readonly SheetOverview[],
  mark: 'plain' | 'mark-hidden' = 'plain',
): string {
  const names = sheets
    .slice(0, SHEETS_NAMED)
    .map((sheet) =>
      mark === 'mark-hidden' && isHidden(sheet) ? say('file.sheetHidden', { sheet: sheet.name }) : sheet.name,
    );
  return sheets.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}

/** Enough to recognise a workbook by; some have hundreds. */
const SHEETS_NAMED = 12;

function isHidden({ visibility }: SheetOverview): boolean {
  return visibility !== 'visible';
}
