import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { Receipt } from '../../shared/sending/receipt.ts';
import { ask } from '../bridge.ts';

/** The receipt of an import, asked for anew whenever `version` changes. */
export function useReceipt(
  importId: string,
  version: string,
): {
  readonly receipt: Receipt | null;
  readonly failure: Failure | null;
  readonly refresh: () => Promise<void>;
} {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await ask('import.receipt', { importId });
    if (answer.ok) {
      setReceipt(answer.value);
    }
    setFailure(answer.ok ? null : answer.failure);
  }, [importId]);
  useEffect(() => {
    void refresh();
  }, [refresh, version]);
  return { receipt, failure, refresh };
}
