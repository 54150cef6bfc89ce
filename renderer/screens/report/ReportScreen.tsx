import { Button, Text } from '@mantine/core';
import type { ImportDetail } from '../../../shared/import.ts';
import { accepted, totalToSend } from '../../../shared/sending/progress.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { ask } from '../../bridge.ts';
import { readApp, useApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { presentCounts, statusOf } from '../../state/next-action.ts';
import { useAction } from '../../state/use-action.ts';
import { useWorkspace } from '../../state/use-catalog.ts';
import { useLookup } from '../../state/use-lookup.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { headlineWords, rowsWords } from './headline-words.ts';
import { NotAcceptedList } from './NotAcceptedList.tsx';
import { PracticeReceived } from './PracticeReceived.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { ReportActions } from './ReportActions.tsx';
import styles from './ReportScreen.module.css';

/** What became of the leads, in plain words and without promising more than is known. */
export function ReportScreen({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  const { importId, workspaceId } = detail.summary;
  const summary =
    useApp(({ snapshot }) => snapshot?.imports.find((one) => one.importId === importId)) ?? detail.summary;
  const sending = useApp(({ snapshot }) => snapshot?.sending ?? null);
  const view = useWorkspace(workspaceId);
  const isPractice = view?.isPractice ?? false;
  const lookup = useLookup(importId, 'unknown');
  const retry = useAction();

  const counts = presentCounts(summary, statusOf(importId, sending));
  const total = totalToSend(counts);
  if (total === 0) {
    return (
      <Screen>
        <ScreenHeading>{say('report.title')}</ScreenHeading>
        <Text>{say('report.notSentYet')}</Text>
        <Button
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            go({ kind: 'go-to-step', step: 'send' });
          }}
        >
          {say('report.goToSend')}
        </Button>
      </Screen>
    );
  }
  const sendAgain = async (
    fate: 'rejected' | 'unknown' | 'not-found',
    rowIndexes: number[] | null = null,
  ): Promise<void> => {
    const done = await retry.run(() => ask('import.retry', { importId, fate, rowIndexes }));
    await readApp();
    await readImport();
    if (done !== undefined) {
      go({ kind: 'go-to-step', step: 'send' });
    }
  };
  const isSending = summary.stage === 'sending';
  const rows = rowsWords(say, counts);
  return (
    <Screen width="wide">
      <ScreenHeading>{headlineWords(say, counts)}</ScreenHeading>
      {rows !== null && <Text>{rows}</Text>}
      <p className={styles['truth']}>
        {say('report.truth')} {isPractice && say('report.practiceTruth')}
      </p>
      {counts.unknown > 0 && (
        <Notice
          tone="warn"
          buttons={
            !isSending && (
              <>
                {(isPractice || (view?.syncToken ?? 'none') !== 'none') && (
                  <Button
                    size="xs"
                    loading={lookup.isBusy || lookup.status?.state === 'running'}
                    onClick={() => void lookup.start(null)}
                  >
                    {say('report.lookFirst')}
                  </Button>
                )}
                <Button
                  variant="default"
                  size="xs"
                  loading={retry.isRunning}
                  onClick={() => void sendAgain('unknown')}
                >
                  {say('report.retryUnknown', { count: counts.unknown })}
                </Button>
              </>
            )
          }
        >
          {say(unknownWords(isSending, detail), { count: counts.unknown })}
          <FailureNotice failure={lookup.failure} />
        </Notice>
      )}
      {counts.ready > 0 && !isSending && (
        <Notice
          tone="warn"
          buttons={
            <Button
              size="xs"
              onClick={() => {
                go({ kind: 'go-to-step', step: 'send' });
              }}
            >
              {say('report.sendRest', { count: counts.ready })}
            </Button>
          }
        >
          {say('report.leftBehindReady', { count: counts.ready })}
        </Notice>
      )}
      {counts.problem > 0 && (
        <Notice
          tone="note"
          buttons={
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                go({ kind: 'go-to-step', step: 'fix' });
              }}
            >
              {say('report.fixThem')}
            </Button>
          }
        >
          {say('report.leftBehindProblem', { count: counts.problem })}
        </Notice>
      )}
      <div className={styles['actions']}>
        {counts.rejected > 0 && !isSending && (
          <Button loading={retry.isRunning} onClick={() => void sendAgain('rejected')}>
            {say('report.retryRejected', { count: counts.rejected })}
          </Button>
        )}
        <ReportActions importId={importId} hasNotAccepted={counts.rejected + counts.unknown > 0} />
        {isPractice && <PracticeReceived />}
        {accepted(counts) === total && (
          <Button
            variant="subtle"
            onClick={() => {
              go({ kind: 'go-home' });
            }}
          >
            {say('report.home')}
          </Button>
        )}
      </div>
      <FailureNotice failure={retry.failure} onDismiss={retry.clear} />
      <CheckPanel
        importId={importId}
        view={view}
        counts={counts}
        isSending={isSending}
        onRetry={() => void sendAgain('not-found')}
      />
      <NotAcceptedList
        detail={detail}
        counts={counts}
        onRetry={
          isSending
            ? null
            : (row) => void sendAgain(row.fate === 'unknown' ? 'unknown' : 'rejected', [row.rowIndex])
        }
      />
      <RecordPanel importId={importId} version={JSON.stringify(counts)} />
    </Screen>
  );
}

/** What leads of unknown fate are about: those with actions always wait for the user, the others only when sending is over. */
function unknownWords(isSending: boolean, { mapping }: ImportDetail) {
  if (mapping.actions.length > 0) {
    return 'report.retryUnknownActions';
  }
  return isSending ? 'report.unknownStill' : 'report.retryUnknownWarning';
}
