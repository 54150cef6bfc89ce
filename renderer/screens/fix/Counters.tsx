import { UnstyledButton } from '@mantine/core';
import type { FateCounts } from '../../../shared/sending/fate.ts';
import { allRows } from '../../../shared/sending/progress.ts';
import { useWords } from '../../words/words-context.ts';
import { COUNTERS, type Counter, type FixView } from './fix-view.ts';
import styles from './Counters.module.css';

/** How many rows are ready, need fixing and so on; each number shows its rows. */
export function Counters({
  counts,
  view,
  onView,
}: {
  readonly counts: FateCounts;
  readonly view: FixView;
  readonly onView: (view: FixView) => void;
}) {
  const { say } = useWords();
  return (
    <div role="group" aria-label={say('fix.counters')} className={styles['counters']}>
      {COUNTERS.map((counter) => (
        <UnstyledButton
          key={counter}
          className={styles['counter'] ?? ''}
          data-counter={counter}
          aria-pressed={view.kind === 'counter' && view.counter === counter}
          onClick={() => {
            onView({ kind: 'counter', counter });
          }}
        >
          {say(`fix.counter.${counter}`, { count: totalOf(counter, counts) })}
        </UnstyledButton>
      ))}
    </div>
  );
}

function totalOf(counter: Counter, counts: FateCounts): number {
  return counter === 'all' ? allRows(counts) : counts[counter];
}
