import type { Failure } from '../../../shared/failure.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { OpenedFiles } from '../../../shared/replies.ts';
import { success, type Result } from '../../../shared/result.ts';
import { ask, openDropped } from '../../bridge.ts';
import { readApp } from '../../state/app-store.ts';
import { ensureWorkspace } from '../../state/new-workspace.ts';
import { useOpenedTogether } from '../../state/opened-together.ts';
import { useAction, type Action } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

/** The ways in which files come in. Each leads to the File screen, or to a failure that says what to do. */
export type Opening = Pick<Action, 'isRunning' | 'failure' | 'clear'> & {
  readonly choose: () => Promise<void>;
  readonly drop: (files: FileList) => Promise<void>;
  /** Opens the cells that were copied in a spreadsheet program. */
  readonly paste: () => Promise<void>;
  readonly sample: () => Promise<void>;
};

/** See `Opening`. */
export function useOpening(): Opening {
  const { say } = useWords();
  const { run, isRunning, failure, clear } = useAction();

  const open = async (work: () => Promise<Result<OpenedFiles, Failure>>): Promise<void> => {
    const opened = await run(work);
    if (opened !== undefined) {
      const { detail, others, refused } = opened;
      const { importId } = detail.summary;
      useOpenedTogether.setState({ importId, others, refused });
      await readApp();
      go({ kind: 'open-import', importId, step: 'file' });
    }
  };
  const openOwn = (work: () => Promise<Result<OpenedFiles, Failure>>): Promise<void> =>
    open(async () => {
      const workspace = await ensureWorkspace(say('workspace.firstName'));
      return workspace.ok ? work() : workspace;
    });

  return {
    isRunning,
    failure,
    clear,
    choose: () => openOwn(() => ask('file.choose', undefined)),
    drop: async (dropped) => {
      const files = [...dropped];
      if (files.length > 0) {
        await openOwn(() => openDropped(files));
      }
    },
    paste: () => openOwn(async () => alone(await ask('file.paste', undefined))),
    sample: () =>
      open(async () => {
        const practice = await ask('practice.start', undefined);
        return practice.ok ? alone(await ask('file.sample', undefined)) : practice;
      }),
  };
}

function alone(opened: Result<ImportDetail, Failure>): Result<OpenedFiles, Failure> {
  return opened.ok ? success({ detail: opened.value, others: [], refused: [] }) : opened;
}
