import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';

/** Throwaway view state: the files that came together with the one that is shown. */
type OpenedTogether = {
  /** The import that is shown; `null` when the last file came alone. */
  readonly importId: string | null;
  readonly others: readonly string[];
  readonly refused: readonly Failure[];
};

export const useOpenedTogether = create<OpenedTogether>(() => ({ importId: null, others: [], refused: [] }));
