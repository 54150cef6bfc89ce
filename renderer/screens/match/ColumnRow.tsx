import { IconArrowRight } from '@tabler/icons-react';
import type { Catalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { ColumnMapping, Mapping } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { setChoices } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { ColumnChoicesPanel } from './ColumnChoicesPanel.tsx';
import { MatchState } from './MatchState.tsx';
import { OptionsNotice } from './OptionsNotice.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import styles from './ColumnRow.module.css';

/** One column of the file: what it holds, where it goes, how that was decided, and what more there is to say. */
export function ColumnRow({
  column,
  detail,
  catalog,
  onField,
  onNotSent,
  onAddField,
  onMapping,
}: {
  readonly column: ColumnMapping;
  readonly detail: ImportDetail;
  readonly catalog: Catalog;
  readonly onField: (columnIndex: number, apiName: string) => void;
  readonly onNotSent: (columnIndex: number) => void;
  readonly onAddField: (columnIndex: number) => void;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const { columnIndex, target } = column;
  const heading = columnName(say, column.heading, columnIndex);
  const samples = detail.samples[columnIndex] ?? [];
  const field =
    target.kind === 'field' ? catalog.fields.find(({ apiName }) => apiName === target.apiName) : undefined;
  const notice = detail.checked?.notices.find((one) => one.columnIndex === columnIndex);
  return (
    <li className={styles['row']} data-sent={target.kind === 'field'}>
      <div className={styles['source']}>
        <div className={styles['heading']}>{heading}</div>
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
          target={target}
          onField={(apiName) => {
            onField(columnIndex, apiName);
          }}
          onNotSent={() => {
            onNotSent(columnIndex);
          }}
          onAddField={() => {
            onAddField(columnIndex);
          }}
        />
      </div>
      <MatchState column={column} reason={detail.reasons[columnIndex]} />
      {field !== undefined && (
        <div className={styles['more']}>
          <ColumnChoicesPanel
            heading={heading}
            type={field.type}
            choices={column.choices}
            dates={detail.dates.find((one) => one.columnIndex === columnIndex)}
            onChange={(change) => {
              onMapping(setChoices(detail.mapping, columnIndex, change));
            }}
          />
          {notice !== undefined && (
            <OptionsNotice heading={heading} field={field} workspaceId={detail.summary.workspaceId} />
          )}
        </div>
      )}
    </li>
  );
}
