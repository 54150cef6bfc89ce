import { NO_EDITS, type RowCleaner, type RowEdits } from '../../shared/cleaning/cleaned-row.ts';
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
  const winner = rows.winner(rowIndex);
  return {
    rowIndex,
    rowNumber: row.rowNumber,
    fate: left?.fate ?? checkedFate,
    cells: row.cells,
    edits: edits.texts,
    fields: cleaned.fields,
    actions: cleaned.actions,
    body: cleaned.standing === 'ready' ? leadBody(cleaned) : null,
    problems: cleaned.problems,
    duplicateOfRowNumber: winner === null ? null : rowNumberOf(sources, winner),
    attempt: left?.attempt ?? null,
  };
}

function rowNumberOf({ journal }: ViewSources, rowIndex: number): number | null {
  const rows = journal.blocks.read(Math.floor(rowIndex / ROWS_PER_BLOCK));
  return rows[rowIndex % ROWS_PER_BLOCK]?.rowNumber ?? null;
}
