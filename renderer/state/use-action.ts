import { useCallback, useRef, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';

/** One thing that a screen can ask for, with its bad news kept where the button is. */
export type Action = {
  /**
   * Does `work` unless it is being done already (so that a double click is one click) and answers with its value, or
   * `undefined` when it failed, was cancelled by the user, or was under way.
   */
  readonly run: <Value>(work: () => Promise<Result<Value, Failure>>) => Promise<Value | undefined>;
  readonly isRunning: boolean;
  /** What went wrong the last time; `null` when nothing did. Cancelling is not a failure. */
  readonly failure: Failure | null;
  readonly clear: () => void;
};

/** See `Action`. */
export function useAction(): Action {
  const isUnderWay = useRef(false);
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = useCallback(
    async <Value>(work: () => Promise<Result<Value, Failure>>): Promise<Value | undefined> => {
      if (isUnderWay.current) {
        return undefined;
      }
      isUnderWay.current = true;
      setIsRunning(true);
      setFailure(null);
      const result = await work();
      isUnderWay.current = false;
      setIsRunning(false);
      if (result.ok) {
        return result.value;
      }
      setFailure(result.failure.kind === 'cancelled' ? null : result.failure);
      return undefined;
    },
    [],
  );

  const clear = useCallback(() => {
    setFailure(null);
  }, []);

  return { run, isRunning, failure, clear };
}
