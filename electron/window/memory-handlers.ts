import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import { findField } from '../../shared/catalog/field.ts';
import { success } from '../../shared/result.ts';
import { attempt } from '../imports/failure-of.ts';
import { MEMORY_FILE_NAME } from '../memory/memory-file.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { Handlers } from './answer-call.ts';
import { answered } from './chosen.ts';

/** What was learned from earlier sheets is shown and forgotten. */
export function memoryHandlers(
  memory: MappingMemory,
  workspaces: Workspaces,
): Pick<Handlers, 'memory.read' | 'memory.forget'> {
  return {
    'memory.read': () => answered(success(memory.read(labelOf))),
    'memory.forget': ({ memoryId }) =>
      answered(
        attempt(() => {
          memory.forget(memoryId);
        }, MEMORY_FILE_NAME),
      ),
  };

  function labelOf(workspaceId: string, apiName: string): string {
    const workspace = workspaces.view(workspaceId)?.workspace;
    const field = workspace === undefined ? undefined : findField(catalogOf(workspace), apiName);
    return field?.label ?? apiName;
  }
}
