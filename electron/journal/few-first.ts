import { chooseFew, type FewCandidate } from '../../shared/sending/choose-few.ts';
import type { RowCleaner } from '../../shared/cleaning/cleaned-row.ts';
import { ROWS_PER_BLOCK } from './block-store.ts';
import { fateCode } from './check-store.ts';
import type { ImportJournal } from './import-journal.ts';

/**
 * The leads of an import that are sent before the others, so that the user can look at them in Telecrm. Kept in the journal
 * from before the rows are queued until the user goes on, so that nothing else leaves in between, whatever happens.
 */
export type FewFirst = {
  /** Chosen when the first run begins; `null` before. */
  readonly rowIndexes: readonly number[] | null;
  /** Whether all of them are answered: the user looks at them, and the rest waits. */
  readonly isWaiting: boolean;
};

/** Choosing looks at rows of so many blocks, spread over the sheet, and at so many rows of each: half a thousand in all. */
const BLOCKS_LOOKED_AT = 20;
const ROWS_LOOKED_AT = 25;

/** Chooses the few among the rows that are queued and never left. `clean` is the frozen plan. */
export function chooseFewRows(journal: ImportJournal, clean: RowCleaner): readonly number[] {
  const blocks = journal.database
    .prepare('SELECT block_index, fates FROM checked WHERE queued_count > 0 ORDER BY block_index')
    .all() as { block_index: number; fates: Buffer }[];
  const everyBlock = Math.max(1, Math.ceil(blocks.length / BLOCKS_LOOKED_AT));
  const candidates = blocks
    .filter((_block, index) => index % everyBlock === 0)
    .flatMap(({ block_index, fates }) => candidatesOf(journal, clean, block_index, fates));
  return chooseFew(candidates);
}

function candidatesOf(
  journal: ImportJournal,
  clean: RowCleaner,
  blockIndex: number,
  fates: Uint8Array,
): FewCandidate[] {
  const first = blockIndex * ROWS_PER_BLOCK;
  const rows = journal.blocks.read(blockIndex);
  const hasLeft = journal.database.prepare('SELECT 1 FROM lead WHERE row_index = ?');
  const queued = [...fates.keys()].filter(
    (offset) => fates[offset] === QUEUED_CODE && hasLeft.get(first + offset) === undefined,
  );
  const everyRow = Math.max(1, Math.ceil(queued.length / ROWS_LOOKED_AT));
  return queued
    .filter((_offset, index) => index % everyRow === 0)
    .map((offset) => {
      const rowIndex = first + offset;
      const { fields, actions } = clean(rows[offset]?.cells ?? [], journal.edits.of(rowIndex));
      return { rowIndex, filled: [...Object.keys(fields), ...actions.map(({ type }) => type)] };
    });
}

const QUEUED_CODE = fateCode('queued');
