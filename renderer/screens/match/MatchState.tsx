import { IconCheck, IconFileCheck, IconHandClick, IconHistory, IconMinus } from '@tabler/icons-react';
import type { MatchReason } from '../../../shared/import.ts';
import type { ColumnMapping } from '../../../shared/mapping/mapping.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './MatchState.module.css';

/** How a column's target came about: an icon, its word, and for a suggestion the reason. */
export function MatchState({
  column,
  reason,
  joinedWith,
}: {
  readonly column: ColumnMapping;
  readonly reason: MatchReason | undefined;
  /** Names of the columns with which this one becomes one value. */
  readonly joinedWith: readonly string[];
}) {
  const { say } = useWords();
  const state = stateOf(column);
  const Icon = ICONS[state];
  return (
    <div className={styles['state']} data-state={state}>
      <Icon size={18} aria-hidden className={styles['icon']} />
      <div>
        <div className={styles['word']}>{say(`match.state.${state}`)}</div>
        <div className={styles['reason']}>
          {joinedWith.length > 0
            ? say('match.reason.joined', { headings: joinedWith.join(', ') })
            : reasonWords(say, column, reason)}
        </div>
      </div>
    </div>
  );
}

const ICONS = {
  matched: IconCheck,
  chosen: IconHandClick,
  recalled: IconHistory,
  recipe: IconFileCheck,
  notSent: IconMinus,
} as const;

function stateOf({ target, origin }: ColumnMapping): keyof typeof ICONS {
  if (target.kind === 'not-sent') {
    return 'notSent';
  }
  return origin === 'suggested' ? 'matched' : origin;
}

function reasonWords(say: Say, { target, origin }: ColumnMapping, reason: MatchReason | undefined): string {
  if (origin !== 'suggested') {
    return target.kind === 'not-sent' ? say(`match.reason.${origin}`) : '';
  }
  if (reason === undefined) {
    return '';
  }
  if (reason.kind === 'taken') {
    return say('match.reason.taken', { heading: reason.heading });
  }
  // A recipe leaves out what it does not know, although it might be matched by a suggestion.
  const isLeftOut = target.kind === 'not-sent' && reason.kind !== 'nothing-fits';
  return say(`match.reason.${isLeftOut ? 'undecided' : reason.kind}`);
}
