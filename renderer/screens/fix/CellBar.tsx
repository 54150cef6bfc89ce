import { Button } from '@mantine/core';
import type { RowView } from '../../../shared/import.ts';
import { columnName, problemWords } from '../../../shared/words/problem-words.ts';
import { valueWords } from '../../../shared/words/value-words.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { useWords } from '../../words/words-context.ts';
import { problemAt, textOf, waitsForChoice, type Answered } from './RowCells.tsx';
import { sentValue, type ShownColumn } from './shown-columns.ts';
import styles from './RowGrid.module.css';

/** All of the chosen cell, which the grid has no room for, and what can be done with its row. */
export function CellBar({
  row,
  column,
  shown,
  timeZone,
  answered,
  isFrozen,
  onPutBack,
  onSkip,
}: {
  readonly row: RowView | undefined;
  readonly column: ShownColumn | undefined;
  /** The columns of the grid. */
  readonly shown: readonly ShownColumn[];
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
        <CellText row={row} column={column} shown={shown} timeZone={timeZone} answered={answered} />
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
  shown,
  timeZone,
  answered,
}: {
  readonly row: RowView;
  readonly column: ShownColumn;
  readonly shown: readonly ShownColumn[];
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
  const elsewhere = problem === undefined ? problemElsewhere(say, row, shown, answered) : undefined;
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
        {elsewhere !== undefined &&
          `${say('fix.cell.elsewhere', { heading: elsewhere.heading, problem: elsewhere.short })} `}
        {feeds !== null &&
          value !== undefined &&
          isSent(row) &&
          say('fix.cell.sent', { value: valueWords(words, value, feeds.type, timeZone) })}
        {original !== text &&
          ` ${say('fix.cell.inFile', { text: original === '' ? say('common.empty') : original })}`}
      </div>
    </>
  );
}

/** Why a row waits, where the chosen cell does not show it: its first open problem, which may be out of sight. */
function problemElsewhere(
  say: Say,
  row: RowView,
  shown: readonly ShownColumn[],
  answered: Answered,
): { readonly heading: string; readonly short: string } | undefined {
  for (const { columnIndex, heading, feeds } of row.fate === 'problem' ? shown : []) {
    const problem = problemAt(row, columnIndex, answered);
    if (problem !== undefined) {
      const { short } = problemWords(say, problem.problem, feeds?.label ?? heading);
      return { heading: columnName(say, heading, columnIndex), short };
    }
  }
  return undefined;
}

/** Of rows that are skipped, or in whose place another one goes, nothing is sent. */
function isSent({ fate }: RowView): boolean {
  return fate !== 'duplicate' && fate !== 'skipped';
}

/** Rows that were sent, or are on their way, can no longer be skipped. */
function canBeSkipped({ fate }: RowView): boolean {
  return fate === 'ready' || fate === 'problem' || fate === 'duplicate' || fate === 'skipped';
}
