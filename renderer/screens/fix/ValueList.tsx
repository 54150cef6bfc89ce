import { Button, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useImport } from '../../state/import-store.ts';
import { useValues } from '../../state/use-values.ts';
import { useWords } from '../../words/words-context.ts';
import type { AnsweredPlace } from './answered-place.ts';
import { ValueLine } from './ValueLine.tsx';
import styles from './ValueList.module.css';

/** Typing is waited for, because every search goes through all values of the column. */
const SEARCH_PAUSE_MS = 250;

/** The values of one column, each with what is to become of it: those that need an answer, or all. */
export function ValueList({
  importId,
  columnIndex,
  place,
  isDisabled,
  portion,
  isAnswered,
  onAnswer,
}: {
  readonly importId: string;
  readonly columnIndex: number;
  readonly place: AnsweredPlace;
  readonly isDisabled: boolean;
  /** How many are shown at first, and how many more at a time. */
  readonly portion: number;
  /** Whether no value waits for an answer: then those that have one are shown. */
  readonly isAnswered: boolean;
  readonly onAnswer: (groupId: string, answer: Answer | null) => Promise<void>;
}) {
  const { say } = useWords();
  const version = useImport((state) => state.rowsVersion);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, SEARCH_PAUSE_MS);
  const [withAll, setWithAll] = useState(false);
  const [limit, setLimit] = useState(portion);
  const { page, failure } = useValues(
    importId,
    {
      columnIndex,
      destination: place.destination,
      search: search.trim(),
      openOnly: !withAll && !isAnswered,
      offset: 0,
      limit,
    },
    version,
  );
  if (page === null) {
    return <FailureNotice failure={failure} />;
  }
  // Where any value can go, the others of the column may be what was meant.
  const choices = place.isFree
    ? [...new Set([...place.choices, ...page.values.map(({ value }) => value)])]
    : place.choices;
  const suggested = page.values.filter(
    ({ isListed, answer, suggestion }) => !isListed && answer === null && suggestion !== null,
  );
  /** One after the other, because every answer has rows checked again. */
  const takeSuggestions = async (): Promise<void> => {
    for (const { groupId, suggestion } of suggested) {
      await onAnswer(groupId, { kind: 'use-instead', text: suggestion ?? '' });
    }
  };
  const more = Math.min(portion, page.total - page.values.length, MOST_SHOWN - page.values.length);
  return (
    <div className={styles['list']}>
      {(page.distinctCount > portion || typed !== '') && (
        <TextInput
          size="xs"
          className={styles['search'] ?? ''}
          aria-label={say('fix.values.search')}
          placeholder={say('fix.values.search')}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setLimit(portion);
          }}
        />
      )}
      {!isAnswered && page.distinctCount > page.openCount && (
        <Switch
          size="xs"
          label={say('fix.values.all', { count: page.distinctCount })}
          checked={withAll}
          onChange={(event) => {
            setWithAll(event.currentTarget.checked);
            setLimit(portion);
          }}
        />
      )}
      <FailureNotice failure={failure} />
      {suggested.length > 1 && (
        <Button
          size="compact-sm"
          className={styles['more'] ?? ''}
          disabled={isDisabled}
          onClick={() => void takeSuggestions()}
        >
          {say('fix.values.useAll')}
        </Button>
      )}
      <ul className={styles['values']} aria-label={say('fix.values.name', { label: place.label })}>
        {page.values.map((value) => (
          <ValueLine
            key={value.groupId}
            value={value}
            place={{ ...place, choices }}
            isDisabled={isDisabled}
            onAnswer={(groupId, answer) => void onAnswer(groupId, answer)}
          />
        ))}
      </ul>
      {page.values.length === 0 && <p className={styles['none']}>{say('fix.values.none')}</p>}
      {more > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={styles['more'] ?? ''}
          onClick={() => {
            setLimit(limit + more);
          }}
        >
          {say('fix.values.more', { count: page.total - page.values.length })}
        </Button>
      )}
    </div>
  );
}

/** What the contract gives in one page; values beyond it are found by typing. */
const MOST_SHOWN = 500;
