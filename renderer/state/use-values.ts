import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { ValuePage } from '../../shared/import.ts';
import { ask } from '../bridge.ts';

/** Which distinct values of a column are looked at. */
export type ValueView = {
  readonly columnIndex: number;
  /** The listed field that the column feeds. */
  readonly apiName: string;
  /** Empty for all. */
  readonly search: string;
  readonly openOnly: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** A page of values, asked for anew when the view or `version` changes; what was there stays until the new one is. */
export function useValues(
  importId: string,
  view: ValueView,
  version: number,
): { readonly page: ValuePage | null; readonly failure: Failure | null } {
  const [page, setPage] = useState<ValuePage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { columnIndex, apiName, search, openOnly, offset, limit } = view;

  const read = useCallback(
    () => ask('import.values', { importId, columnIndex, apiName, search, openOnly, offset, limit }),
    [importId, columnIndex, apiName, search, openOnly, offset, limit],
  );
  useEffect(() => {
    let isWanted = true;
    void read().then((answer) => {
      if (isWanted) {
        setFailure(answer.ok ? null : answer.failure);
        setPage((before) => (answer.ok ? answer.value : before));
      }
    });
    return () => {
      isWanted = false;
    };
  }, [read, version]);
  return { page, failure };
}
