import { Button } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';
import type { TagColumn } from './answered-place.ts';
import styles from './ProblemCard.module.css';
import { ValueList } from './ValueList.tsx';

/** The tags of a column. They are no problem; the list is there for those who want to look, and opens when it is asked for. */
export function TagsCard({
  importId,
  column,
  isDisabled,
  onAnswer,
}: {
  readonly importId: string;
  readonly column: TagColumn;
  readonly isDisabled: boolean;
  readonly onAnswer: (groupId: string, answer: Answer | null) => Promise<void>;
}) {
  const { say } = useWords();
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { columnIndex, place } = column;
  const heading = columnName(say, column.heading, columnIndex);
  const title = say('fix.tags.card', { heading });
  const words = say(isOpen ? 'fix.tags.close' : 'fix.tags.look');
  return (
    <article className={styles['card']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['what']}>
        <IconTags size={17} aria-hidden /> {title}
      </h2>
      <div className={styles['place']}>{say('fix.tags.place', { heading, label: place.label })}</div>
      <p className={styles['todo']}>{say('fix.tags.text')}</p>
      {isOpen && (
        <ValueList
          importId={importId}
          columnIndex={columnIndex}
          place={place}
          isDisabled={isDisabled}
          portion={TAGS_IN_CARD}
          isAnswered
          onAnswer={onAnswer}
        />
      )}
      <div className={styles['actions']}>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          aria-label={say('fix.actionNamed', { action: words, card: title })}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {words}
        </Button>
      </div>
    </article>
  );
}

/** As many as a card can hold without hiding the next one. */
const TAGS_IN_CARD = 6;
