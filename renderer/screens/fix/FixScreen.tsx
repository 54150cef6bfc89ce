import { ActionIcon, Group, Switch, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Checked, ImportDetail } from '../../../shared/import.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { StepFooter } from '../../parts/StepFooter.tsx';
import { useImport } from '../../state/import-store.ts';
import { countOf } from '../../state/row-filter.ts';
import { useFixing } from '../../state/use-fixing.ts';
import { useRows } from '../../state/use-rows.ts';
import { useUndoKeys } from '../../state/use-undo-keys.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { ReadingProgress } from '../file/ReadingProgress.tsx';
import { CardList } from './CardList.tsx';
import { Counters } from './Counters.tsx';
import { filterOf, type FixView } from './fix-view.ts';
import { RowGrid } from './RowGrid.tsx';
import styles from './FixScreen.module.css';

/** What Telecrm would have thrown away, and the rows it is in. */
export function FixScreen({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  if (detail.checked === null) {
    return (
      <Screen>
        <ScreenHeading>{say('fix.title')}</ScreenHeading>
        <Text>{say('fix.checking')}</Text>
        <ReadingProgress summary={detail.summary} />
        <FailureNotice failure={detail.summary.failure} />
      </Screen>
    );
  }
  return <CheckedRows detail={detail} checked={detail.checked} />;
}

function CheckedRows({ detail, checked }: { readonly detail: ImportDetail; readonly checked: Checked }) {
  const { say } = useWords();
  const { importId, stage } = detail.summary;
  const rowsVersion = useImport((state) => state.rowsVersion);
  const [view, setView] = useState<FixView>(() => firstView(checked));
  const [withAllColumns, setWithAllColumns] = useState(false);
  const filter = useMemo(() => filterOf(view), [view]);
  const rows = useRows(importId, filter, rowsVersion);
  const fixing = useFixing(importId, rows.replace);
  useUndoKeys(fixing.undo, fixing.redo);

  const isFrozen = stage === 'sending';
  const { counts } = checked;
  const isNothingReady = counts.ready === 0 && !isFrozen;
  return (
    <Screen
      width="full"
      footer={
        <StepFooter
          next={say('fix.next')}
          blocked={isNothingReady ? say('fix.nextBlocked') : null}
          remark={counts.problem > 0 ? say('fix.stayBehind', { count: counts.problem }) : null}
          onNext={() => {
            go({ kind: 'go-to-step', step: 'send' });
          }}
        />
      }
    >
      <div className={styles['head']}>
        <ScreenHeading>{say('fix.title')}</ScreenHeading>
        <Counters counts={counts} view={view} onView={setView} />
        <Group gap={4} wrap="nowrap" ml="auto">
          <Switch
            label={say('fix.allColumns')}
            checked={withAllColumns}
            onChange={(event) => {
              setWithAllColumns(event.currentTarget.checked);
            }}
            mr="sm"
          />
          <StepButton
            name={say('fix.undo')}
            hint={say('fix.undoHint')}
            isPossible={checked.canUndo && !isFrozen}
            onPress={fixing.undo}
            icon={<IconArrowBackUp size={20} aria-hidden />}
          />
          <StepButton
            name={say('fix.redo')}
            hint={say('fix.redoHint')}
            isPossible={checked.canRedo && !isFrozen}
            onPress={fixing.redo}
            icon={<IconArrowForwardUp size={20} aria-hidden />}
          />
        </Group>
      </div>
      {isFrozen && (
        <Notice tone="note">
          <Text size="sm">{say('shell.beingSent')}</Text>
        </Notice>
      )}
      <FailureNotice failure={fixing.failure ?? rows.failure} onDismiss={fixing.clear} />
      <div className={styles['split']}>
        <CardList
          detail={detail}
          checked={checked}
          view={view}
          isFrozen={isFrozen}
          fixing={fixing}
          onView={setView}
        />
        <RowGrid
          key={JSON.stringify(view)}
          detail={detail}
          view={view}
          rows={rows}
          count={rows.total ?? countOf(filter, checked)}
          withAllColumns={withAllColumns}
          isFrozen={isFrozen}
          fixing={fixing}
        />
      </div>
    </Screen>
  );
}

/** What needs fixing is shown first; where nothing does, all rows are. */
function firstView(checked: Checked): FixView {
  return { kind: 'counter', counter: checked.counts.problem > 0 ? 'problem' : 'all' };
}

function StepButton({
  name,
  hint,
  isPossible,
  onPress,
  icon,
}: {
  readonly name: string;
  readonly hint: string;
  readonly isPossible: boolean;
  readonly onPress: () => void;
  readonly icon: React.ReactNode;
}) {
  return (
    <Tooltip label={hint}>
      <ActionIcon variant="default" size="lg" aria-label={name} disabled={!isPossible} onClick={onPress}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
