import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { LookupPage } from '../../shared/replies.ts';
import type { Finding, LookupPurpose, LookupStatus } from '../../shared/lookup/lookup.ts';
import { ask } from '../bridge.ts';
import { readApp, useApp } from './app-store.ts';
import { useAction } from './use-action.ts';

/** Asking Telecrm which leads of an import it has, for one purpose. */
export type Lookup = {
  /** `null` before any since the program started. */
  readonly status: LookupStatus | null;
  /** `sampleSize` looks up so many rows; `null` all. */
  readonly start: (sampleSize: number | null) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
};

/** See `Lookup`. */
export function useLookup(importId: string, purpose: LookupPurpose): Lookup {
  const status = useApp(
    ({ snapshot }) =>
      snapshot?.lookups.find((one) => one.importId === importId && one.purpose === purpose) ?? null,
  );
  const { run, isRunning, failure } = useAction();
  const start = useCallback(
    async (sampleSize: number | null): Promise<void> => {
      await run(() => ask('lookup.start', { importId, purpose, sampleSize }));
      await readApp();
    },
    [run, importId, purpose],
  );
  const stop = useCallback(async (): Promise<void> => {
    await run(() => ask('lookup.stop', { importId }));
    await readApp();
  }, [run, importId]);
  return { status, start, stop, isBusy: isRunning, failure: failure ?? status?.failure ?? null };
}

/**
 * The first `limit` rows of a lookup with these findings; read again when `version`, or the list of findings, is another. `null`
 * until they are there.
 */
export function useLookupRows(
  importId: string,
  purpose: LookupPurpose,
  findings: readonly Finding[],
  limit: number,
  version: string,
): LookupPage | null {
  const [page, setPage] = useState<LookupPage | null>(null);
  useEffect(() => {
    let isWanted = true;
    void ask('lookup.page', { importId, purpose, findings: [...findings], offset: 0, limit }).then(
      (answer) => {
        if (isWanted && answer.ok) {
          setPage(answer.value);
        }
      },
    );
    return () => {
      isWanted = false;
    };
  }, [importId, purpose, findings, limit, version]);
  return page;
}
