import { onTestFinished } from 'vitest';
import type { Workspace } from '../../../shared/catalog/workspace.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { MappingMemory } from '../../../electron/memory/mapping-memory.ts';
import { openImportDesk, type JournalImportDesk } from '../../../electron/imports/import-desk.ts';

const WORKER = new URL('../../../electron/preparing/worker.ts', import.meta.url);

/** A desk on a data folder, for one workspace that nothing is sent to; closed after the test. */
export async function deskOn(
  dataFolder: string,
  workspace: Workspace,
  memory?: MappingMemory,
): Promise<JournalImportDesk> {
  const desk = must(
    await openImportDesk({
      dataFolder,
      workerUrl: WORKER,
      ...(memory === undefined ? {} : { memory }),
      surroundings: {
        workspace: (workspaceId) => ({
          workspaceId,
          workspace,
          token: 'none',
          syncToken: 'none',
          isPractice: false,
        }),
        apiUrl: () => Promise.resolve('http://127.0.0.1:9'),
        readToken: () => null,
      },
    }),
  );
  onTestFinished(() => desk.close());
  return desk;
}

/** The value of a result that has to be good. */
export function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.failure));
  }
  return result.value;
}
