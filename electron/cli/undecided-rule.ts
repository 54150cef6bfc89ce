import type { UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { ProblemRule } from './command-line.ts';

/** Nobody is there to ask, so `--problems` decides for every problem at once. */
export function undecidedRule(rule: ProblemRule): UndecidedRule {
  return rule === 'omit' ? 'leave-out' : 'skip-rows';
}
