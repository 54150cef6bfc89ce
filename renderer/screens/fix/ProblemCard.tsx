import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconEye } from '@tabler/icons-react';
import { useId } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { isLabelProblemKind, type Severity } from '../../../shared/cleaning/problem.ts';
import { columnName, problemGroupWords } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';
import { answerWords } from './answer-words.ts';
import { placeOfGroup } from './answered-place.ts';
import { CardActions } from './CardActions.tsx';

import styles from './ProblemCard.module.css';

const SEVERITY_ICONS = {
  'stops-row': IconBan,
  'value-left-out': IconAlertTriangle,
  check: IconEye,
} as const satisfies Record<Severity, unknown>;

/** All alike problems of one column: what, how many, examples with row numbers, and what can be done about all at once. */
export function ProblemCard({
  group,
  detail,
  catalog,
  isShown,
  isFrozen,
  isBusy,
  onShow,
  onAnswer,
}: {
  readonly group: ProblemGroup;
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  /** Whether the grid shows this card's rows. */
  readonly isShown: boolean;
  readonly isFrozen: boolean;
  readonly isBusy: boolean;
  readonly onShow: (isShown: boolean) => void;
  /** Answers the card's group, or one value's own. */
  readonly onAnswer: (groupId: string, answer: Answer | null) => Promise<void>;
}) {
  const { say } = useWords();
  const titleId = useId();
  const { what, todo } = problemGroupWords(say, group);
  const { answer, rowCount } = group;
  const isByValue = isLabelProblemKind(group.kind) && placeOfGroup(group, detail, catalog) !== undefined;
  /** By one answer for the card, or by one for each of its values. */
  const isDecided = answer !== null || group.openRowCount === 0;
  const showName = say(isShown ? 'fix.action.showAll' : 'fix.action.showRows');
  const Icon = isDecided ? IconCheck : SEVERITY_ICONS[group.severity];
  return (
    <article
      className={styles['card']}
      aria-labelledby={titleId}
      data-shown={isShown}
      data-decided={isDecided}
    >
      <div className={styles['top']}>
        <div className={styles['severity']} data-severity={isDecided ? 'decided' : group.severity}>
          <Icon size={16} aria-hidden />
          <CardState group={group} isDecided={isDecided} />
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-pressed={isShown}
          aria-label={say('fix.actionNamed', { action: showName, card: what })}
          onClick={() => {
            onShow(!isShown);
          }}
        >
          {showName}
        </Button>
      </div>
      <h2 id={titleId} className={styles['what']}>
        {what}
      </h2>
      <div className={styles['place']}>
        {say('fix.place', {
          heading: columnName(say, group.heading, group.columnIndex),
          label: group.fieldLabel,
          rows: say('common.rows', { count: rowCount }),
        })}
      </div>
      {!isDecided && !isByValue && (
        <>
          {todo !== '' && <p className={styles['todo']}>{todo}</p>}
          <ul className={styles['examples']} aria-label={say('fix.examples')}>
            {group.examples.map(({ rowNumber, text }) => (
              <li key={rowNumber}>
                {say('fix.example', {
                  row: String(rowNumber),
                  text: text.trim() === '' ? say('common.empty') : text,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {answer === null && !isFrozen && (
        <CardActions
          group={group}
          what={what}
          detail={detail}
          catalog={catalog}
          isBusy={isBusy}
          onAnswer={onAnswer}
        />
      )}
      {answer !== null && !isFrozen && (
        <div className={styles['actions']}>
          <Button
            size="xs"
            variant="default"
            disabled={isBusy}
            aria-label={say('fix.takeBackNamed', { card: what })}
            onClick={() => {
              void onAnswer(group.groupId, null);
            }}
          >
            {say('fix.takeBack')}
          </Button>
        </div>
      )}
    </article>
  );
}

/** What would become of the values, or what was decided about them. */
function CardState({ group, isDecided }: { readonly group: ProblemGroup; readonly isDecided: boolean }) {
  const { say } = useWords();
  const { answer, rowCount, severity } = group;
  if (answer !== null) {
    return answerWords(say, answer, rowCount);
  }
  return isDecided
    ? say('fix.values.allAnswered')
    : say(`problems.severity.${severity}.${rowCount === 1 ? 'one' : 'many'}`);
}
