import { Select, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import type { Catalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { identifierColumn, identifierLabel } from '../../state/step-gate.ts';
import { Sentence } from '../../words/Sentence.tsx';
import { useWords } from '../../words/words-context.ts';
import styles from './IdentifierPanel.module.css';

/** The one column without which nothing can be saved, asked for first and kept in sight. */
export function IdentifierPanel({
  detail,
  catalog,
  onChoose,
}: {
  readonly detail: ImportDetail;
  readonly catalog: Catalog;
  readonly onChoose: (columnIndex: number) => void;
}) {
  const { say } = useWords();
  const label = identifierLabel(catalog);
  const chosen = identifierColumn(detail, catalog);
  return (
    <div className={styles['panel']} data-missing={chosen === null}>
      <IconFingerprint size={28} stroke={1.5} aria-hidden className={styles['icon']} />
      <div className={styles['text']}>
        <div className={styles['question']}>
          <Sentence
            said={(place) => say('match.identifier.question', { label: place('label') })}
            values={{ label }}
            parts={{ b: <strong /> }}
          />
        </div>
        <Text size="sm" c="dimmed">
          {say('match.identifier.why', { label })}
        </Text>
      </div>
      <Select
        aria-label={say('match.identifier.select', { label })}
        placeholder={say('match.identifier.choose')}
        data={detail.facts.columns.map(({ index, heading }) => ({
          value: String(index),
          label: columnName(say, heading, index),
        }))}
        value={chosen === null ? null : String(chosen)}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        w={260}
        onChange={(value) => {
          if (value !== null) {
            onChoose(Number(value));
          }
        }}
      />
    </div>
  );
}
