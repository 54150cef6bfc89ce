import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { ColumnMapping, Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { ColumnRow } from './ColumnRow.tsx';
import styles from './ColumnList.module.css';

/** A sheet with thousands of columns is shown in portions, or drawing it would take seconds. */
const PORTION = 60;

/** One row for each column of the file, all of them or those that go nowhere yet. */
export function ColumnList({
  detail,
  catalog,
  ...actions
}: {
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  readonly onChoose: (mapping: Mapping, columnIndex: number, destination: Destination) => void;
  readonly onAlso: (mapping: Mapping, columnIndex: number, destination: Destination) => void;
  readonly onNotSent: (columnIndex: number) => void;
  readonly onAddField: (columnIndex: number) => void;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  /** Fixed when the filter is chosen, so that a column does not vanish under the hand that matches it. */
  const [only, setOnly] = useState<ReadonlySet<number> | null>(null);
  const [limit, setLimit] = useState(PORTION);

  const { columns } = detail.mapping;
  const notMatched = columns.filter(isNotMatched);
  const listed = only === null ? columns : columns.filter(({ columnIndex }) => only.has(columnIndex));
  const shown = listed.slice(0, limit);
  const more = Math.min(PORTION, listed.length - shown.length);
  return (
    <section aria-label={say('match.listName')} className={styles['list']}>
      <SegmentedControl
        aria-label={say('match.filter')}
        className={styles['filter'] ?? ''}
        value={only === null ? 'all' : 'not-matched'}
        data={[
          { value: 'all', label: say('match.all', { count: columns.length }) },
          { value: 'not-matched', label: say('match.notMatched', { count: notMatched.length }) },
        ]}
        onChange={(value) => {
          setOnly(value === 'all' ? null : new Set(notMatched.map(({ columnIndex }) => columnIndex)));
          setLimit(PORTION);
        }}
      />
      {shown.length === 0 ? (
        <p className={styles['none']}>{say('match.noneLeft')}</p>
      ) : (
        <ul className={styles['rows']}>
          {shown.map((column) => (
            <ColumnRow
              key={column.columnIndex}
              column={column}
              detail={detail}
              catalog={catalog}
              {...actions}
            />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button
          variant="default"
          onClick={() => {
            setLimit(limit + PORTION);
          }}
        >
          {say('match.showMore', { count: more })}
        </Button>
      )}
    </section>
  );
}

function isNotMatched({ target }: ColumnMapping): boolean {
  return target.kind === 'not-sent';
}
