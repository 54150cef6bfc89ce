import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import type { ImportSummary } from '../../shared/import.ts';
import type { Step } from './step.ts';

/**
 * Whether this step can only be taken once the import has a workspace again: matching, fixing and sending follow its fields. The
 * file can always be looked at, and the report of what was sent.
 */
export function isWorkspaceMissed(
  step: Step,
  { workspaceId, stage, counts }: ImportSummary,
  workspaces: readonly WorkspaceView[],
): boolean {
  const isThere = workspaces.some((view) => view.workspaceId === workspaceId);
  const isDone = stage === 'finished' && counts.ready + counts.problem === 0;
  return !isThere && !isDone && step !== 'file' && step !== 'report';
}
