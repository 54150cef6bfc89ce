import type { ImportStage, ImportSummary } from '../../shared/import.ts';

/** An import that is being sent stays so; a finished one opens again when rows became ready after all. */
export function stageBy(summary: ImportSummary, readyCount: number): ImportStage {
  if (summary.stage === 'sending') {
    return 'sending';
  }
  return summary.stage === 'finished' && readyCount === 0 ? 'finished' : 'open';
}
