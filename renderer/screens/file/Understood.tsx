import type { ImportDetail } from '../../../shared/import.ts';
import type { Reading } from '../../../shared/sheet/sheet.ts';
import { allRows } from '../../../shared/sending/progress.ts';
import { findPreparing, useApp } from '../../state/app-store.ts';
import { Sentence } from '../../words/Sentence.tsx';
import { useWords } from '../../words/words-context.ts';
import { FilePopover } from './FilePopover.tsx';
import { HeadingPopover } from './HeadingPopover.tsx';
import { SheetPopover } from './SheetPopover.tsx';
import styles from './Understood.module.css';

/**
 * "leads-may.xlsx, sheet May (2 others), headings in row 3, 9,812 rows, 14 columns.": what was understood, changeable where
 * it can be wrong. The sheet is named where another one could have been meant.
 */
export function Understood({
  detail,
  isFrozen,
  onReading,
}: {
  readonly detail: ImportDetail;
  readonly isFrozen: boolean;
  readonly onReading: (change: Partial<Reading>) => Promise<void>;
}) {
  const { say } = useWords();
  const rows = useRowWords(detail);
  const { fileName, columns, reading, sheetName } = detail.facts;
  const { headerRowNumber } = reading;
  const sheets = detail.facts.sheets ?? [];
  const choices = sheets.filter((sheet) => sheet.hasData || sheet.name === sheetName);
  const without = sheets.filter((sheet) => !choices.includes(sheet));
  const others = choices.length - 1;
  const values = {
    fileName,
    rows,
    columns: say('common.columns', { count: columns.length }),
    row: String(headerRowNumber),
    sheet: say('file.sheetAndOthers', { sheet: sheetName, count: others }),
  };
  const parts = {
    file: isFrozen ? <strong /> : <FilePopover fileName={fileName} />,
    heading: isFrozen ? <strong /> : <HeadingPopover facts={detail.facts} onReading={onReading} />,
    sheet: isFrozen ? (
      <strong />
    ) : (
      <SheetPopover sheetName={sheetName} choices={choices} without={without} onReading={onReading} />
    ),
    rows: <strong />,
    columns: <strong />,
  };
  return (
    <p className={styles['sentence']}>
      <Sentence
        said={(place: (name: keyof typeof values) => string) => {
          const places = { fileName: place('fileName'), rows: place('rows'), columns: place('columns') };
          if (others > 0) {
            const withSheet = { ...places, sheet: place('sheet') };
            return headerRowNumber === null
              ? say('file.understoodSheetNoHeading', withSheet)
              : say('file.understoodSheet', { ...withSheet, row: place('row') });
          }
          return headerRowNumber === null
            ? say('file.understoodNoHeading', places)
            : say('file.understood', { ...places, row: place('row') });
        }}
        values={values}
        parts={parts}
      />
    </p>
  );
}

/** The number of rows, or how many there are so far. */
function useRowWords(detail: ImportDetail): string {
  const { say } = useWords();
  const { facts, totals, summary } = detail;
  const { importId } = summary;
  const preparing = useApp(({ snapshot }) => snapshot && findPreparing(snapshot, importId));
  if (totals !== null) {
    return say('common.rows', { count: totals.rowCount });
  }
  if (facts.isWhole) {
    return say('common.rows', { count: facts.firstRows.length });
  }
  const rowsDone = preparing?.rowsDone ?? allRows(summary.counts);
  return say('file.rowsSoFar', { count: Math.max(rowsDone, facts.firstRows.length) });
}
