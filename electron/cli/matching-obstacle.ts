import type { Failure, RecipeFailure } from '../../shared/failure.ts';
import type { Receipt } from '../../shared/sending/receipt.ts';
import type { Result } from '../../shared/result.ts';

/** What is wrong with the matching is wrong with the arguments: the recipe, the workspace, or the file. */
const OF_THE_MATCHING: ReadonlySet<string> = new Set<RecipeFailure['kind']>([
  'identifier-not-matched',
  'field-matched-twice',
  'field-not-in-workspace',
  'action-not-in-workspace',
  'part-not-in-workspace',
  'action-takes-no-time',
  'action-incomplete',
  'constant-does-not-fit',
  'api-name-twice',
]);

/**
 * Why nothing may be sent by this matching, whatever stands in the rows; `null` where something may. `check` and `import` both
 * ask it before they tell of the rows: what was found in them by such a matching, "ready" above all, says nothing.
 */
export function matchingObstacle(receipt: Result<Receipt, Failure>): Failure | null {
  const obstacle = receipt.ok ? receipt.value.obstacle : null;
  return obstacle !== null && OF_THE_MATCHING.has(obstacle.kind) ? obstacle : null;
}
