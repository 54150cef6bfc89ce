import { Button, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlugConnected } from '@tabler/icons-react';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { findWorkspace, useApp } from '../../state/app-store.ts';
import { ensureWorkspace } from '../../state/new-workspace.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { DropTarget } from './DropTarget.tsx';
import { ImportList } from './ImportList.tsx';
import { useOpening } from './use-opening.ts';

/** Where everything begins: a place for a file, and the imports that were begun. */
export function HomeScreen() {
  const { say } = useWords();
  const opening = useOpening();
  useHotkeys([['mod+V', () => void opening.paste()]]);
  return (
    <Screen>
      <ScreenHeading>{say('home.title')}</ScreenHeading>
      <DropTarget opening={opening} />
      <FailureNotice failure={opening.failure} onDismiss={opening.clear} />
      <ConnectNotice />
      <section aria-labelledby="recent-imports">
        <Title order={2} id="recent-imports" mb="xs">
          {say('home.recent')}
        </Title>
        <ImportList />
      </section>
    </Screen>
  );
}

/** Says that Telecrm is not connected yet, and that this can wait. */
function ConnectNotice() {
  const { say } = useWords();
  const snapshot = useApp((state) => state.snapshot);
  const connect = useAction();
  if (snapshot === null) {
    return null;
  }
  const chosen = findWorkspace(snapshot, snapshot.chosenWorkspaceId);
  if (chosen !== undefined && (chosen.isPractice || chosen.token !== 'none')) {
    return null;
  }
  const openWorkspace = async (): Promise<void> => {
    const workspace = await connect.run(() => ensureWorkspace(say('workspace.firstName')));
    if (workspace !== undefined) {
      go({ kind: 'open-workspace', workspaceId: workspace.workspaceId });
    }
  };
  return (
    <>
      <Notice
        tone="note"
        buttons={
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={18} aria-hidden />}
            loading={connect.isRunning}
            onClick={() => void openWorkspace()}
          >
            {say('home.connect.button')}
          </Button>
        }
      >
        <Text size="sm">{say('home.connect.text')}</Text>
      </Notice>
      <FailureNotice failure={connect.failure} onDismiss={connect.clear} />
    </>
  );
}
