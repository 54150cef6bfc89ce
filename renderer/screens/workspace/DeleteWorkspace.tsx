import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import type { ImportSummary } from '../../../shared/import.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { ask } from '../../bridge.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

const NO_IMPORTS: readonly ImportSummary[] = [];

/** Deletes a workspace after one question. While leads are on their way to it, it says which, and leads to them instead. */
export function DeleteWorkspace({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  const deletion = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const imports = useApp(({ snapshot }) => snapshot?.imports ?? NO_IMPORTS);
  const ofWorkspace = imports.filter(({ workspaceId }) => workspaceId === view.workspaceId);
  const fileNames = ofWorkspace.filter(({ stage }) => stage === 'sending').map(({ fileName }) => fileName);
  const preparedCount = ofWorkspace.filter(({ stage }) => stage !== 'finished').length;
  const inUse = failureWords(say, { kind: 'workspace-in-use', fileNames });

  const close = (): void => {
    setIsAsking(false);
  };
  const remove = async (): Promise<void> => {
    const done = await deletion.run(() => ask('workspace.delete', { workspaceId: view.workspaceId }));
    close();
    await readApp();
    if (done !== undefined) {
      go({ kind: 'leave-workspace' });
    }
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Button
        variant="subtle"
        color="red"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {say('workspace.delete')}
      </Button>
      <FailureNotice failure={deletion.failure} onDismiss={deletion.clear} />
      <ConfirmDialog
        isOpen={isAsking && fileNames.length === 0}
        title={say('workspace.deleteTitle', { name: view.workspace.name })}
        confirm={say('workspace.delete')}
        cancel={say('common.cancel')}
        isBusy={deletion.isRunning}
        onConfirm={() => void remove()}
        onCancel={close}
      >
        <p>{say('workspace.deleteText')}</p>
        {preparedCount > 0 && <p>{say('workspace.deletePrepared', { count: preparedCount })}</p>}
      </ConfirmDialog>
      <Modal
        opened={isAsking && fileNames.length > 0}
        onClose={close}
        title={say('workspace.deleteTitle', { name: view.workspace.name })}
        withCloseButton={false}
      >
        <Stack gap="md">
          <Text size="sm" component="div">
            <p>{inUse.title}</p>
            <p>{inUse.next}</p>
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              {say('common.cancel')}
            </Button>
            <Button
              onClick={() => {
                go({ kind: 'go-home' });
              }}
            >
              {say('workspace.deleteHome')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
