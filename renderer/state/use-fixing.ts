import { useCallback, useState } from 'react';
import type { Answer } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Checked, RowView } from '../../shared/import.ts';
import type { Result } from '../../shared/result.ts';
import { ask } from '../bridge.ts';
import { showChecked } from './import-store.ts';
import type { Rows } from './use-rows.ts';
import { useAction } from './use-action.ts';

/** Everything that changes rows. Each change can be undone. */
export type Fixing = {
  /** Answers a whole group of problems; `null` takes the answer back. */
  readonly decide: (groupId: string, answer: Answer | null) => Promise<void>;
  /** Puts `text` beside the cell; `null` puts back what the file has. */
  readonly edit: (position: number, row: RowView, columnIndex: number, text: string | null) => Promise<void>;
  readonly skip: (position: number, row: RowView, isSkipped: boolean) => Promise<void>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** True while an answer, undo or redo is under way. */
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
};

type RowChange = Result<{ readonly row: RowView; readonly checked: Checked }, Failure>;

/** See `Fixing`. Edits of cells follow one another as fast as they are typed; none is held back, or it would be lost. */
export function useFixing(importId: string, replace: Rows['replace']): Fixing {
  const { run, isRunning, failure, clear } = useAction();
  const [cellFailure, setCellFailure] = useState<Failure | null>(null);

  const changeAny = useCallback(
    async (work: () => Promise<Result<Checked, Failure>>): Promise<void> => {
      const checked = await run(work);
      if (checked !== undefined) {
        showChecked(importId, checked, 'any-row');
      }
    },
    [importId, run],
  );
  const changeRow = useCallback(
    async (position: number, change: Promise<RowChange>): Promise<void> => {
      const answer = await change;
      setCellFailure(answer.ok ? null : answer.failure);
      if (answer.ok) {
        replace(position, answer.value.row, answer.value.checked);
        showChecked(importId, answer.value.checked, 'one-row');
      }
    },
    [importId, replace],
  );
  const undo = useCallback(
    () => void changeAny(() => ask('import.undo', { importId })),
    [changeAny, importId],
  );
  const redo = useCallback(
    () => void changeAny(() => ask('import.redo', { importId })),
    [changeAny, importId],
  );

  return {
    decide: (groupId, answer) => changeAny(() => ask('import.decide', { importId, groupId, answer })),
    edit: (position, row, columnIndex, text) =>
      changeRow(
        position,
        ask('import.edit', {
          importId,
          rowIndex: row.rowIndex,
          columnIndex,
          text: unlessInFile(row, columnIndex, text),
        }),
      ),
    skip: (position, row, isSkipped) =>
      changeRow(position, ask('import.skipRow', { importId, rowIndex: row.rowIndex, isSkipped })),
    undo,
    redo,
    isBusy: isRunning,
    failure: failure ?? cellFailure,
    clear: () => {
      clear();
      setCellFailure(null);
    },
  };
}

/** Typing what the file has anyway takes the edit back. */
function unlessInFile(row: RowView, columnIndex: number, text: string | null): string | null {
  return text === (row.cells[columnIndex] ?? '') ? null : text;
}
