import { Button, Collapse, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { ImportDetail } from '../../../shared/import.ts';
import { changeReading } from '../../../shared/sheet/change-reading.ts';
import type { Reading, SheetFacts, TextReading } from '../../../shared/sheet/sheet.ts';
import { sheetRemarks } from '../../../shared/words/sheet-remarks.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { StepFooter } from '../../parts/StepFooter.tsx';
import { showDetail } from '../../state/import-store.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { useFileDrops } from '../home/use-file-drops.ts';
import { useOpening } from '../home/use-opening.ts';
import { CancelReading } from './CancelReading.tsx';
import { FirstRows } from './FirstRows.tsx';
import { OpenedTogether } from './OpenedTogether.tsx';
import { ReadingChoices } from './ReadingChoices.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import { Understood } from './Understood.tsx';
import styles from './FileScreen.module.css';

/** What was understood of the file, as one sentence whose parts can be changed, and its first rows as proof. */
export function FileScreen({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  const reread = useAction();
  const opening = useOpening();
  useFileDrops((files) => void opening.drop(files));
  const { importId, stage, failure } = detail.summary;
  const { facts } = detail;
  const isFrozen = stage === 'sending' || stage === 'finished';
  const isUnreadable = stage === 'unreadable';

  const setReading = async (change: Partial<Reading>): Promise<void> => {
    const reading = changeReading(facts.reading, change);
    const changed = await reread.run(() => ask('import.setReading', { importId, reading }));
    if (changed !== undefined) {
      showDetail(changed);
    }
  };
  return (
    <Screen
      width="wide"
      footer={
        !isUnreadable && (
          <StepFooter
            next={say('file.next')}
            blocked={facts.columns.length === 0 ? say('file.waitReading') : null}
            onNext={() => {
              go({ kind: 'go-to-step', step: 'match' });
            }}
          />
        )
      }
    >
      <ScreenHeading>{say('file.title')}</ScreenHeading>
      <Understood detail={detail} isFrozen={isFrozen} onReading={setReading} />
      <FailureNotice failure={reread.failure ?? failure} />
      <FailureNotice failure={opening.failure} onDismiss={opening.clear} />
      <OpenedTogether importId={importId} />
      <ReadingProgress summary={detail.summary}>
        {stage === 'reading' && <CancelReading summary={detail.summary} />}
      </ReadingProgress>
      <Remarks detail={detail} />
      <section aria-labelledby="first-rows" className={styles['first']}>
        <div className={styles['head']}>
          <Title order={2} id="first-rows">
            {say('file.firstRows')}
          </Title>
        </div>
        <FirstRows facts={facts} />
      </section>
      {isFrozen && <Notice tone="note">{say('shell.beingSent')}</Notice>}
      {!isFrozen && facts.reading.sheetName === undefined && (
        <NotRight facts={facts} reading={facts.reading} isBusy={reread.isRunning} onReading={setReading} />
      )}
    </Screen>
  );
}

function Remarks({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  const remarks = sheetRemarks(say, detail.facts, detail.totals);
  return remarks.length === 0 ? null : (
    <Notice tone="note">
      {remarks.map((remark) => (
        <div key={remark}>{remark}</div>
      ))}
    </Notice>
  );
}

/** Encoding and delimiter: hidden until somebody says that it doesn't look right. */
function NotRight({
  facts,
  reading,
  isBusy,
  onReading,
}: {
  readonly facts: SheetFacts;
  readonly reading: TextReading;
  readonly isBusy: boolean;
  readonly onReading: (change: Partial<Reading>) => Promise<void>;
}) {
  const { say } = useWords();
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Button
        variant="subtle"
        aria-expanded={isOpen}
        rightSection={<IconChevronDown size={16} aria-hidden />}
        onClick={toggle}
      >
        {say('file.notRight')}
      </Button>
      <Collapse expanded={isOpen}>
        <ReadingChoices facts={facts} reading={reading} isBusy={isBusy} onReading={onReading} />
      </Collapse>
    </div>
  );
}
