import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconHome, IconPlugConnected, IconSettings } from '@tabler/icons-react';
import type { AppSnapshot } from '../../../shared/app-snapshot.ts';
import { WorkspaceMark } from '../../parts/WorkspaceMark.tsx';
import { findWorkspace } from '../../state/app-store.ts';
import { useImport } from '../../state/import-store.ts';
import { ensureWorkspace } from '../../state/new-workspace.ts';
import { importOf, type Place } from '../../state/step.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { StepBar } from './StepBar.tsx';
import styles from './TopBar.module.css';

/** The bar above every screen: way home, the steps of the import at hand, and the workspace that leads would go to. */
export function TopBar({ snapshot, place }: { readonly snapshot: AppSnapshot; readonly place: Place }) {
  const { say } = useWords();
  const importId = importOf(place);
  const detail = useImport((state) => (state.importId === importId ? state.detail : null));
  const workspaceId = detail?.summary.workspaceId ?? snapshot.chosenWorkspaceId;
  return (
    // Not a <header>: the component library's dialogs have one, and a page should have only one banner.
    <section className={styles['bar']} aria-label={say('common.appName')}>
      <UnstyledButton
        className={styles['home'] ?? ''}
        aria-current={place.kind === 'home' ? 'page' : undefined}
        onClick={() => {
          go({ kind: 'go-home' });
        }}
      >
        <IconHome size={20} aria-hidden />
        {say('shell.home')}
      </UnstyledButton>
      <div className={styles['steps']}>
        {detail !== null && place.kind === 'import' && <StepBar detail={detail} step={place.step} />}
      </div>
      <WorkspaceChip snapshot={snapshot} workspaceId={workspaceId} />
      <Tooltip label={say('settings.title')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say('settings.title')}
          aria-current={place.kind === 'settings' ? 'page' : undefined}
          onClick={() => {
            go({ kind: 'open-settings' });
          }}
        >
          <IconSettings size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </section>
  );
}

function WorkspaceChip({
  snapshot,
  workspaceId,
}: {
  readonly snapshot: AppSnapshot;
  readonly workspaceId: string | null;
}) {
  const { say } = useWords();
  const connect = useAction();
  const openNew = async (): Promise<void> => {
    const made = await connect.run(() => ensureWorkspace(say('workspace.firstName')));
    if (made !== undefined) {
      go({ kind: 'open-workspace', workspaceId: made.workspaceId });
    }
  };
  const view = findWorkspace(snapshot, workspaceId);
  if (view === undefined) {
    return (
      <UnstyledButton className={styles['chip'] ?? ''} onClick={() => void openNew()}>
        <IconPlugConnected size={18} aria-hidden />
        {say('shell.noWorkspace')}
      </UnstyledButton>
    );
  }
  const { name, colour } = view.workspace;
  return (
    <UnstyledButton
      className={styles['chip'] ?? ''}
      aria-label={say('shell.workspace', { name })}
      onClick={() => {
        go({ kind: 'open-workspace', workspaceId: view.workspaceId });
      }}
    >
      <WorkspaceMark colour={colour} />
      <span className={styles['name']}>{name}</span>
    </UnstyledButton>
  );
}
