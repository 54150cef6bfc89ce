import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { DuplicateChoice, DuplicatePage } from '../../shared/import.ts';
import { ask } from '../bridge.ts';
import { showChecked, useImport } from './import-store.ts';
import { useAction } from './use-action.ts';

/** People per page: each brings several rows. */
export const PEOPLE_PER_PAGE = 10;

/** People who stand in several rows, a page at a time, and the choice for each. */
export type Duplicates = {
  /** `null` until the first page is there. */
  readonly page: DuplicatePage | null;
  readonly offset: number;
  readonly turnTo: (offset: number) => void;
  /** Chooses for the person in this row; `null` leaves it to the rule again. */
  readonly choose: (rowIndex: number, choice: DuplicateChoice | null) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
};

/** See `Duplicates`. */
export function useDuplicates(importId: string): Duplicates {
  const version = useImport((state) => state.rowsVersion);
  const [offset, setOffset] = useState(0);
  const [page, setPage] = useState<DuplicatePage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { run, isRunning, failure: choosingFailure } = useAction();

  useEffect(() => {
    let isWanted = true;
    void ask('import.duplicates', { importId, offset, limit: PEOPLE_PER_PAGE }).then((answer) => {
      if (isWanted) {
        setFailure(answer.ok ? null : answer.failure);
        setPage((before) => (answer.ok ? answer.value : before));
      }
    });
    return () => {
      isWanted = false;
    };
  }, [importId, offset, version]);

  const choose = useCallback(
    async (rowIndex: number, choice: DuplicateChoice | null): Promise<void> => {
      const checked = await run(() => ask('import.decideDuplicate', { importId, rowIndex, choice }));
      if (checked !== undefined) {
        showChecked(importId, checked, 'any-row');
      }
    },
    [importId, run],
  );
  return { page, offset, turnTo: setOffset, choose, isBusy: isRunning, failure: failure ?? choosingFailure };
}
