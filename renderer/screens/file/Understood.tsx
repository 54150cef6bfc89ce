import type { ImportDetail } from '../../../shared/import.ts';
import type { Reading } from '../../../shared/sheet/sheet.ts';
import { findPreparing, useApp } from '../../state/app-store.ts';
import { allRows } from '../../state/next-action.ts';
import { Sentence } from '../../words/Sentence.tsx';
import { useWords } from '../../words/words-context.ts';
import { FilePopover } from './FilePopover.tsx';
import { HeadingPopover } from './HeadingPopover.tsx';
import styles from './Understood.module.css';

/** "leads-may.csv, headings in row 1, 9,812 rows, 14 columns.": what was understood, changeable where it can be wrong. */
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
  const { fileName, columns, reading } = detail.facts;
  const { headerRowNumber } = reading;
  const values = {
    fileName,
    rows,
    columns: say('common.columns', { count: columns.length }),
    row: String(headerRowNumber),
  };
  const parts = {
    file: isFrozen ? <strong /> : <FilePopover fileName={fileName} />,
    heading: isFrozen ? (
      <strong />
    ) : (
      <HeadingPopover headerRowNumber={headerRowNumber} onReading={onReading} />
    ),
    rows: <strong />,
    columns: <strong />,
  };
  return (
    <p className={styles['sentence']}>
      <Sentence
        said={(place: (name: keyof typeof values) => string) => {
          const places = { fileName: place('fileName'), rows: place('rows'), columns: place('columns') };
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
