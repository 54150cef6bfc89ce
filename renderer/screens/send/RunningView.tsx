import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportSummary } from '../../../shared/import.ts';
import { SPEEDS, type SendingStatus } from '../../../shared/sending/status.ts';
import { ask } from '../../bridge.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { readApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { presentCounts, stoppedBy } from '../../state/next-action.ts';
import { useAction } from '../../state/use-action.ts';
import { useWorkspace } from '../../state/use-catalog.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { CureButton } from './Obstacle.tsx';
import { stopWords } from './stop-words.ts';
import { FewSentNotice } from './FewSentNotice.tsx';
import { phaseOf } from './phase.ts';
import { RunningProgress } from './RunningProgress.tsx';

/** Sending as it goes: how far, how long yet, why it waits, and the ways to hold it. */
export function RunningView({
  summary,
  status,
}: {
  readonly summary: ImportSummary;
  readonly status: SendingStatus | null;
}) {
  const { say } = useWords();
  const action = useAction();
  const [isStopping, setIsStopping] = useState(false);
  const [isTokenSaved, setIsTokenSaved] = useState(false);
  const workspace = useWorkspace(summary.workspaceId)?.workspace;
  const { importId } = summary;
  const counts = presentCounts(summary, status);
  const phase = phaseOf(summary, status);
  const failure = stoppedBy(summary, status);
  const canPause = phase === 'running' || phase === 'pausing';

  const tokenSaved = async (): Promise<void> => {
    setIsTokenSaved(true);
    action.clear();
    await readApp();
  };
  const goOn = async (): Promise<void> => {
    setIsTokenSaved(false);
    await action.run(() => ask('sending.continue', { importId }));
    await readApp();
  };
  const pause = async (): Promise<void> => {
    await action.run(() => ask('sending.pause', undefined));
    await readApp();
  };
  const stop = async (): Promise<void> => {
    await action.run(() => ask('sending.stop', { importId }));
    setIsStopping(false);
    await readApp();
    await readImport();
  };
  return (
    <Screen>
      <ScreenHeading>
        {phase === 'running'
          ? say('send.running.title', { name: workspace?.name ?? '' })
          : say(`send.phase.${phase}`)}
      </ScreenHeading>
      <RunningProgress summary={summary} status={status} phase={phase} />
      {phase === 'few-sent' && summary.fewSent !== null && (
        <FewSentNotice
          importId={importId}
          workspaceId={summary.workspaceId}
          rowNumbers={summary.fewSent}
          restCount={counts.queued}
          isBusy={action.isRunning}
          onGoOn={() => void goOn()}
        />
      )}
      {failure !== null && (
        <FailureNotice failure={failure}>
          <CureButton failure={failure} workspaceId={summary.workspaceId} onCured={tokenSaved} />
        </FailureNotice>
      )}
      {/* Going on may fail for the reason that stands there already. */}
      {action.failure !== null && action.failure.kind !== failure?.kind && (
        <FailureNotice failure={action.failure} onDismiss={action.clear}>
          <CureButton failure={action.failure} workspaceId={summary.workspaceId} onCured={tokenSaved} />
        </FailureNotice>
      )}
      {isTokenSaved && failure === null && action.failure === null && !canPause && (
        <Notice tone="good">{say('send.tokenSaved')}</Notice>
      )}
      {summary.speed !== null && phase !== 'finished' && (
        <SegmentedControl
          aria-label={say('send.speedWhile')}
          style={{ alignSelf: 'flex-start' }}
          value={summary.speed}
          data={SPEEDS.map((speed) => ({ value: speed, label: say(`send.speedOption.${speed}`) }))}
          onChange={(value) => {
            const speed = SPEEDS.find((one) => one === value);
            if (speed !== undefined) {
              void action.run(() => ask('sending.setSpeed', { importId, speed }));
            }
          }}
        />
      )}
      <Group gap="sm">
        {/* One button for both, so that the focus stays where it is. */}
        {phase !== 'finished' && phase !== 'few-sent' && (
          <Button
            variant={canPause ? 'default' : 'filled'}
            leftSection={
              canPause ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />
            }
            loading={action.isRunning}
            onClick={() => void (canPause ? pause() : goOn())}
          >
            {say(canPause ? 'send.pause' : 'send.continue')}
          </Button>
        )}
        {phase !== 'finished' && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={18} aria-hidden />}
            onClick={() => {
              setIsStopping(true);
            }}
          >
            {say('send.stop')}
          </Button>
        )}
        <Button
          variant={phase === 'finished' ? 'filled' : 'subtle'}
          onClick={() => {
            go({ kind: 'go-to-step', step: 'report' });
          }}
        >
          {say('send.seeReport')}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isStopping}
        title={say('send.stopTitle')}
        confirm={say('send.stopConfirm')}
        cancel={say('send.keepSending')}
        isBusy={action.isRunning}
        onConfirm={() => void stop()}
        onCancel={() => {
          setIsStopping(false);
        }}
      >
        {stopWords(say, counts)}
      </ConfirmDialog>
    </Screen>
  );
}
