import type { PersonChoice } from '../../shared/cleaning/find-duplicates.ts';
import type { DuplicateChoice, DuplicateGroup, DuplicatePage, RowView } from '../../shared/import.ts';
import type { CheckedRows } from './checked-rows.ts';

/** Rows of one person that are shown side by side. */
const ROWS_SHOWN = 20;

/** What people are shown from. */
export type DuplicateSources = {
  readonly checked: CheckedRows;
  readonly views: (rowIndexes: readonly number[]) => readonly RowView[];
};

/** One page of the people who stand in several rows, in the order in which they first come in the sheet. */
export function duplicatePage(sources: DuplicateSources, offset: number, limit: number): DuplicatePage {
  const { total, rowIndexes } = sources.checked.rows.people(offset, limit);
  return { total, groups: rowIndexes.map((rowIndex) => groupOf(sources, rowIndex)) };
}

/** What the user chose for the person with this digest; `null` where the rule holds. */
export function choiceOf(
  choices: readonly PersonChoice[],
  firstDigest: number,
  secondDigest: number,
): DuplicateChoice | null {
  const found = choices.find((one) => one.firstDigest === firstDigest && one.secondDigest === secondDigest);
  return found?.choice ?? null;
}

function groupOf({ checked, views }: DuplicateSources, rowIndex: number): DuplicateGroup {
  const { rows, plan } = checked;
  const all = rows.rowsOfPerson(rowIndex);
  const { first, second } = rows.digestOf(rowIndex);
  const shown = views(all.slice(0, ROWS_SHOWN));
  return {
    identifier: String(shown[0]?.fields[plan.identifier] ?? ''),
    rows: shown,
    rowCount: all.length,
    winnerRowIndex: rows.isAsked(rowIndex) ? null : (rows.winner(rowIndex) ?? rowIndex),
    choice: choiceOf(checked.choices(), first, second),
  };
}
