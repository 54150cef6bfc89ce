import { combineRows } from '../../shared/cleaning/combine-rows.ts';
import {
  NO_EDITS,
  type CleanedRow,
  type RowCleaner,
  type RowEdits,
} from '../../shared/cleaning/cleaned-row.ts';
import { leadBody } from '../../shared/sending/lead-body.ts';
import type { RowView } from '../../shared/import.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import type { RowIndex } from './row-index.ts';
import type { SentRows } from './sent-rows.ts';

/** What a row is shown from. */
export type ViewSources = {
  readonly journal: ImportJournal;
  readonly rows: RowIndex;
  readonly sent: SentRows;
  /** The cleaner of the present plan: the same that makes the request. */
  readonly clean: RowCleaner;
};

/** Rows as the grid and the report show them, in the order asked for. Rows that do not exist are left out. */
export function viewRows(sources: ViewSources, rowIndexes: readonly number[]): RowView[] {
  const { journal } = sources;
  const views: RowView[] = [];
  let openIndex = -1;
  let rows: readonly SheetRow[] = [];
  let edits: ReadonlyMap<number, RowEdits> = new Map();
  for (const rowIndex of rowIndexes) {
    const blockIndex = Math.floor(rowIndex / ROWS_PER_BLOCK);
    if (blockIndex !== openIndex) {
      const first = blockIndex * ROWS_PER_BLOCK;
      openIndex = blockIndex;
      rows = journal.blocks.read(blockIndex);
      edits = journal.edits.between(first, first + ROWS_PER_BLOCK);
    }
    const row = rows[rowIndex % ROWS_PER_BLOCK];
    if (row !== undefined) {
      views.push(viewOf(sources, rowIndex, row, edits.get(rowIndex) ?? NO_EDITS));
    }
  }
  return views;
}

function viewOf(sources: ViewSources, rowIndex: number, row: SheetRow, edits: RowEdits): RowView {
  const { rows, sent, clean } = sources;
  const checkedFate = rows.fate(rowIndex);
  const left = checkedFate === 'queued' ? sent.read(rowIndex) : null;
  const cleaned = clean(row.cells, edits);
  const lead = leadOf(sources, rowIndex, cleaned);
  const winner = rows.winner(rowIndex);
  return {
    rowIndex,
    rowNumber: row.rowNumber,
    fate: left?.fate ?? checkedFate,
    cells: row.cells,
    edits: edits.texts,
    fields: lead.fields,
    actions: lead.actions,
    body: goes(sources, rowIndex, cleaned) ? leadBody(lead) : null,
    problems: cleaned.problems,
    duplicateOfRowNumber: winner === null ? null : rowNumberOf(sources, winner),
    waitsWithRowNumbers: othersAsked(sources, rowIndex),
    attempt: left?.attempt ?? null,
  };
}

/** As many as stand beside a row. */
const MOST_OTHERS = 3;

function othersAsked(sources: ViewSources, rowIndex: number): readonly number[] {
  const { rows } = sources;
  return rows.isAsked(rowIndex)
    ? rows
        .rowsOfPerson(rowIndex)
        .filter((other) => other !== rowIndex)
        .slice(0, MOST_OTHERS)
        .flatMap((other) => rowNumberOf(sources, other) ?? [])
    : [];
}

/** What is sent for a row: its own values, or those of all rows of its person. */
function leadOf(sources: ViewSources, rowIndex: number, own: CleanedRow): CleanedRow {
  const members = membersOf(sources, rowIndex);
  return members === null ? own : combineRows(cleanedRows(sources, members));
}

/** The rows that a row's lead is combined of; `null` where it is the row's own. */
function membersOf({ journal, rows }: ViewSources, rowIndex: number): readonly number[] | null {
  if (rows.fate(rowIndex) === 'queued') {
    return journal.people.membersOf(rowIndex);
  }
  return rows.isCombined(rowIndex) ? rows.rowsOfPerson(rowIndex) : null;
}

/** Rows as they are cleaned by themselves, in the order asked for. */
function cleanedRows({ journal, clean }: ViewSources, rowIndexes: readonly number[]): readonly CleanedRow[] {
  let openIndex = -1;
  let rows: readonly SheetRow[] = [];
  return rowIndexes.flatMap((rowIndex) => {
    const blockIndex = Math.floor(rowIndex / ROWS_PER_BLOCK);
    if (blockIndex !== openIndex) {
      openIndex = blockIndex;
      rows = journal.blocks.read(blockIndex);
    }
    const row = rows[rowIndex % ROWS_PER_BLOCK];
    return row === undefined ? [] : [clean(row.cells, journal.edits.of(rowIndex))];
  });
}

/** Whether something is sent, or was, for a row as it stands: not for one that waits, or that another is sent in place of. */
function goes({ rows }: ViewSources, rowIndex: number, cleaned: CleanedRow): boolean {
  const fate = rows.fate(rowIndex);
  return cleaned.standing === 'ready' && (fate === 'ready' || fate === 'queued');
}

function rowNumberOf({ journal }: ViewSources, rowIndex: number): number | null {
  const rows = journal.blocks.read(Math.floor(rowIndex / ROWS_PER_BLOCK));
  return rows[rowIndex % ROWS_PER_BLOCK]?.rowNumber ?? null;
}
