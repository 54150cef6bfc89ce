import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconEye } from '@tabler/icons-react';
import { useId } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { Severity } from '../../../shared/cleaning/problem.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { columnName, problemGroupWords } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';
import { answerWords } from './answer-words.ts';
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
  const showName = say(isShown ? 'fix.action.showAll' : 'fix.action.showRows');
  const Icon = answer === null ? SEVERITY_ICONS[group.severity] : IconCheck;
  return (
    <article
      className={styles['card']}
      aria-labelledby={titleId}
      data-shown={isShown}
      data-decided={answer !== null}
    >
      <div className={styles['top']}>
        <div className={styles['severity']} data-severity={answer === null ? group.severity : 'decided'}>
          <Icon size={16} aria-hidden />
          {answer === null
            ? say(`problems.severity.${group.severity}.${rowCount === 1 ? 'one' : 'many'}`)
            : answerWords(say, answer, rowCount)}
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
      {answer === null && (
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
