import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportSummary } from '../../../shared/import.ts';
import type { AppSnapshot } from '../../../shared/app-snapshot.ts';
import { ask } from '../../bridge.ts';
import { WorkspaceMark } from '../../parts/WorkspaceMark.tsx';
import { findWorkspace, readApp } from '../../state/app-store.ts';
import { nextAction } from '../../state/next-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { importStateWords } from './import-state-words.ts';
import styles from './ImportLine.module.css';

/** One import of the list: its file, where it stands, and what to do next. */
export function ImportLine({
  summary,
  snapshot,
  onDelete,
}: {
  readonly summary: ImportSummary;
  readonly snapshot: AppSnapshot;
  readonly onDelete: () => void;
}) {
  const { say, moments } = useWords();
  const workspace = findWorkspace(snapshot, summary.workspaceId)?.workspace;
  const next = nextAction(summary, snapshot.sending, snapshot.line);
  const action = say(`home.next.${next.kind}`);
  const isUnderWay = next.kind === 'watch';

  const act = (): void => {
    if (next.kind === 'continue') {
      // What becomes of it is shown by the Send screen, which is opened at once.
      void ask('sending.continue', { importId: summary.importId });
    }
    go({ kind: 'open-import', importId: summary.importId, step: next.step });
  };
  const opened = say('common.dayAt', {
    day: moments.date(summary.createdAtMs),
    time: moments.time(summary.createdAtMs),
  });
  return (
    <li className={styles['line']}>
      <div className={styles['text']}>
        <div className={styles['file']}>{summary.fileName}</div>
        <div>{importStateWords(say, summary, snapshot.sending, snapshot.line)}</div>
        <div className={styles['about']}>
          {workspace === undefined ? (
            <span>{say('home.noWorkspace')}</span>
          ) : (
            <>
              <WorkspaceMark colour={workspace.colour} />
              <span>{workspace.name}</span>
            </>
          )}
          <span>{say('home.openedOn', { when: opened })}</span>
        </div>
      </div>
      <LineButtons summary={summary} line={snapshot.line} />
      <Button
        variant={next.kind === 'report' || next.kind === 'look' ? 'default' : 'light'}
        onClick={act}
        aria-label={say('home.nextNamed', { action, fileName: summary.fileName })}
      >
        {action}
      </Button>
      <SmallButton
        label={say(isUnderWay ? 'home.deleteLater' : 'home.delete', { fileName: summary.fileName })}
        isPossible={!isUnderWay}
        onClick={onDelete}
      >
        <IconTrash size={19} aria-hidden />
      </SmallButton>
    </li>
  );
}

/** For an import that waits its turn: a place earlier, a place later. */
function LineButtons({
  summary,
  line,
}: {
  readonly summary: ImportSummary;
  readonly line: readonly string[];
}) {
  const { say } = useWords();
  const { importId, fileName } = summary;
  const place = line.indexOf(importId);
  if (place < 0 || line.length < 2) {
    return null;
  }
  const isFirst = place === 0;
  const isLast = place === line.length - 1;
  const move = async (to: number, button: HTMLButtonElement): Promise<void> => {
    await ask('sending.moveInLine', { importId, place: to });
    await readApp();
    // The line stands elsewhere now, and whoever moves it by keyboard goes along.
    button.focus();
  };
  return (
    <>
      <SmallButton
        label={say(isFirst ? 'home.first' : 'home.earlier', { fileName })}
        isPossible={!isFirst}
        onClick={(button) => void move(place - 1, button)}
      >
        <IconArrowUp size={19} aria-hidden />
      </SmallButton>
      <SmallButton
        label={say(isLast ? 'home.last' : 'home.later', { fileName })}
        isPossible={!isLast}
        onClick={(button) => void move(place + 1, button)}
      >
        <IconArrowDown size={19} aria-hidden />
      </SmallButton>
    </>
  );
}

/** A sign with a name. Where nothing is possible it stays within reach, so that it can say why. */
function SmallButton({
  label,
  isPossible,
  onClick,
  children,
}: {
  readonly label: string;
  readonly isPossible: boolean;
  readonly onClick: (button: HTMLButtonElement) => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={label}
        aria-disabled={!isPossible}
        data-disabled={!isPossible}
        onClick={(event) => {
          if (isPossible) {
            onClick(event.currentTarget);
          }
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
