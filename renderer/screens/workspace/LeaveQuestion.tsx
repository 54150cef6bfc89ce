import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { findWorkspace, useApp } from '../../state/app-store.ts';
import type { Move } from '../../state/step.ts';
import { goAnyway, guardLeaving } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

/** Asks once before a changed form is left, so that what was typed neither vanishes nor counts unseen. */
export function LeaveQuestion({
  workspaceId,
  isChanged,
  isBusy,
  onSave,
}: {
  readonly workspaceId: string;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  /** Answers whether it could be saved; else the form says why, and the user stays. */
  readonly onSave: () => Promise<boolean>;
}) {
  const { say } = useWords();
  const [move, setMove] = useState<Move | null>(null);

  useEffect(() => {
    if (!isChanged) {
      return undefined;
    }
    return guardLeaving((wished) => {
      const { snapshot } = useApp.getState();
      const isThere = snapshot !== null && findWorkspace(snapshot, workspaceId) !== undefined;
      if (isThere) {
        setMove(wished);
      }
      return isThere;
    });
  }, [isChanged, workspaceId]);

  const stay = (): void => {
    setMove(null);
  };
  const leave = (): void => {
    if (move !== null) {
      goAnyway(move);
    }
  };
  const save = async (): Promise<void> => {
    if (await onSave()) {
      leave();
    } else {
      stay();
    }
  };
  return (
    <Modal
      opened={move !== null}
      onClose={stay}
      size="lg"
      title={say('workspace.leave.title')}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Text size="sm">{say('workspace.leave.text')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={stay}>
            {say('workspace.leave.stay')}
          </Button>
          <Button variant="default" onClick={leave}>
            {say('workspace.leave.discard')}
          </Button>
          <Button loading={isBusy} onClick={() => void save()} data-autofocus>
            {say('workspace.leave.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
