import type { ImportSummary } from '../../shared/import.ts';
import { noRows } from '../../shared/sending/fate.ts';

/** The line in the list of imports when a file was just opened. */
export function firstSummary(
  importId: string,
  fileName: string,
  workspaceId: string,
  atMs: number,
): ImportSummary {
  return {
    importId,
    fileName,
    workspaceId,
    createdAtMs: atMs,
    changedAtMs: atMs,
    stage: 'reading',
    counts: noRows(),
    failure: null,
    speed: null,
    fewSent: null,
  };
}
