import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Reading, SheetOverview } from '../../../shared/sheet/sheet.ts';
import { EditableWord } from '../../parts/EditableWord.tsx';
import { useWords } from '../../words/words-context.ts';
import styles from './SheetPopover.module.css';

/** The sheet of a workbook, which can be another one of those that hold something. */
export function SheetPopover({
  sheetName,
  choices,
  without,
  onReading,
  children,
}: {
  readonly sheetName: string;
  /** Those that can be chosen, in the order of their tabs. */
  readonly choices: readonly SheetOverview[];
  /** Those in which no table was found. They are named, so that nobody looks for them in vain. */
  readonly without: readonly SheetOverview[];
  readonly onReading: (change: Partial<Reading>) => Promise<void>;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  return (
    <EditableWord
      name={say('file.changeSheet')}
      content={(close) => (
        <Stack gap="sm">
          <Text fw={650}>{say('file.sheetTitle')}</Text>
          <Stack gap="xs" className={styles['choices'] ?? ''}>
            {choices.map(({ name, visibility, headerRowNumber }) => (
              <Button
                key={name}
                fullWidth
                className={styles['choice'] ?? ''}
                variant={name === sheetName ? 'filled' : 'default'}
                aria-pressed={name === sheetName}
                onClick={() => {
                  close();
                  if (name !== sheetName) {
                    // Another sheet has its headings elsewhere, so both go together.
                    void onReading({ sheetName: name, headerRowNumber });
                  }
                }}
              >
                {visibility === 'visible' ? name : say('file.sheetHidden', { sheet: name })}
              </Button>
            ))}
          </Stack>
          {without.length > 0 && (
            <Text size="sm" c="dimmed" className={styles['without'] ?? ''}>
              {say('file.sheetsWithout', { names: without.map(({ name }) => name).join(', ') })}
            </Text>
          )}
        </Stack>
      )}
    >
      {children}
    </EditableWord>
  );
}
