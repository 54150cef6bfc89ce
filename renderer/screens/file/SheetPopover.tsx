import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Reading, SheetOverview } from '../../../shared/sheet/sheet.ts';
import { EditableWord } from '../../parts/EditableWord.tsx';
import { useWords } from '../../words/words-context.ts';

/** The sheet of a workbook, which can be another one of those that hold something. */
export function SheetPopover({
  sheetName,
  sheets,
  onReading,
  children,
}: {
  readonly sheetName: string;
  readonly sheets: readonly SheetOverview[];
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
          {sheets.map(({ name, visibility, headerRowNumber }) => (
            <Button
              key={name}
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
      )}
    >
      {children}
    </EditableWord>
  );
}
