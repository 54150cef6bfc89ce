import type { RowFilter } from '../../../shared/import.ts';
import type { Fate } from '../../../shared/sending/fate.ts';

/** The counters above the rows; each shows only its rows. */
export const COUNTERS = ['all', 'ready', 'problem', 'duplicate', 'skipped'] as const;
export type Counter = (typeof COUNTERS)[number];

/** What the grid shows: the rows of a counter, or those of one card. */
export type FixView =
  | { readonly kind: 'counter'; readonly counter: Counter }
  | { readonly kind: 'group'; readonly groupId: string };

/** Fates behind a counter; `null` for all of them. */
const FATES_OF: Readonly<Record<Counter, readonly Fate[] | null>> = {
  all: null,
  ready: ['ready'],
  problem: ['problem'],
  duplicate: ['duplicate'],
  skipped: ['skipped'],
};

/** The filter of a view. */
export function filterOf(view: FixView): RowFilter {
  if (view.kind === 'group') {
    return { kind: 'group', groupId: view.groupId };
  }
  const fates = FATES_OF[view.counter];
  return fates === null ? { kind: 'all' } : { kind: 'fates', fates };
}
