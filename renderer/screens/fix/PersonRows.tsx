import { Button, Group } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { DuplicateChoice, DuplicateGroup } from '../../../shared/import.ts';
import type { DuplicateRule } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';
import { textOf } from './RowCells.tsx';
import type { ShownColumn } from './shown-columns.ts';
import styles from './PersonRows.module.css';

/** The rows of one person beneath one another, cells that differ marked, and what is sent of them. */
export function PersonRows({
  group,
  shown,
  rule,
  isDisabled,
  onChoose,
}: {
  readonly group: DuplicateGroup;
  readonly shown: readonly ShownColumn[];
  /** What holds for people for whom nobody chose. */
  readonly rule: DuplicateRule;
  readonly isDisabled: boolean;
  readonly onChoose: (rowIndex: number, choice: DuplicateChoice | null) => void;
}) {
  const { say } = useWords();
  const { identifier, rows, rowCount, winnerRowIndex, choice } = group;
  const isCombined = choice === null ? rule === 'combine' : choice.kind === 'combine';
  const firstIndex = rows[0]?.rowIndex ?? 0;
  const differing = new Set(
    shown
      .filter(({ columnIndex }) => new Set(rows.map((row) => textOf(row, columnIndex))).size > 1)
      .map(({ columnIndex }) => columnIndex),
  );
  const title = say('fix.duplicates.person', { identifier, count: rowCount });
  return (
    <section className={styles['person']} aria-label={title}>
      <div className={styles['head']}>
        <strong>{title}</strong>
        {isCombined && <span className={styles['sent']}>{say('fix.duplicates.together')}</span>}
        {winnerRowIndex === null && <span className={styles['open']}>{say('fix.duplicates.open')}</span>}
        <Group gap="xs" ml="auto">
          <Button
            size="compact-sm"
            variant={isCombined ? 'filled' : 'default'}
            aria-pressed={isCombined}
            disabled={isDisabled}
            title={say('fix.duplicates.combineText')}
            onClick={() => {
              onChoose(firstIndex, { kind: 'combine' });
            }}
          >
            {say('fix.duplicates.combineRows')}
          </Button>
          {choice !== null && (
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={isDisabled}
              onClick={() => {
                onChoose(firstIndex, null);
              }}
            >
              {say(rule === 'ask' ? 'fix.takeBack' : 'fix.duplicates.byRule')}
            </Button>
          )}
        </Group>
      </div>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={title}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say('fix.row')}</th>
              {shown.map(({ columnIndex, heading }) => (
                <th key={columnIndex} scope="col">
                  {columnName(say, heading, columnIndex)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.rowIndex} data-winner={isCombined || row.rowIndex === winnerRowIndex}>
                <th scope="row">
                  {row.rowIndex === winnerRowIndex && !isCombined ? (
                    <span className={styles['sent']}>
                      <IconSend size={14} aria-hidden /> {row.rowNumber} {say('fix.duplicates.sent')}
                    </span>
                  ) : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isDisabled}
                      onClick={() => {
                        onChoose(row.rowIndex, { kind: 'use-row', rowIndex: row.rowIndex });
                      }}
                    >
                      {say('fix.duplicates.useRow', { row: String(row.rowNumber) })}
                    </Button>
                  )}
                </th>
                {shown.map(({ columnIndex }) => (
                  <td key={columnIndex} data-differs={differing.has(columnIndex)}>
                    {textOf(row, columnIndex)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rowCount > rows.length && (
        <div className={styles['open']}>{say('fix.duplicates.moreRows', { count: rows.length })}</div>
      )}
    </section>
  );
}
