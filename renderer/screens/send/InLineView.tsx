import { Button, Group, Text } from '@mantine/core';
import type { ImportSummary } from '../../../shared/import.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { findSummary, readApp, useApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { isLineMoving } from '../../state/next-action.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { CureButton } from './Obstacle.tsx';

/** An import whose turn has not come: its place in the line, and the ways to change that. */
export function InLineView({ summary, place }: { readonly summary: ImportSummary; readonly place: number }) {
  const { say, number } = useWords();
  const action = useAction();
  const { importId } = summary;
  const before = useApp(({ snapshot }) => {
    const id = place === 0 ? snapshot?.sending?.importId : snapshot?.line[place - 1];
    return snapshot === null || id === undefined ? undefined : findSummary(snapshot, id);
  });

  const isMoving = useApp(({ snapshot }) => isLineMoving(snapshot?.sending ?? null));

  const sendNow = async (): Promise<void> => {
    await action.run(() => ask('sending.continue', { importId }));
    await readApp();
  };
  const moveFirst = async (): Promise<void> => {
    await action.run(() => ask('sending.moveInLine', { importId, place: 0 }));
    await readApp();
  };
  const leave = async (): Promise<void> => {
    await action.run(() => ask('sending.stop', { importId }));
    await readApp();
    await readImport();
  };
  return (
    <Screen>
      <ScreenHeading>{say('send.line.heading')}</ScreenHeading>
      <Text>
        {before === undefined
          ? say('send.line.textAlone', { place: number(place + 1) })
          : say('send.line.text', { place: number(place + 1), fileName: before.fileName })}{' '}
        {!isMoving && say('send.line.textHeld')}
      </Text>
      <FailureNotice failure={action.failure} onDismiss={action.clear}>
        {action.failure !== null && (
          <CureButton
            failure={action.failure}
            workspaceId={summary.workspaceId}
            onCured={async () => {
              action.clear();
              await readApp();
            }}
          />
        )}
      </FailureNotice>
      {summary.failure !== null && action.failure === null && (
        <FailureNotice failure={summary.failure}>
          <CureButton failure={summary.failure} workspaceId={summary.workspaceId} onCured={readApp} />
        </FailureNotice>
      )}
      <Group gap="sm">
        {!isMoving && (
          <Button loading={action.isRunning} onClick={() => void sendNow()}>
            {say('send.line.now')}
          </Button>
        )}
        {isMoving && place > 0 && (
          <Button loading={action.isRunning} onClick={() => void moveFirst()}>
            {say('send.line.first')}
          </Button>
        )}
        <Button variant="default" loading={action.isRunning} onClick={() => void leave()}>
          {say('send.line.leave')}
        </Button>
      </Group>
    </Screen>
  );
}
