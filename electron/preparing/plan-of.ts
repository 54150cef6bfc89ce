import type { Plan, UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { CheckingContext, Matching } from './calls.ts';

/** Everything that decides how a row is cleaned, in the form that is frozen when sending begins. */
export function planOf(matching: Matching, context: CheckingContext, undecided: UndecidedRule): Plan {
  return {
    version: 1,
    fields: context.fields,
    actions: context.actions,
    team: context.team,
    identifier: context.identifier,
    defaultCountry: context.defaultCountry,
    timeZone: context.timeZone,
    currency: context.currency,
    mapping: matching.mapping,
    decisions: matching.decisions,
    undecided,
  };
}
