import { Button, Group, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import type { Finding, LookupStatus } from '../../../shared/lookup/lookup.ts';
import type { FateCounts } from '../../../shared/sending/fate.ts';
import { aroundWords } from '../../../shared/words/when-words.ts';
import { accepted } from '../../../shared/sending/progress.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { ScrollingList } from '../../parts/ScrollingList.tsx';
import { TitledPanel } from '../../parts/TitledPanel.tsx';
import { useLookup, useLookupRows } from '../../state/use-lookup.ts';
import { useNow } from '../../state/use-now.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './CheckPanel.module.css';

/** More are in the report that can be saved. */
const MOST_SHOWN = 100;

const DOUBTFUL: readonly Finding[] = ['differs', 'not-found'];

/** After sending: whether Telecrm has what it accepted, and with the values that were sent. */
export function CheckPanel({
  importId,
  view,
  counts,
  isSending,
  onRetry,
}: {
  readonly importId: string;
  /** `undefined` when the workspace was deleted. */
  readonly view: WorkspaceView | undefined;
  readonly counts: FateCounts;
  readonly isSending: boolean;
  /** Sends the leads that were not found once more. */
  readonly onRetry: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const nowMs = useNow(5_000);
  const lookup = useLookup(importId, 'confirm');
  if (view === undefined || accepted(counts) === 0) {
    return null;
  }
  const { status } = lookup;
  const isRunning = status?.state === 'running';
  const begin = status === null ? 'report.check.start' : 'report.check.again';
  const canRead = view.syncToken !== 'none' || view.isPractice;
  return (
    <TitledPanel
      title={say('report.check.title')}
      text={
        <>
          {say('report.check.text')} {!canRead && say('report.check.needsToken')}
        </>
      }
    >
      <Group gap="sm">
        {!canRead && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              go({ kind: 'open-workspace', workspaceId: view.workspaceId });
            }}
          >
            {say('report.check.workspace')}
          </Button>
        )}
        <Text size="sm" role="status" className={styles['progress'] ?? ''}>
          {isRunning &&
            say('report.check.progress', {
              done: status.doneCount,
              total: status.totalCount,
              when: aroundWords(words, status.finishAtMs ?? nowMs, nowMs),
            })}
        </Text>
        {/* One button for both, so that the focus stays where it is. */}
        {canRead && (
          <Button
            size="xs"
            variant="default"
            leftSection={isRunning ? null : <IconListSearch size={16} aria-hidden />}
            loading={lookup.isBusy}
            onClick={() => void (isRunning ? lookup.stop() : lookup.start(null))}
          >
            {say(isRunning ? 'report.check.stop' : begin)}
          </Button>
        )}
        {counts['not-found'] > 0 && !isSending && (
          <Button size="xs" onClick={onRetry}>
            {say('report.check.retry', { count: counts['not-found'] })}
          </Button>
        )}
      </Group>
      <FailureNotice failure={lookup.failure} />
      {status !== null && status.doneCount > 0 && <Findings importId={importId} status={status} />}
    </TitledPanel>
  );
}

function Findings({ importId, status }: { readonly importId: string; readonly status: LookupStatus }) {
  const { say } = useWords();
  const { counts, doneCount, totalCount } = status;
  return (
    <>
      <ul className={styles['counts']}>
        {status.state === 'stopped' && (
          <li>{say('report.check.stopped', { done: doneCount, total: totalCount })}</li>
        )}
        <li data-tone="good">{say('report.check.confirmed', { count: counts.confirmed })}</li>
        {counts.differs > 0 && (
          <li data-tone="warn">{say('report.check.differs', { count: counts.differs })}</li>
        )}
        {counts['not-found'] > 0 && (
          <li data-tone="bad">{say('report.check.notFound', { count: counts['not-found'] })}</li>
        )}
      </ul>
      {counts.differs + counts['not-found'] > 0 && (
        <Doubtful importId={importId} version={`${status.startedAtMs}/${doneCount}`} />
      )}
    </>
  );
}

function Doubtful({ importId, version }: { readonly importId: string; readonly version: string }) {
  const { say } = useWords();
  const page = useLookupRows(importId, 'confirm', DOUBTFUL, MOST_SHOWN, version);
  if (page === null) {
    return null;
  }
  return (
    <ScrollingList
      name={say('report.check.list')}
      more={page.total > page.rows.length ? say('report.check.more', { count: page.rows.length }) : null}
    >
      {page.rows.map(({ rowIndex, rowNumber, identifier, finding, differences }) => (
        <li key={rowIndex}>
          <strong>{say('report.check.row', { row: String(rowNumber) })}</strong> {identifier}
          {finding === 'not-found' && `: ${say('report.check.notThere')}`}
          <ul>
            {differences.map(({ apiName, label, sent, inTelecrm }) => (
              <li key={apiName}>
                {say('report.check.difference', {
                  label,
                  sent,
                  inTelecrm: inTelecrm ?? say('report.check.nothing'),
                })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ScrollingList>
  );
}
