import type { Fate } from '../sending/fate.ts';
import type { Finding, LookupPurpose, ValueDifference } from './lookup.ts';

/**
 * What was found for a row, out of what differs from each lead in Telecrm with its identifier (none: there is no such lead).
 * Should there be several such leads, the one that is most like the row counts.
 */
export function findingOf(
  purpose: LookupPurpose,
  candidates: readonly (readonly ValueDifference[])[],
): { readonly finding: Finding; readonly differences: readonly ValueDifference[] } {
  const [first, ...others] = candidates;
  if (first === undefined) {
    return { finding: purpose === 'forecast' ? 'new' : 'not-found', differences: [] };
  }
  const differences = others.reduce((best, next) => (next.length < best.length ? next : best), first);
  if (differences.length === 0) {
    return { finding: purpose === 'forecast' ? 'unchanged' : 'confirmed', differences };
  }
  return { finding: purpose === 'forecast' ? 'changes' : 'differs', differences };
}

/**
 * The fate that follows for a row that was sent; `null` where it stays as it is. An accepted lead that is there is confirmed,
 * also where a value differs: somebody may have changed it since. An unknown one is only confirmed when every value is there,
 * because a lead may have been in Telecrm before its request, and then says nothing about it.
 */
export function fateOf(
  purpose: LookupPurpose,
  finding: Finding,
): Extract<Fate, 'confirmed' | 'not-found'> | null {
  switch (finding) {
    case 'confirmed':
      return 'confirmed';
    case 'differs':
      return purpose === 'unknown' ? null : 'confirmed';
    case 'not-found':
      return 'not-found';
    case 'new':
    case 'unchanged':
    case 'changes':
      return null;
  }
}
