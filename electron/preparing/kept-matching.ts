import type { Plan } from '../../shared/cleaning/plan.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import type { Matching } from './calls.ts';

/** Writes down how columns become fields, and where that comes from. */
export function keepMatching({ facts }: ImportJournal, plan: Plan, matching: Matching): void {
  facts.put('plan', plan);
  facts.put('reasons', matching.reasons);
  facts.put('samples', matching.samples);
  facts.put('drift', matching.drift ?? null);
  facts.put('missingHeadings', matching.missingHeadings ?? null);
}

/** What was written down with this plan. */
export function keptMatching({ facts }: ImportJournal, { mapping, decisions }: Plan): Matching {
  const drift = facts.get('drift');
  const missingHeadings = facts.get('missingHeadings');
  return {
    mapping,
    decisions,
    reasons: facts.get('reasons') ?? [],
    samples: facts.get('samples') ?? [],
    ...(drift === null ? {} : { drift }),
    ...(missingHeadings === null ? {} : { missingHeadings }),
  };
}
