import type { Workspace } from '../../shared/catalog/workspace.ts';
import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { SheetFacts } from '../../shared/sheet/sheet.ts';
import type { Matching } from '../preparing/calls.ts';
import type { MappingMemory } from './mapping-memory.ts';

/** The part of a matching that may be remembered. */
export type RecalledMatching = Pick<Matching, 'mapping' | 'decisions' | 'drift'>;

/** How a sheet of a workspace is matched at first: as remembered, or where nothing is (`null`: nothing ever is), as suggested. */
export function recalledMatching(
  memory: MappingMemory | null,
  of: { readonly workspaceId: string; readonly workspace: Workspace; readonly facts: SheetFacts },
  suggested: Mapping,
): RecalledMatching {
  // Columns without headings could not be told from those of any other sheet.
  if (memory === null || of.facts.reading.headerRowNumber === null) {
    return { mapping: suggested, decisions: [] };
  }
  const catalog = catalogOf(of.workspace);
  const { drift, ...recalled } = memory.recall(of.workspaceId, of.facts.columns, catalog, suggested);
  return drift === null ? recalled : { ...recalled, drift };
}
