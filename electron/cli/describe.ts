import type { ImportDetail } from '../../shared/import.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type { Say } from '../../shared/words/make-words.ts';
import { columnName, problemGroupWords } from '../../shared/words/problem-words.ts';
import { otherSheets, sheetNames, sheetRemarks } from '../../shared/words/sheet-remarks.ts';
import { describeMatching } from './describe-matching.ts';
import type { Output } from './output.ts';

/** Prints what was understood of the file and how its columns were matched. */
export function describeReading(detail: ImportDetail, workspace: Workspace, output: Output): void {
  describeSheet(detail, output);
  describeMatching(detail, workspace, output);
}

function describeSheet({ facts, totals }: ImportDetail, { words, say, put }: Output): void {
  const rowCount = totals?.rowCount ?? facts.firstRows.length;
  const headerRow = facts.reading.headerRowNumber;
  const others = otherSheets(facts);
  put({
    kind: 'file',
    name: facts.fileName,
    sheet: facts.sheetName,
    otherSheets: others.map(({ name, visibility }) => ({ name, isHidden: visibility !== 'visible' })),
    headerRow,
    rows: rowCount,
    rowsAbove: facts.rowsAbove?.rowCount ?? 0,
    blankRows: totals?.blankRowCount ?? 0,
    headingsAgain: totals?.headingAgainCount ?? 0,
    longRows: totals?.longRowCount ?? 0,
    hiddenRows: totals?.hiddenRowCount ?? 0,
    columns: facts.columns.length,
    hiddenColumns: facts.hiddenColumnCount ?? 0,
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
  if (others.length > 0) {
    const names = sheetNames(words.say, others, 'mark-hidden');
    say(words.say('cli.otherSheets', { sheet: facts.sheetName, names, count: others.length }));
  }
  for (const remark of sheetRemarks(words.say, facts, totals)) {
    say(`  ${remark}`);
  }
}

/** Prints what checking found in the rows, and how many of them are ready. */
export function describeFindings({ checked }: ImportDetail, { words, say, put }: Output): void {
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
        todo: todoWithoutWindow(group, words.say) ?? todo,
      }),
    );
  }
  const { ready, problem, duplicate, skipped } = checked.counts;
  put({ kind: 'checked', ready, problems: problem, duplicates: duplicate, skipped });
  say(words.say('cli.counts', { ready, problems: problem, duplicates: duplicate, skipped }));
}

/** What to do without a window, where the words of the window speak of its buttons; `null` where they do not. */
function todoWithoutWindow({ kind }: ProblemGroup, say: Say): string | null {
  switch (kind) {
    case 'phone-several':
    case 'email-several':
    case 'website-several':
    case 'link-several':
      return say('cli.todo.several');
    case 'identifier-missing':
    case 'lost-reason-without-lost-status':
    case 'date-impossible':
      return say(`cli.todo.${kind}`);
    default:
      return null;
  }
}

/** A problem of the whole row (no column feeds the identifier) is told under the field's name. */
function headingOf({ columnIndex, heading, fieldLabel }: ProblemGroup, say: Say): string {
  return columnIndex < 0 ? fieldLabel : columnName(say, heading, columnIndex);
}
