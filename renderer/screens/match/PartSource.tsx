import { Select } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { columnsFeeding, goesTo } from '../../../shared/mapping/destination.ts';
import type { Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { feedFrom, setConstant } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { FixedText } from './FixedText.tsx';
import { kindOfDestination } from './kind-of-destination.ts';
import styles from './ActionCard.module.css';

const NOTHING = 'nothing';
const FIXED = 'fixed';

/** Where one part of an action comes from: a column, the same text for every row, or nowhere. */
export function PartSource({
  name,
  isNeeded,
  actionLabel,
  destination,
  detail,
  catalog,
  onMapping,
}: {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly actionLabel: string;
  readonly destination: Destination;
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const { mapping, facts } = detail;
  const [isFixing, setIsFixing] = useState(false);
  const [columnIndex] = columnsFeeding(mapping, destination);
  const text = mapping.constants.find(({ target }) => goesTo(target, destination))?.text ?? '';
  const isFixed = isFixing || (columnIndex === undefined && text !== '');
  const elsewhere = isFixed ? FIXED : NOTHING;
  const value = columnIndex === undefined ? elsewhere : String(columnIndex);

  const choose = (chosen: string | null): void => {
    setIsFixing(chosen === FIXED);
    if (chosen !== FIXED) {
      const index = chosen === null || chosen === NOTHING ? null : Number(chosen);
      onMapping(feedFrom(setConstant(mapping, destination, ''), destination, index));
    } else if (columnIndex !== undefined) {
      onMapping(feedFrom(mapping, destination, null));
    }
  };
  return (
    <div className={styles['part']}>
      <span className={styles['name']} data-missing={isNeeded && value === NOTHING}>
        {isNeeded && value === NOTHING ? say('match.action.needed', { label: name }) : name}
      </span>
      <Select
        aria-label={say('match.action.source', { part: name, label: actionLabel })}
        searchable
        openOnFocus={false}
        allowDeselect={false}
        data={[
          { value: NOTHING, label: say('match.action.nothing') },
          { value: FIXED, label: say('match.action.fixed') },
          ...facts.columns.map(({ index, heading }) => ({
            value: String(index),
            label: say('match.action.fromColumn', { heading: columnName(say, heading, index) }),
          })),
        ]}
        value={value}
        onChange={choose}
      />
      {isFixed && (
        <FixedText
          label={say('match.action.fixedText', { part: name })}
          text={text}
          kind={kindOfDestination(catalog, mapping, destination)}
          isNew={isFixing}
          onSave={(changed) => {
            setIsFixing(false);
            onMapping(setConstant(mapping, destination, changed));
          }}
        />
      )}
    </div>
  );
}
