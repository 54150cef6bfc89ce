import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Result } from '../../../shared/result.ts';
import { ask, openDropped } from '../../bridge.ts';
import { readApp } from '../../state/app-store.ts';
import { ensureWorkspace } from '../../state/new-workspace.ts';
import { useAction, type Action } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

/** The ways in which a file comes in. Each leads to the File screen, or to a failure that says what to do. */
export type Opening = Pick<Action, 'isRunning' | 'failure' | 'clear'> & {
  readonly choose: () => Promise<void>;
  readonly drop: (files: FileList) => Promise<void>;
  /** Opens the cells that were copied in a spreadsheet program. */
  readonly paste: () => Promise<void>;
  readonly sample: () => Promise<void>;
  /** True when several files were dropped at once. */
  readonly hasTooMany: boolean;
};

/** See `Opening`. */
export function useOpening(): Opening {
  const { say } = useWords();
  const { run, isRunning, failure, clear } = useAction();
  const [hasTooMany, setHasTooMany] = useState(false);

  const open = async (work: () => Promise<Result<ImportDetail, Failure>>): Promise<void> => {
    setHasTooMany(false);
    const detail = await run(work);
    if (detail !== undefined) {
      await readApp();
      go({ kind: 'open-import', importId: detail.summary.importId, step: 'file' });
    }
  };

  return {
    isRunning,
    failure,
    clear,
    hasTooMany,
    choose: () =>
      open(async () => {
        const workspace = await ensureWorkspace(say('workspace.firstName'));
        return workspace.ok ? ask('file.choose', undefined) : workspace;
      }),
    drop: async (files) => {
      const [file, ...others] = files;
      if (others.length > 0) {
        setHasTooMany(true);
      } else if (file !== undefined) {
        await open(async () => {
          const workspace = await ensureWorkspace(say('workspace.firstName'));
          return workspace.ok ? openDropped(file) : workspace;
        });
      }
    },
    paste: () =>
      open(async () => {
        const workspace = await ensureWorkspace(say('workspace.firstName'));
        return workspace.ok ? ask('file.paste', undefined) : workspace;
      }),
    sample: () =>
      open(async () => {
        const practice = await ask('practice.start', undefined);
        return practice.ok ? ask('file.sample', undefined) : practice;
      }),
  };
}
