import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconEye, IconPencil, IconUsers } from '@tabler/icons-react';
import { groupOfProblem, valueGroupOfProblem } from '../../../shared/cleaning/problem-group.ts';
import type { RowProblem } from '../../../shared/cleaning/problem.ts';
import type { RowView } from '../../../shared/import.ts';
import { fateWords } from '../../../shared/words/fate-words.ts';
import type { Words } from '../../../shared/words/make-words.ts';
import { columnName, problemWords } from '../../../shared/words/problem-words.ts';
import { valueWords } from '../../../shared/words/value-words.ts';
import type { GridCell, GridRow } from '../../parts/Grid.tsx';
import { FATE_ICONS } from './fate-icon.ts';
import { sentValue, type ShownColumn } from './shown-columns.ts';
import styles from './RowGrid.module.css';

/** A row of the import as the grid draws it: its state in words, then its cells with what will be sent beneath them. */
export function viewOfRow(needs: {
  readonly words: Words;
  readonly row: RowView;
  readonly shown: readonly ShownColumn[];
  readonly timeZone: string;
  readonly isFrozen: boolean;
  readonly answered: Answered;
  /** API name of the field by which Telecrm recognises people. */
  readonly identifier: string;
}): GridRow {
  const { row, shown } = needs;
  return {
    header: rowHeader(needs.words, row),
    cells: shown.map((column) => sheetCell({ ...needs, column })),
  };
}

/** The text of a cell as it stands: the user's where there is one. */
export function textOf(row: RowView, columnIndex: number): string {
  return row.edits[columnIndex] ?? row.cells[columnIndex] ?? '';
}

/** The first problem at a cell that nobody answered yet, or `undefined`. */
export function problemAt(row: RowView, columnIndex: number, answered: Answered): RowProblem | undefined {
  return row.problems.find(
    (problem) => problem.columnIndex === columnIndex && !isAnswered(problem, answered),
  );
}

/** Whether a row waits because its person is in several rows and nobody chose one of them. */
export function waitsForChoice({ waitsWithRowNumbers }: RowView): boolean {
  return waitsWithRowNumbers.length > 0;
}

/** What the user has answered so far: names of groups of problems, and of single values. */
export type Answered = ReadonlySet<string>;

function isAnswered(problem: RowProblem, groups: Answered): boolean {
  return groups.has(valueGroupOfProblem(problem)) || groups.has(groupOfProblem(problem));
}

/** The row's number and its state in words; of a duplicate, the row that is sent in its place. */
function rowHeader({ say }: Words, row: RowView) {
  const Icon = FATE_ICONS[row.fate];
  return (
    <>
      <div>{row.rowNumber}</div>
      <div className={styles['fate']} data-fate={row.fate}>
        <Icon size={14} aria-hidden />
        <span>
          {waitsForChoice(row) && say('fix.severalRows')}
          {!waitsForChoice(row) &&
            (row.duplicateOfRowNumber === null
              ? fateWords(say, row.fate).name
              : say('fates.sameAs', { row: String(row.duplicateOfRowNumber) }))}
        </span>
      </div>
    </>
  );
}

function sheetCell({
  words,
  row,
  column,
  timeZone,
  isFrozen,
  answered,
  identifier,
}: {
  readonly words: Words;
  readonly row: RowView;
  readonly column: ShownColumn;
  readonly timeZone: string;
  readonly isFrozen: boolean;
  readonly answered: Answered;
  readonly identifier: string;
}): GridCell {
  const { say } = words;
  const { columnIndex, feeds } = column;
  const text = textOf(row, columnIndex);
  const problem = problemAt(row, columnIndex, answered);
  const isEdited = row.edits[columnIndex] !== undefined;
  const second = secondLine({ words, row, column, text, problem, timeZone, identifier });
  return {
    content: (
      <>
        <div className={styles['first']}>
          {isEdited && (
            <>
              <IconPencil size={13} aria-hidden /> <VisuallyHidden>{say('fix.changed')}</VisuallyHidden>
            </>
          )}
          {text}
        </div>
        {second}
      </>
    ),
    text,
    canEdit: !isFrozen && feeds !== null,
    tone: toneOf(row, column, problem),
    editName: say('fix.editing', {
      row: String(row.rowNumber),
      heading: columnName(say, column.heading, columnIndex),
    }),
  };
}

function toneOf(row: RowView, { feeds }: ShownColumn, problem: RowProblem | undefined): GridCell['tone'] {
  if (feeds === null || row.fate === 'skipped' || row.fate === 'duplicate') {
    return 'soft';
  }
  if (problem === undefined || row.fate !== 'problem') {
    return 'plain';
  }
  return problem.severity === 'stops-row' ? 'bad' : 'warn';
}

/** Beneath the text of the file: what is wrong with it, or how it will be sent where that differs. */
function secondLine({
  words,
  row,
  column,
  text,
  problem,
  timeZone,
  identifier,
}: {
  readonly words: Words;
  readonly row: RowView;
  readonly column: ShownColumn;
  readonly text: string;
  readonly problem: RowProblem | undefined;
  readonly timeZone: string;
  readonly identifier: string;
}) {
  const { say } = words;
  const { feeds } = column;
  if (feeds === null) {
    return null;
  }
  const value = sentValue(row, feeds);
  if (problem !== undefined && row.fate === 'problem') {
    const Icon = problem.severity === 'check' ? IconEye : IconAlertTriangle;
    return (
      <div className={styles['second']} data-tone={problem.severity === 'stops-row' ? 'bad' : 'warn'}>
        <Icon size={14} aria-hidden />
        <span>{problemWords(say, problem.problem, feeds.label).short}</span>
      </div>
    );
  }
  if (waitsForChoice(row) && feeds.destination.kind === 'field' && feeds.destination.apiName === identifier) {
    return (
      <div className={styles['second']} data-tone="warn">
        <IconUsers size={14} aria-hidden />
        <span>{say('fix.alsoIn', { rows: row.waitsWithRowNumbers.join(', ') })}</span>
      </div>
    );
  }
  if (value === undefined) {
    // Whether a value is in one of several alike actions cannot be seen from here, so nothing is claimed.
    const isKnown = feeds.destination.kind === 'field' || feeds.actionType !== null;
    return text.trim() === '' || row.fate === 'skipped' || !isKnown ? null : (
      <div className={styles['second']}>
        <span>{say('fix.leftOut')}</span>
      </div>
    );
  }
  const sent = valueWords(words, value, feeds.type, timeZone);
  return sent === text ? null : (
    <div className={styles['second']}>
      <IconArrowRight size={13} role="img" aria-label={say('fix.sentAsName')} />
      <span>{sent}</span>
    </div>
  );
}
