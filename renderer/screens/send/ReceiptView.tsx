import { Checkbox, Radio, Stack, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ImportDetail, ImportSummary } from '../../../shared/import.ts';
import type { Receipt } from '../../../shared/sending/receipt.ts';
import { SPEEDS, type Speed } from '../../../shared/sending/status.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { aroundWords, atWords } from '../../../shared/words/when-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { StepFooter } from '../../parts/StepFooter.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useNow } from '../../state/use-now.ts';
import { useReceipt } from '../../state/use-receipt.ts';
import { useWords } from '../../words/words-context.ts';
import { ForecastPanel } from './ForecastPanel.tsx';
import { Obstacle, useOtherSending } from './Obstacle.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';
import styles from './ReceiptView.module.css';

/** What will happen, before it happens: destination, rows, what is left out, how long it takes; then the button. */
export function ReceiptView({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  const { importId } = detail.summary;
  const { receipt, failure, refresh } = useReceipt(importId, useReceiptVersion(detail));
  const sending = useAction();
  const other = useOtherSending(importId);
  const [fewFirst, setFewFirst] = useState(false);
  const [chosenSpeed, setChosenSpeed] = useState<Speed | null>(null);
  const speed = chosenSpeed ?? receipt?.suggestedSpeed ?? 'even';

  const send = async (): Promise<void> => {
    await sending.run(() =>
      ask('import.send', {
        importId,
        speed,
        fewFirst: fewFirst && receipt !== null && receipt.readyCount > FEW,
      }),
    );
    await readApp();
    await readImport();
  };
  return (
    <Screen
      footer={
        receipt !== null && (
          <StepFooter
            next={say(other === null ? 'send.button' : 'send.line.button', { count: receipt.readyCount })}
            icon={<IconSend size={18} aria-hidden />}
            blocked={blockedWords(say, obstacleBesides(receipt, other))}
            remark={say('send.laptop')}
            isBusy={sending.isRunning}
            onNext={() => void send()}
          />
        )
      }
    >
      <ScreenHeading>{say('send.title')}</ScreenHeading>
      <FailureNotice failure={failure} />
      {receipt === null ? (
        failure === null && <Text c="dimmed">{say('common.loading')}</Text>
      ) : (
        <>
          <Obstacle
            obstacle={obstacleBesides(receipt, other)}
            workspaceId={receipt.workspace.workspaceId}
            other={other}
            onChanged={refresh}
          />
          <ReceiptTable detail={detail} receipt={receipt} />
          <ForecastPanel importId={importId} receipt={receipt} />
          <SpeedChoice receipt={receipt} isLater={other !== null} speed={speed} onSpeed={setChosenSpeed} />
          {receipt.readyCount > FEW && (
            <Checkbox
              label={say('send.fewFirst', { count: FEW })}
              description={say('send.fewFirstText')}
              checked={fewFirst}
              onChange={(event) => {
                setFewFirst(event.currentTarget.checked);
              }}
            />
          )}
          <FailureNotice failure={sending.failure} onDismiss={sending.clear} />
        </>
      )}
    </Screen>
  );
}

/** Leads that go first where the user wants to look at some. */
const FEW = 3;

/** What stands in the way, apart from another import that is being sent: this one then waits in line. */
function obstacleBesides(receipt: Receipt, other: ImportSummary | null): Failure | null {
  return other !== null && receipt.obstacle?.kind === 'import-busy' ? null : receipt.obstacle;
}

/** Why the button does nothing; `null` when it may be pressed. */
function blockedWords(say: Say, obstacle: Failure | null): string | null {
  return obstacle === null ? null : failureWords(say, obstacle).title;
}

function SpeedChoice({
  receipt,
  isLater,
  speed,
  onSpeed,
}: {
  readonly receipt: Receipt;
  /** Whether it waits in line first, so that nobody knows when it is done. */
  readonly isLater: boolean;
  readonly speed: Speed;
  readonly onSpeed: (speed: Speed) => void;
}) {
  const words = useWords();
  const { say } = words;
  const nowMs = useNow(60_000);
  if (receipt.readyCount === 0) {
    return null;
  }
  return (
    <section aria-labelledby="speed">
      <Title order={2} id="speed" mb={6}>
        {say('send.speed')}
      </Title>
      <Radio.Group
        aria-labelledby="speed"
        value={speed}
        onChange={(value) => {
          const chosen = SPEEDS.find((one) => one === value);
          if (chosen !== undefined) {
            onSpeed(chosen);
          }
        }}
      >
        <Stack gap={8}>
          {SPEEDS.map((one) => (
            <Radio.Card
              key={one}
              value={one}
              className={styles['speed'] ?? ''}
              aria-label={say(`send.speedOption.${one}`)}
            >
              <Radio.Indicator />
              <div>
                <div className={styles['speedName']}>
                  {say(`send.speedOption.${one}`)}
                  {one === receipt.suggestedSpeed && (
                    <span className={styles['recommended']}>{say('send.recommended')}</span>
                  )}
                </div>
                <div className={styles['speedText']}>
                  {isLater
                    ? say(`send.speedTextLater.${one}`)
                    : say(`send.speedText.${one}`, {
                        when: aroundWords(words, receipt.finishAtMs[one], nowMs),
                      })}
                </div>
              </div>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" mt={6}>
        {say('send.usedAlready', { limit: receipt.limitPerHour, used: receipt.usedThisHour })}{' '}
        {receipt.freesAtMs !== null &&
          receipt.usedThisHour >= receipt.limitPerHour &&
          `${say('send.frees', { when: atWords(words, receipt.freesAtMs, nowMs) })} `}
        {receipt.keptFree > 0 && say('send.keptFree', { count: receipt.keptFree })}
      </Text>
    </section>
  );
}

/** Changes whenever the receipt may read differently: rows, workspace, or another import that is being sent. */
function useReceiptVersion(detail: ImportDetail): string {
  const snapshot = useApp((state) => state.snapshot);
  const view = snapshot?.workspaces.find(({ workspaceId }) => workspaceId === detail.summary.workspaceId);
  return JSON.stringify([
    detail.checked?.counts,
    view?.token,
    view?.workspace,
    snapshot?.preparing.map(({ importId }) => importId),
    // A check that is over before its progress is told changes nothing else here, but it has kept leads from being sent.
    snapshot?.imports.find(({ importId }) => importId === detail.summary.importId)?.changedAtMs,
    snapshot?.sending?.state.kind,
  ]);
}
