import { Button, NumberInput, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Reading } from '../../../shared/sheet/sheet.ts';
import { EditableWord } from '../../parts/EditableWord.tsx';
import { useWords } from '../../words/words-context.ts';

/** Rows further down than this are never headings; the contract's limit. */
const LAST_HEADING_ROW = 1000;

/** The row of the headings, which can be another one, or none. */
export function HeadingPopover({
  headerRowNumber,
  onReading,
  children,
}: {
  readonly headerRowNumber: number | null;
  readonly onReading: (change: Partial<Reading>) => Promise<void>;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  return (
    <EditableWord
      name={say('file.changeHeading')}
      content={(close) => (
        <HeadingForm
          headerRowNumber={headerRowNumber}
          onChoose={(rowNumber) => {
            close();
            void onReading({ headerRowNumber: rowNumber });
          }}
        />
      )}
    >
      {children}
    </EditableWord>
  );
}

function HeadingForm({
  headerRowNumber,
  onChoose,
}: {
  readonly headerRowNumber: number | null;
  readonly onChoose: (rowNumber: number | null) => void;
}) {
  const { say } = useWords();
  const [rowNumber, setRowNumber] = useState(headerRowNumber ?? 1);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(rowNumber);
      }}
    >
      <Stack gap="sm">
        <NumberInput
          label={say('file.headingTitle')}
          description={say('file.headingRow')}
          min={1}
          max={LAST_HEADING_ROW}
          allowDecimal={false}
          clampBehavior="strict"
          value={rowNumber}
          onChange={(value) => {
            setRowNumber(typeof value === 'number' ? value : 1);
          }}
        />
        <Button type="submit">{say('file.headingUse')}</Button>
        <Button
          variant="default"
          onClick={() => {
            onChoose(null);
          }}
        >
          {say('file.noHeading')}
        </Button>
      </Stack>
    </form>
  );
}
