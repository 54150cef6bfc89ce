import { Button } from '@mantine/core';
import type { RowView } from '../../../shared/import.ts';
import { columnName, problemWords } from '../../../shared/words/problem-words.ts';
import { valueWords } from '../../../shared/words/value-words.ts';
import { useWords } from '../../words/words-context.ts';
import { problemAt, textOf, waitsForChoice, type Answered } from './RowCells.tsx';
import { sentValue, type ShownColumn } from './shown-columns.ts';
import styles from './RowGrid.module.css';

/** All of the chosen cell, which the grid has no room for, and what can be done with its row. */
export function CellBar({
  row,
  column,
  timeZone,
  answered,
  isFrozen,
  onPutBack,
  onSkip,
}: {
  readonly row: RowView | undefined;
  readonly column: ShownColumn | undefined;
  readonly timeZone: string;
  readonly answered: Answered;
  readonly isFrozen: boolean;
  readonly onPutBack: (row: RowView, column: ShownColumn) => void;
  readonly onSkip: (row: RowView, isSkipped: boolean) => void;
}) {
  const { say } = useWords();
  if (row === undefined || column === undefined) {
    return (
      <section className={styles['bar']} aria-label={say('fix.cell.bar')}>
        <span className={styles['barSoft']}>{say('fix.cell.nothing')}</span>
      </section>
    );
  }
  const isEdited = row.edits[column.columnIndex] !== undefined;
  const isSkipped = row.fate === 'skipped';
  return (
    <section className={styles['bar']} aria-label={say('fix.cell.bar')}>
      <div className={styles['barText']}>
        <CellText row={row} column={column} timeZone={timeZone} answered={answered} />
      </div>
      {!isFrozen && (
        <div className={styles['barButtons']}>
          {isEdited && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onPutBack(row, column);
              }}
            >
              {say('fix.cell.putBack')}
            </Button>
          )}
          {canBeSkipped(row) && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onSkip(row, !isSkipped);
              }}
            >
              {say(isSkipped ? 'fix.cell.unskipRow' : 'fix.cell.skipRow', { row: String(row.rowNumber) })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function CellText({
  row,
  column,
  timeZone,
  answered,
}: {
  readonly row: RowView;
  readonly column: ShownColumn;
  readonly timeZone: string;
  readonly answered: Answered;
}) {
  const words = useWords();
  const { say } = words;
  const { columnIndex, feeds } = column;
  const problem = problemAt(row, columnIndex, answered);
  const value = feeds === null ? undefined : sentValue(row, feeds);
  const heading = columnName(say, column.heading, columnIndex);
  const text = textOf(row, columnIndex);
  const original = row.cells[columnIndex] ?? '';
  return (
    <>
      <div>
        <span className={styles['barPlace']}>
          {say('fix.cell.place', { row: String(row.rowNumber), heading })}
        </span>
        {': '}
        {text === '' ? say('common.empty') : text}
      </div>
      {problem !== undefined && feeds !== null && (
        <div>
          <span className={styles['barProblem']} data-severity={problem.severity}>
            {problemWords(say, problem.problem, feeds.label).short}.
          </span>{' '}
          {problemWords(say, problem.problem, feeds.label).todo}
        </div>
      )}
      <div className={styles['barSoft']}>
        {row.duplicateOfRowNumber !== null &&
          `${say('fates.duplicateOf', { row: String(row.duplicateOfRowNumber) })} `}
        {waitsForChoice(row) &&
          `${say('fix.cell.severalRows', { rows: row.waitsWithRowNumbers.join(', ') })} `}
        {feeds === null && say('fix.cell.notSentColumn')}
        {feeds !== null &&
          value !== undefined &&
          say('fix.cell.sent', { value: valueWords(words, value, feeds.type, timeZone) })}
        {original !== text &&
          ` ${say('fix.cell.inFile', { text: original === '' ? say('common.empty') : original })}`}
      </div>
    </>
  );
}

/** Rows that were sent, or are on their way, can no longer be skipped. */
function canBeSkipped({ fate }: RowView): boolean {
  return fate === 'ready' || fate === 'problem' || fate === 'duplicate' || fate === 'skipped';
}
