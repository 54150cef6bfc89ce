import { Button, Collapse, Group, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { AttemptPage, EventPage } from '../../../shared/replies.ts';
import type { SendingEvent } from '../../../shared/sending/attempt-record.ts';
import type { Words } from '../../../shared/words/make-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useWords } from '../../words/words-context.ts';
import styles from './NotAcceptedList.module.css';
import { stopWords } from './stop-words.ts';

/** Requests shown at first, and how many more at a time; the contract gives 500 at most. */
const PORTION = 25;
const MOST_SHOWN = 500;

/** What happened to this import, and every request with its answer; for somebody who wants to know exactly. */
export function RecordPanel({ importId, version }: { readonly importId: string; readonly version: string }) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className={styles['section']} aria-labelledby="record-title">
      <Group gap="sm">
        <Title order={2} id="record-title">
          {say('report.record.title')}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {say(isOpen ? 'report.record.hide' : 'report.record.show')}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>{isOpen && <Record importId={importId} version={version} />}</Collapse>
    </section>
  );
}

function Record({ importId, version }: { readonly importId: string; readonly version: string }) {
  const words = useWords();
  const { say, number } = words;
  const [limit, setLimit] = useState(PORTION);
  const [events, setEvents] = useState<EventPage | null>(null);
  const [page, setPage] = useState<AttemptPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      const happened = await ask('import.events', { importId, offset: 0, limit: MOST_SHOWN });
      const attempts = await ask('import.attempts', { importId, rowIndex: null, offset: 0, limit });
      if (isWanted) {
        setEvents((before) => (happened.ok ? happened.value : before));
        setPage((before) => (attempts.ok ? attempts.value : before));
        setFailure(attempts.ok ? null : attempts.failure);
      }
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [importId, limit, version]);

  return (
    <div className={styles['section']}>
      <FailureNotice failure={failure} />
      <Text fw={600}>{say('report.record.events')}</Text>
      <ul className={styles['words']}>
        {events?.events.map((event) => (
          <li key={`${event.atMs}/${event.kind}/${event.leadCount ?? ''}`}>{eventWords(words, event)}</li>
        ))}
      </ul>
      <Text fw={600}>
        {say('report.record.attempts')}
        {page !== null && ` · ${say('report.record.total', { count: page.total })}`}
      </Text>
      <table className={styles['table']} aria-label={say('report.record.attempts')}>
        <thead>
          <tr>
            <th scope="col">{say('report.row')}</th>
            <th scope="col">{say('report.record.when')}</th>
            <th scope="col">{say('report.record.end')}</th>
            <th scope="col">{say('report.record.took')}</th>
          </tr>
        </thead>
        <tbody>
          {page?.attempts.map(({ rowIndex, rowNumber, atMs, end, status, words: said, durationMs }) => (
            <tr key={`${rowIndex}/${atMs}/${end}`}>
              <th scope="row">{rowNumber}</th>
              <td>{momentWords(words, atMs)}</td>
              <td>
                {[say(`report.record.answers.${end}`), status === null ? '' : String(status), said ?? '']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </td>
              <td>{say('report.record.seconds', { seconds: number(shownSeconds(durationMs)) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {page !== null && page.total > page.attempts.length && limit < MOST_SHOWN && (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setLimit(Math.min(MOST_SHOWN, limit * 2));
          }}
        >
          {say('report.record.more')}
        </Button>
      )}
    </div>
  );
}

function eventWords(words: Words, { atMs, kind, leadCount, failureKind }: SendingEvent): string {
  const { say } = words;
  const event = say(`report.record.event.${kind}`);
  const named =
    leadCount === null
      ? event
      : say('report.record.eventLeads', { event, leads: say('common.leads', { count: leadCount }) });
  const why = failureKind === null ? null : stopWords(say, failureKind);
  return `${momentWords(words, atMs)}: ${why === null ? named : say('report.record.eventWhy', { event: named, why })}`;
}

/** Two digits under a second, one above; never "0 s". */
function shownSeconds(durationMs: number): number {
  const unitMs = durationMs < 1000 ? 10 : 100;
  return (Math.max(1, Math.round(durationMs / unitMs)) * unitMs) / 1000;
}

function momentWords({ say, moments }: Words, atMs: number): string {
  return say('common.dayAt', { day: moments.date(atMs), time: moments.time(atMs) });
}
