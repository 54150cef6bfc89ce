import { Button } from '@mantine/core';
import { Notice } from '../../parts/Notice.tsx';
import { findSummary, useApp } from '../../state/app-store.ts';
import { showGiven, useGiven } from '../../state/given-file.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './GivenNotice.module.css';

/** Says above any screen that a file came from outside while the user was in the middle of something. */
export function GivenNotice() {
  const { say } = useWords();
  const told = useGiven((state) => state.told);
  const summary = useApp(({ snapshot }) =>
    snapshot === null || told === null ? undefined : findSummary(snapshot, told.importId),
  );
  if (told === null || summary === undefined) {
    return null;
  }
  return (
    <div role="status" className={styles['bar']}>
      <Notice
        tone="note"
        buttons={
          <>
            <Button
              size="xs"
              onClick={() => {
                showGiven(told);
              }}
            >
              {say('home.givenShow')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                useGiven.setState({ told: null });
              }}
            >
              {say('home.givenLater')}
            </Button>
          </>
        }
      >
        {say('home.given', { fileName: summary.fileName })}
      </Notice>
    </div>
  );
}
