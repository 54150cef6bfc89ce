import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { ValuePage } from '../../shared/import.ts';
import { destinationKey, destinationOfKey } from '../../shared/mapping/destination.ts';
import type { Destination } from '../../shared/mapping/mapping.ts';
import { ask } from '../bridge.ts';

/** Which distinct values of a column are looked at. */
export type ValueView = {
  readonly columnIndex: number;
  /** The place with a list that the column feeds. */
  readonly destination: Destination;
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
  const { columnIndex, search, openOnly, offset, limit } = view;
  /** Equal for equal places, so that an equal view is not asked for anew. */
  const place = destinationKey(view.destination);

  const read = useCallback(async () => {
    const destination = destinationOfKey(place);
    return destination === null
      ? null
      : await ask('import.values', { importId, columnIndex, destination, search, openOnly, offset, limit });
  }, [importId, columnIndex, place, search, openOnly, offset, limit]);
  useEffect(() => {
    let isWanted = true;
    void read().then((answer) => {
      if (isWanted && answer !== null) {
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
