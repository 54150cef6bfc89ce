import type { RowView } from '../../shared/import.ts';
import type { Column } from '../../shared/sheet/sheet.ts';
import type { Field } from '../../shared/catalog/field.ts';
import { fateWords } from '../../shared/words/fate-words.ts';
import type { Words } from '../../shared/words/make-words.ts';
import { problemWords } from '../../shared/words/problem-words.ts';

/** Which rows a report holds: all, or those that Telecrm has not accepted, for whatever reason. */
export type ReportedRows = 'all' | 'not-accepted';

/** Whether a row belongs in a report. */
export function isReported(row: RowView, rows: ReportedRows): boolean {
  return rows === 'all' || (row.fate !== 'accepted' && row.fate !== 'confirmed');
}

/** The report's headings: what became of the row, then the file's own columns, untouched. */
export function reportHeadings(words: Words, columns: readonly Column[]): readonly string[] {
  const { say } = words;
  return [
    say('reportFile.row'),
    say('reportFile.fate'),
    say('reportFile.problem'),
    say('reportFile.todo'),
    say('reportFile.answer'),
    ...columns.map((column) => column.heading),
  ];
}

/** One line of the report: cells are as in the file, without the user's edits, so that it can be compared with it. */
export function reportLine(
  words: Words,
  row: RowView,
  columns: readonly Column[],
  fields: readonly Field[],
): readonly string[] {
  const problems = row.problems.map(({ problem, apiName, columnIndex }) => {
    const label = fields.find((field) => field.apiName === apiName)?.label ?? apiName;
    const { short, todo } = problemWords(words.say, problem, label);
    const heading = columns.find((column) => column.index === columnIndex)?.heading ?? label;
    return { short: `${heading}: ${short}`, todo };
  });
  const duplicate =
    row.duplicateOfRowNumber === null
      ? []
      : [words.say('fates.duplicateOf', { row: String(row.duplicateOfRowNumber) })];
  const waits =
    row.waitsWithRowNumbers.length === 0
      ? []
      : [words.say('fates.waitsWith', { rows: row.waitsWithRowNumbers.join(', ') })];
  return [
    String(row.rowNumber),
    fateWords(words.say, row.fate).name,
    [...duplicate, ...waits, ...problems.map((problem) => problem.short)].join('; '),
    [...new Set(problems.map((problem) => problem.todo))].join(' '),
    row.attempt?.words ?? '',
    ...columns.map((column) => row.cells[column.index] ?? ''),
  ];
}
