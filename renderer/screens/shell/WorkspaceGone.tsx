import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportSummary } from '../../../shared/import.ts';
import { totalToSend } from '../../../shared/sending/progress.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';

/**
 * An import without a workspace gets one here. Where leads of it were queued already it is the one that they were queued for;
 * else whichever the user says.
 */
export function WorkspaceGone({ summary }: { readonly summary: ImportSummary }) {
  const { say } = useWords();
  const action = useAction();
  const snapshot = useApp((state) => state.snapshot);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const workspaces = snapshot?.workspaces ?? [];
  const wasSent = totalToSend(summary.counts) > 0;
  const workspaceId = chosenId ?? (workspaces.length === 1 ? (workspaces[0]?.workspaceId ?? null) : null);

  const setWorkspace = async (id: string | null): Promise<void> => {
    await action.run(() => ask('import.setWorkspace', { importId: summary.importId, workspaceId: id }));
    await readApp();
    await readImport();
  };
  return (
    <Screen>
      <ScreenHeading>{say('workspace.gone.title')}</ScreenHeading>
      <Text>{say(wasSent ? 'workspace.gone.textSent' : 'workspace.gone.text')}</Text>
      <FailureNotice failure={action.failure} onDismiss={action.clear} />
      {wasSent && (
        <Group>
          <Button loading={action.isRunning} onClick={() => void setWorkspace(null)}>
            {say('workspace.gone.restore')}
          </Button>
        </Group>
      )}
      {!wasSent && workspaces.length === 0 && <Text>{say('workspace.gone.none')}</Text>}
      {!wasSent && workspaces.length > 0 && (
        <Group align="flex-end">
          <Select
            label={say('workspace.gone.which')}
            data={workspaces.map((one) => ({ value: one.workspaceId, label: one.workspace.name }))}
            allowDeselect={false}
            value={workspaceId}
            onChange={setChosenId}
          />
          {workspaceId !== null && (
            <Button loading={action.isRunning} onClick={() => void setWorkspace(workspaceId)}>
              {say('workspace.gone.use')}
            </Button>
          )}
        </Group>
      )}
    </Screen>
  );
}
