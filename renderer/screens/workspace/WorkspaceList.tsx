import { Button } from '@mantine/core';
import { IconCheck, IconFileImport, IconPlus, IconSchool } from '@tabler/icons-react';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { WorkspaceMark } from '../../parts/WorkspaceMark.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { addWorkspace } from '../../state/new-workspace.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './WorkspaceList.module.css';

/** All workspaces: which is looked at, which is in use, and how to get another. */
export function WorkspaceList({ shownId }: { readonly shownId: string }) {
  const { say } = useWords();
  const snapshot = useApp((state) => state.snapshot);
  const action = useAction();
  if (snapshot === null) {
    return null;
  }
  const hasPractice = snapshot.workspaces.some(({ isPractice }) => isPractice);

  const open = (workspaceId: string): void => {
    go({ kind: 'open-workspace', workspaceId });
  };
  const use = async (workspaceId: string): Promise<void> => {
    await action.run(() => ask('workspace.choose', { workspaceId }));
    await readApp();
  };
  const add = async (): Promise<void> => {
    const made = await action.run(() => addWorkspace(say('workspace.anotherName')));
    if (made !== undefined) {
      open(made.workspaceId);
    }
  };
  const openFile = async (): Promise<void> => {
    const made = await action.run(() => ask('workspace.import', undefined));
    await readApp();
    if (made !== undefined) {
      open(made.workspaceId);
    }
  };
  const practise = async (): Promise<void> => {
    const practice = await action.run(() => ask('practice.start', undefined));
    await readApp();
    if (practice !== undefined) {
      open(practice.workspaceId);
    }
  };
  return (
    <section aria-label={say('workspace.choose')}>
      <ul className={styles['list']}>
        {snapshot.workspaces.map(({ workspaceId, workspace }) => (
          <li key={workspaceId} className={styles['line']} data-shown={workspaceId === shownId}>
            <button
              type="button"
              className={styles['name']}
              aria-current={workspaceId === shownId}
              onClick={() => {
                open(workspaceId);
              }}
            >
              <WorkspaceMark colour={workspace.colour} />
              {workspace.name}
            </button>
            {workspaceId === snapshot.chosenWorkspaceId ? (
              <span className={styles['used']}>
                <IconCheck size={16} aria-hidden /> {say('workspace.inUse')}
              </span>
            ) : (
              <Button
                size="xs"
                variant="default"
                aria-label={say('workspace.useNamed', { name: workspace.name })}
                disabled={action.isRunning}
                onClick={() => void use(workspaceId)}
              >
                {say('workspace.use')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={action.isRunning}
          onClick={() => void add()}
        >
          {say('workspace.add')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFileImport size={16} aria-hidden />}
          disabled={action.isRunning}
          onClick={() => void openFile()}
        >
          {say('workspace.file.import')}
        </Button>
        {!hasPractice && (
          <Button
            size="xs"
            variant="subtle"
            title={say('workspace.practice.text')}
            leftSection={<IconSchool size={16} aria-hidden />}
            disabled={action.isRunning}
            onClick={() => void practise()}
          >
            {say('workspace.practice.button')}
          </Button>
        )}
      </div>
      <FailureNotice failure={action.failure} onDismiss={action.clear} />
    </section>
  );
}
