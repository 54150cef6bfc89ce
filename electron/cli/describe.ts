import type { ImportDetail } from '../../shared/import.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type { Say } from '../../shared/words/make-words.ts';
import { columnName, problemGroupWords } from '../../shared/words/problem-words.ts';
import { describeMatching } from './describe-matching.ts';
import type { Output } from './output.ts';

/** Prints what was understood of the file, how its columns were matched, and what checking found. */
export function describeImport(detail: ImportDetail, workspace: Workspace, output: Output): void {
  describeSheet(detail, output);
  describeMatching(detail, workspace, output);
  describeFindings(detail, output);
}

function describeSheet({ facts, totals }: ImportDetail, { words, say, put }: Output): void {
  const rowCount = totals?.rowCount ?? facts.firstRows.length;
  const headerRow = facts.reading.headerRowNumber;
  put({
    kind: 'file',
    name: facts.fileName,
    headerRow,
    rows: rowCount,
    blankRows: totals?.blankRowCount ?? 0,
    columns: facts.columns.length,
  });
  const shared = {
    fileName: facts.fileName,
    rows: words.say('common.rows', { count: rowCount }),
    columns: words.say('common.columns', { count: facts.columns.length }),
  };
  say(
    headerRow === null
      ? words.say('cli.understoodWithoutHeading', shared)
      : words.say('cli.understood', { ...shared, headerRow: String(headerRow) }),
  );
}

function describeFindings({ checked }: ImportDetail, { words, say, put }: Output): void {
  if (checked === null) {
    return;
  }
  for (const group of checked.groups) {
    const { what, todo } = problemGroupWords(words.say, group);
    put({
      kind: 'problem',
      problem: group.kind,
      severity: group.severity,
      heading: group.heading,
      rows: group.rowCount,
      examples: group.examples.map(({ rowNumber, text }) => ({ row: rowNumber, text })),
    });
    say(
      words.say('cli.group', {
        heading: headingOf(group, words.say),
        what,
        todo,
      }),
    );
  }
  const { ready, problem, duplicate, skipped } = checked.counts;
  put({ kind: 'checked', ready, problems: problem, duplicates: duplicate, skipped });
  say(words.say('cli.counts', { ready, problems: problem, duplicates: duplicate, skipped }));
}

/** A problem of the whole row (no column feeds the identifier) is told under the field's name. */
function headingOf({ columnIndex, heading, fieldLabel }: ProblemGroup, say: Say): string {
  return columnIndex < 0 ? fieldLabel : columnName(say, heading, columnIndex);
}
