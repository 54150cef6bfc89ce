import { Button, Select } from '@mantine/core';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import type { ColumnValue } from '../../../shared/import.ts';
import { useWords } from '../../words/words-context.ts';
import { answerWords } from './answer-words.ts';
import type { AnsweredPlace } from './answered-place.ts';
import styles from './ValueList.module.css';

const LEAVE_OUT = 'answer:leave-out';
const SKIP_ROWS = 'answer:skip-rows';
const ADD_OPTION = 'answer:add-option';
const OPTION_PREFIX = 'option:';

/** More would make the list slow to open; the others are found by typing. */
const MOST_OPTIONS_SHOWN = 100;

/** One value of the column: how many rows have it, and what is to become of it. */
export function ValueLine({
  value,
  place,
  isDisabled,
  onAnswer,
}: {
  readonly value: ColumnValue;
  readonly place: AnsweredPlace;
  readonly isDisabled: boolean;
  readonly onAnswer: (groupId: string, answer: Answer | null) => void;
}) {
  const { say } = useWords();
  const { groupId, rowCount, suggestion, answer } = value;
  const placeholder = place.isFree
    ? say('fix.tags.keep')
    : say(suggestion === null ? 'fix.values.choose' : 'fix.values.other');
  const answerWith = (chosen: Answer | null): void => {
    onAnswer(groupId, chosen);
  };
  return (
    <li className={styles['line']}>
      <div className={styles['value']}>
        <span className={styles['text']}>{value.value}</span>
        <span className={styles['count']}>{say('common.rows', { count: rowCount })}</span>
      </div>
      {answer !== null && (
        <div className={styles['answer']}>
          <span>{answerWords(say, answer, rowCount)}</span>
          <Button
            size="compact-xs"
            variant="default"
            disabled={isDisabled}
            aria-label={say('fix.takeBackNamed', { card: value.value })}
            onClick={() => {
              answerWith(null);
            }}
          >
            {say('fix.takeBack')}
          </Button>
        </div>
      )}
      {answer === null && value.isListed && !place.isFree && (
        <div className={styles['count']}>{say('fix.values.listed')}</div>
      )}
      {answer === null && (!value.isListed || place.isFree) && (
        <div className={styles['answer']}>
          {suggestion !== null && !value.isListed && (
            <Button
              size="xs"
              variant="light"
              disabled={isDisabled}
              onClick={() => {
                answerWith({ kind: 'use-instead', text: suggestion });
              }}
            >
              {say('fix.action.useInstead', { text: suggestion })}
            </Button>
          )}
          <Select
            size="xs"
            className={styles['choice'] ?? ''}
            aria-label={say('fix.values.decide', { value: value.value })}
            placeholder={placeholder}
            searchable
            openOnFocus={false}
            disabled={isDisabled}
            limit={MOST_OPTIONS_SHOWN}
            comboboxProps={{ width: 300, position: 'bottom-end' }}
            data={[
              { value: LEAVE_OUT, label: say('fix.action.leaveOut') },
              { value: SKIP_ROWS, label: say('fix.action.skipRows', { count: rowCount }) },
              ...(place.canAddOption
                ? [{ value: ADD_OPTION, label: say('fix.values.addOption', { value: value.value }) }]
                : []),
              {
                group: say('fix.values.useInstead'),
                items: place.choices
                  .filter((choice) => choice !== value.value)
                  .map((choice) => ({ value: OPTION_PREFIX + choice, label: choice })),
              },
            ]}
            value={null}
            onChange={(chosen) => {
              const made = answerOf(chosen);
              if (made !== null) {
                answerWith(made);
              }
            }}
          />
        </div>
      )}
    </li>
  );
}

function answerOf(chosen: string | null): Answer | null {
  switch (chosen) {
    case null:
      return null;
    case LEAVE_OUT:
      return { kind: 'leave-out' };
    case SKIP_ROWS:
      return { kind: 'skip-rows' };
    case ADD_OPTION:
      return { kind: 'add-option' };
    default:
      return { kind: 'use-instead', text: chosen.slice(OPTION_PREFIX.length) };
  }
}
