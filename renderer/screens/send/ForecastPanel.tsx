import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Receipt } from '../../../shared/sending/receipt.ts';
import type { Finding, LookupStatus } from '../../../shared/lookup/lookup.ts';
import { durationWords } from '../../../shared/words/when-words.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { ScrollingList } from '../../parts/ScrollingList.tsx';
import { TitledPanel } from '../../parts/TitledPanel.tsx';
import { useLookup, useLookupRows } from '../../state/use-lookup.ts';
import { Sentence } from '../../words/Sentence.tsx';
import { useWords } from '../../words/words-context.ts';
import styles from './ForecastPanel.module.css';

/** Rows of a sample: five calls of a hundred, so five seconds. */
const SAMPLE_SIZE = 500;

/** Identifiers in one call of the search, and its pace (one call a second): what a lookup of all takes. */
const ROWS_PER_SECOND = 100;

/** More would be a second grid; this is to see what kind of change it is. */
const MOST_SHOWN = 50;

const CHANGES: readonly Finding[] = ['changes'];

/** Before sending: how many of these leads Telecrm knows already, and what will change about them. */
export function ForecastPanel({
  importId,
  receipt,
}: {
  readonly importId: string;
  readonly receipt: Receipt;
}) {
  const words = useWords();
  const { say } = words;
  const lookup = useLookup(importId, 'forecast');
  const { syncToken, isPractice } = receipt.workspace;
  const { status } = lookup;
  const { readyCount } = receipt;
  const isRunning = status?.state === 'running';
  if ((syncToken === 'none' && !isPractice) || readyCount === 0) {
    return null;
  }
  return (
    <TitledPanel title={say('send.forecast.title')} text={say('send.forecast.text')}>
      <Group gap="sm">
        <Text size="sm" role="status" className={styles['progress'] ?? ''}>
          {isRunning && say('send.forecast.progress', { done: status.doneCount, total: status.totalCount })}
        </Text>
        {!isRunning && readyCount > SAMPLE_SIZE && (
          <Button
            size="xs"
            variant="default"
            loading={lookup.isBusy}
            onClick={() => void lookup.start(SAMPLE_SIZE)}
          >
            {say('send.forecast.sample', { count: SAMPLE_SIZE })}
          </Button>
        )}
        {/* One button for both, so that the focus stays where it is. */}
        <Button
          size="xs"
          variant="default"
          loading={lookup.isBusy}
          onClick={() => void (isRunning ? lookup.stop() : lookup.start(null))}
        >
          {isRunning
            ? say('send.forecast.stop')
            : say('send.forecast.all', {
                duration: durationWords(words, (readyCount / ROWS_PER_SECOND) * 1000),
              })}
        </Button>
      </Group>
      <FailureNotice failure={lookup.failure} />
      {status !== null && status.doneCount > 0 && <Result importId={importId} status={status} />}
    </TitledPanel>
  );
}

function Result({ importId, status }: { readonly importId: string; readonly status: LookupStatus }) {
  const { say, number } = useWords();
  const [isShown, setIsShown] = useState(false);
  const { counts, doneCount, rowCount } = status;
  return (
    <>
      <Text size="sm" component="div">
        <Sentence
          said={(place) =>
            say('send.forecast.result', {
              total: place('total'),
              fresh: place('fresh'),
              changes: place('changes'),
              unchanged: place('unchanged'),
            })
          }
          values={{
            total: number(doneCount),
            fresh: number(counts.new),
            changes: number(counts.changes),
            unchanged: number(counts.unchanged),
          }}
          parts={{ b: <strong /> }}
        />{' '}
        {doneCount < rowCount && say('send.forecast.sampled', { total: doneCount, all: rowCount })}
      </Text>
      {counts.changes > 0 && !isShown && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={styles['show'] ?? ''}
          onClick={() => {
            setIsShown(true);
          }}
        >
          {say('send.forecast.show')}
        </Button>
      )}
      {isShown && <ChangedRows importId={importId} version={`${status.startedAtMs}/${doneCount}`} />}
    </>
  );
}

function ChangedRows({ importId, version }: { readonly importId: string; readonly version: string }) {
  const { say } = useWords();
  const page = useLookupRows(importId, 'forecast', CHANGES, MOST_SHOWN, version);
  if (page === null) {
    return null;
  }
  return (
    <ScrollingList
      name={say('send.forecast.list')}
      more={page.total > page.rows.length ? say('send.forecast.more', { count: page.rows.length }) : null}
    >
      {page.rows.map(({ rowIndex, rowNumber, identifier, differences }) => (
        <li key={rowIndex}>
          <strong>{say('send.forecast.row', { row: String(rowNumber), identifier })}</strong>
          <ul>
            {differences.map(({ apiName, label, inTelecrm, sent }) => (
              <li key={apiName}>
                {inTelecrm === null
                  ? say('send.forecast.added', { label, after: sent })
                  : say('send.forecast.difference', { label, before: inTelecrm, after: sent })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ScrollingList>
  );
}
