import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { ColumnMapping, Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { setChoices } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { ColumnChoicesPanel } from './ColumnChoicesPanel.tsx';
import { FurtherTargets } from './FurtherTargets.tsx';
import { JoinPanel } from './JoinPanel.tsx';
import { kindOfDestination } from './kind-of-destination.ts';
import { MatchState } from './MatchState.tsx';
import { OptionsNotice } from './OptionsNotice.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import styles from './ColumnRow.module.css';

/** One column of the file: what it holds, where it goes, how that was decided, and what more there is to say. */
export function ColumnRow({
  column,
  detail,
  catalog,
  onChoose,
  onAlso,
  onNotSent,
  onAddField,
  onMapping,
}: {
  readonly column: ColumnMapping;
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  readonly onChoose: (mapping: Mapping, columnIndex: number, destination: Destination) => void;
  /** For one more place, besides the column's own. */
  readonly onAlso: (mapping: Mapping, columnIndex: number, destination: Destination) => void;
  readonly onNotSent: (columnIndex: number) => void;
  readonly onAddField: (columnIndex: number) => void;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const [isAdding, setIsAdding] = useState(false);
  const { columnIndex, target } = column;
  const heading = columnName(say, column.heading, columnIndex);
  const samples = detail.samples[columnIndex] ?? [];
  const { mapping } = detail;
  const field =
    target.kind === 'field' ? catalog.fields.find(({ apiName }) => apiName === target.apiName) : undefined;
  const kind = target.kind === 'not-sent' ? null : kindOfDestination(catalog, mapping, target);
  const joins = mapping.joins.filter(({ columnIndexes }) => columnIndexes[0] === columnIndex);
  const joinedWith = mapping.joins
    .filter(({ columnIndexes }) => columnIndexes.includes(columnIndex))
    .flatMap(({ columnIndexes }) => columnIndexes)
    .filter((other) => other !== columnIndex)
    .map((other) => columnName(say, detail.facts.columns[other]?.heading ?? '', other));
  const notice = detail.checked?.notices.find((one) => one.columnIndex === columnIndex);
  return (
    <li className={styles['row']} data-sent={target.kind !== 'not-sent'}>
      <div className={styles['source']}>
        <div className={styles['heading']} title={heading}>
          {heading}
        </div>
        <div className={styles['samples']}>
          {samples.length === 0
            ? say('match.noSamples')
            : samples.map((sample) => (
                <span key={sample} className={styles['sample']}>
                  {sample}
                </span>
              ))}
        </div>
      </div>
      <IconArrowRight size={20} className={styles['arrow']} role="img" aria-label={say('match.goesTo')} />
      <div className={styles['target']}>
        <TargetSelect
          name={say('match.target', { heading })}
          catalog={catalog}
          mapping={mapping}
          target={target}
          onChoose={(planned, destination) => {
            onChoose(planned, columnIndex, destination);
          }}
          onNotSent={() => {
            onNotSent(columnIndex);
          }}
          onAddField={() => {
            onAddField(columnIndex);
          }}
        />
        {kind !== null && (
          <Tooltip label={say('match.further.add')}>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={say('match.further.addNamed', { heading })}
              aria-pressed={isAdding}
              onClick={() => {
                setIsAdding(!isAdding);
              }}
            >
              <IconPlus size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <MatchState column={column} reason={detail.reasons[columnIndex]} joinedWith={joinedWith} />
      {kind !== null && (
        <div className={styles['more']}>
          <ColumnChoicesPanel
            heading={heading}
            type={kind.type}
            choices={column.choices}
            dates={detail.dates.find((one) => one.columnIndex === columnIndex)}
            onChange={(change) => {
              onMapping(setChoices(mapping, columnIndex, change));
            }}
          />
          {field?.isLockedAfterCreate === true && (
            <Text size="sm" c="dimmed">
              {say('match.locked', { label: field.label })}
            </Text>
          )}
          {notice !== undefined && field !== undefined && (
            <OptionsNotice heading={heading} field={field} workspaceId={detail.summary.workspaceId} />
          )}
          {joins.map((join) => (
            <JoinPanel key={destinationKey(join.target)} join={join} detail={detail} onMapping={onMapping} />
          ))}
          <FurtherTargets
            columnIndex={columnIndex}
            heading={heading}
            mapping={mapping}
            catalog={catalog}
            isAdding={isAdding}
            onAdd={(planned, destination) => {
              setIsAdding(false);
              onAlso(planned, columnIndex, destination);
            }}
            onCancel={() => {
              setIsAdding(false);
            }}
            onMapping={onMapping}
          />
        </div>
      )}
    </li>
  );
}
