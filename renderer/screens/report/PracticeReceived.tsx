import { Button, Modal, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import type { PracticeLead } from '../../../shared/practice-lead.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './PracticeReceived.module.css';

/** The newest leads tell enough; thousands would not fit into a window. */
const LEADS_SHOWN = 200;

/** The button that shows what arrived at the practice Telecrm, with every value that the real one would have dropped. */
export function PracticeReceived() {
  const { say } = useWords();
  const reading = useAction();
  const [leads, setLeads] = useState<readonly PracticeLead[] | null>(null);

  const open = async (): Promise<void> => {
    const received = await reading.run(() => ask('practice.received', undefined));
    if (received !== undefined) {
      setLeads(received);
    }
  };
  return (
    <>
      <Button
        variant="light"
        leftSection={<IconInbox size={18} aria-hidden />}
        loading={reading.isRunning}
        onClick={() => void open()}
      >
        {say('report.practiceReceived')}
      </Button>
      <FailureNotice failure={reading.failure} onDismiss={reading.clear} />
      <Modal
        opened={leads !== null}
        onClose={() => {
          setLeads(null);
        }}
        size="90%"
        title={say('report.practice.title')}
        closeButtonProps={{ 'aria-label': say('common.close') }}
      >
        <Received leads={leads ?? []} />
      </Modal>
    </>
  );
}

function Received({ leads }: { readonly leads: readonly PracticeLead[] }) {
  const { say, moments } = useWords();
  if (leads.length === 0) {
    return <Text>{say('report.practice.nothing')}</Text>;
  }
  const shown = leads.slice(0, LEADS_SHOWN);
  const names = [...new Set(shown.flatMap(({ fields }) => Object.keys(fields)))];
  const withDropped = leads.filter(({ dropped }) => dropped.length > 0).length;
  return (
    <>
      <p className={styles['text']}>
        {say('report.practice.text', { count: leads.length })}{' '}
        {withDropped === 0
          ? say('report.practice.nothingDropped')
          : say('report.practice.dropped', { count: withDropped })}{' '}
        {leads.length > shown.length && say('report.practice.first', { count: shown.length })}
      </p>
      <div className={styles['frame']} role="region" aria-label={say('report.practice.table')} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say('report.practice.received')}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{say('report.practice.times')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((lead) => (
              <tr key={lead.identifier}>
                <td>{moments.time(lead.receivedAtMs)}</td>
                {names.map((name) => (
                  <td key={name}>
                    <Value value={lead.fields[name]} isDropped={lead.dropped.includes(name)} />
                  </td>
                ))}
                <td>{lead.requests}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A value as it arrived, in the notation in which it was sent. */
function Value({ value, isDropped }: { readonly value: unknown; readonly isDropped: boolean }) {
  const { say } = useWords();
  if (value === undefined) {
    return null;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isDropped ? (
    <del className={styles['dropped']} aria-label={say('report.practice.droppedValue', { value: text })}>
      {text}
    </del>
  ) : (
    text
  );
}
