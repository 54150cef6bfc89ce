import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportSummary } from '../../../shared/import.ts';
import type { AppSnapshot } from '../../../shared/app-snapshot.ts';
import { ask } from '../../bridge.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { ImportLine } from './ImportLine.tsx';
import styles from './ImportList.module.css';

/** The imports of this machine, those that are sent or wait for it first, then newest first; each with its state and its one next action. */
export function ImportList() {
  const { say } = useWords();
  const snapshot = useApp((state) => state.snapshot);
  const [toDelete, setToDelete] = useState<ImportSummary | null>(null);
  const deletion = useAction();

  if (snapshot === null || snapshot.imports.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {say('home.nothing')}
      </Text>
    );
  }
  const confirmDelete = async (summary: ImportSummary): Promise<void> => {
    await deletion.run(() => ask('import.delete', { importId: summary.importId }));
    setToDelete(null);
    await readApp();
  };
  const unsent = toDelete === null ? 0 : toDelete.counts.queued + toDelete.counts.ready;
  return (
    <>
      <FailureNotice failure={deletion.failure} onDismiss={deletion.clear} />
      <ul className={styles['list']}>
        {inOrder(snapshot).map((summary) => (
          <ImportLine
            key={summary.importId}
            summary={summary}
            snapshot={snapshot}
            onDelete={() => {
              setToDelete(summary);
            }}
          />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={toDelete !== null}
        title={say('home.deleteTitle')}
        confirm={say('home.deleteConfirm')}
        cancel={say('home.keep')}
        isBusy={deletion.isRunning}
        onCancel={() => {
          setToDelete(null);
        }}
        onConfirm={() => {
          if (toDelete !== null) {
            void confirmDelete(toDelete);
          }
        }}
      >
        <p>{toDelete !== null && say('home.deleteText', { fileName: toDelete.fileName })}</p>
        {unsent > 0 && <p>{say('home.deleteUnsent', { count: unsent })}</p>}
      </ConfirmDialog>
    </>
  );
}

/** What is sent stands first, then the line as it will be sent, so that "earlier" is up; the others newest first. */
function inOrder({ imports, line, sending }: AppSnapshot): readonly ImportSummary[] {
  const isSent = sending?.state.kind === 'running' || sending?.state.kind === 'pausing';
  const first = [...(isSent ? [sending.importId] : []), ...line];
  const placeOf = ({ importId }: ImportSummary): number => {
    const place = first.indexOf(importId);
    return place < 0 ? first.length : place;
  };
  // Sorting keeps the order of what is equal.
  return [...imports].sort((one, other) => placeOf(one) - placeOf(other));
}
