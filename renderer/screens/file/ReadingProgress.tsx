import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportSummary, PreparingProgress } from '../../../shared/import.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { findPreparing, useApp } from '../../state/app-store.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './ReadingProgress.module.css';

/** How far reading or checking of this import has come, with `children` beside it; nothing while neither is under way. */
export function ReadingProgress({
  summary: { importId, stage },
  children,
}: {
  readonly summary: ImportSummary;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  const preparing = useApp(({ snapshot }) => snapshot && findPreparing(snapshot, importId));
  if (!preparing && stage !== 'reading') {
    return null;
  }
  return (
    <Group align="flex-end" wrap="nowrap">
      <div className={styles['progress']}>
        <ProgressLine
          name={say('file.progressName')}
          text={preparing ? phaseWords(say, preparing) : say('file.reading')}
          fraction={preparing?.fraction ?? 0}
        />
      </div>
      {children}
    </Group>
  );
}

function phaseWords(say: Say, preparing: PreparingProgress): string {
  switch (preparing.phase) {
    case 'reading':
      return say('file.readingProgress', { percent: Math.floor(preparing.fraction * 100) });
    case 'checking':
      return say('file.checking');
    case 'finding-duplicates':
      return say('file.findingDuplicates');
    default:
      return unreachable(preparing.phase);
  }
}
