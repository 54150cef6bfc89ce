import { useCallback, useRef, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { ask } from '../bridge.ts';
import { readImport, showDetail, showMapping } from './import-store.ts';

/** Changing where columns go. A change is seen at once and confirmed when every row was checked by it. */
export type Matching = {
  readonly change: (mapping: Mapping) => Promise<void>;
  /** True while the last change has not been confirmed. */
  readonly isSaving: boolean;
  readonly failure: Failure | null;
};

/** See `Matching`. */
export function useMatching(importId: string): Matching {
  const latest = useRef(0);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const change = useCallback(
    async (mapping: Mapping): Promise<void> => {
      latest.current += 1;
      const ticket = latest.current;
      setIsSaving(true);
      setFailure(null);
      showMapping(importId, mapping);
      const answer = await ask('import.match', { importId, mapping });
      if (ticket !== latest.current) {
        // A later change is under way; its answer holds this one too.
        return;
      }
      setIsSaving(false);
      if (answer.ok) {
        showDetail(answer.value);
      } else {
        setFailure(answer.failure);
        await readImport();
      }
    },
    [importId],
  );
  return { change, isSaving, failure };
}
