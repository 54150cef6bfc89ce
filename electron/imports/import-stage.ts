import type { Failure } from '../../shared/failure.ts';
import type { Checked, ImportStage, ImportSummary } from '../../shared/import.ts';
import type { Result } from '../../shared/result.ts';
import { withNothingOnItsWay } from '../../shared/sending/progress.ts';

/**
 * What the end of reading, checking or counting changes in the list of imports. A file that could not be read says why.
 * `isSent` is whether a run sends it at this moment.
 */
export function changeBy(
  summary: ImportSummary,
  outcome: Result<Checked, Failure>,
  isSent: boolean,
): Partial<Pick<ImportSummary, 'stage' | 'counts' | 'failure'>> {
  if (outcome.ok) {
    const counts = isSent ? outcome.value.counts : withNothingOnItsWay(outcome.value.counts);
    // Counting again after sending stopped does not undo why it did.
    const failure = summary.stage === 'sending' ? summary.failure : null;
    return { stage: stageBy(summary, counts.ready), counts, failure };
  }
  if (outcome.failure.kind === 'cancelled') {
    return {};
  }
  return { stage: summary.stage === 'reading' ? 'unreadable' : summary.stage, failure: outcome.failure };
}

/** An import that is being sent stays so; a finished one opens again when rows became ready after all. */
function stageBy(summary: ImportSummary, readyCount: number): ImportStage {
  if (summary.stage === 'sending') {
    return 'sending';
  }
  return summary.stage === 'finished' && readyCount === 0 ? 'finished' : 'open';
}
