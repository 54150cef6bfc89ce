import { useRef } from 'react';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { Checked, ImportDetail } from '../../../shared/import.ts';
import { allRows } from '../../../shared/sending/progress.ts';
import { Notice } from '../../parts/Notice.tsx';
import { identifierLabel } from '../../state/step-gate.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import type { Fixing } from '../../state/use-fixing.ts';
import { useWords } from '../../words/words-context.ts';
import { tagColumns } from './answered-place.ts';
import { DuplicatesCard } from './DuplicatesCard.tsx';
import type { FixView } from './fix-view.ts';
import { ProblemCard } from './ProblemCard.tsx';
import { TagsCard } from './TagsCard.tsx';
import styles from './CardList.module.css';

/** What needs a decision, most rows first; then what was decided. */
export function CardList({
  detail,
  checked,
  view,
  isFrozen,
  fixing,
  onView,
}: {
  readonly detail: ImportDetail;
  readonly checked: Checked;
  readonly view: FixView;
  readonly isFrozen: boolean;
  readonly fixing: Fixing;
  readonly onView: (view: FixView) => void;
}) {
  const { say } = useWords();
  const section = useRef<HTMLElement>(null);
  const catalog = useCatalog(detail.summary.workspaceId);
  const open = checked.groups.filter((group) => group.openRowCount > 0);
  const decided = checked.groups.filter((group) => group.openRowCount === 0);

  /** A card that was decided moves down and takes its button along; the focus goes to where the next card is. */
  const decide = async (groupId: string, answer: Answer | null): Promise<void> => {
    await fixing.decide(groupId, answer);
    // The button that was pressed is gone, and with it the focus, which would start at the top of the page again.
    if (document.activeElement === null || document.activeElement === document.body) {
      section.current?.focus({ preventScroll: true });
    }
  };
  const card = (group: ProblemGroup) => (
    <ProblemCard
      key={group.groupId}
      group={group}
      detail={detail}
      catalog={catalog}
      isShown={view.kind === 'group' && view.groupId === group.groupId}
      isFrozen={isFrozen}
      isBusy={fixing.isBusy}
      onShow={(isShown) => {
        onView(isShown ? { kind: 'group', groupId: group.groupId } : { kind: 'counter', counter: 'all' });
      }}
      onAnswer={decide}
    />
  );
  return (
    // Scrolls, so it has to be reachable by keyboard even when no card has a button.
    <section ref={section} aria-label={say('fix.cards')} className={styles['cards']} tabIndex={-1}>
      {open.length === 0 && !isFrozen && <AllDecided checked={checked} />}
      {open.map((group) => card(group))}
      {(checked.counts.duplicate > 0 || detail.mapping.duplicates === 'ask') && (
        <DuplicatesCard
          detail={detail}
          count={checked.counts.duplicate}
          label={identifierLabel(catalog)}
          isFrozen={isFrozen}
          onShow={() => {
            onView({ kind: 'counter', counter: 'duplicate' });
          }}
        />
      )}
      {tagColumns(detail, catalog).map((column) => (
        <TagsCard
          key={`${column.columnIndex} ${column.place.label}`}
          importId={detail.summary.importId}
          column={column}
          isDisabled={isFrozen || fixing.isBusy}
          onAnswer={decide}
        />
      ))}
      {decided.length > 0 && <h2 className={styles['decided']}>{say('fix.decided')}</h2>}
      {decided.map((group) => card(group))}
    </section>
  );
}

function AllDecided({ checked }: { readonly checked: Checked }) {
  const { say } = useWords();
  const { counts } = checked;
  if (counts.problem > 0) {
    return <Notice tone="note">{say('fix.restWaits', { count: counts.ready })}</Notice>;
  }
  if (counts.ready === 0) {
    return <Notice tone="warn">{say('fix.noneReady')}</Notice>;
  }
  const isAll = counts.ready === allRows(counts);
  return (
    <Notice tone="good">
      <div className={styles['ready']}>
        {say(isAll ? 'fix.allReady' : 'fix.restReady', { count: counts.ready })}
      </div>
      {isAll && say('fix.allReadyText')}
    </Notice>
  );
}
