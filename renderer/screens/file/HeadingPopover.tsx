import { Button, NumberInput, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Reading, SheetFacts } from '../../../shared/sheet/sheet.ts';
import { EditableWord } from '../../parts/EditableWord.tsx';
import { useWords } from '../../words/words-context.ts';
import { headingCandidates } from './heading-candidates.ts';
import styles from './HeadingPopover.module.css';

/** Rows further down than this are never headings; the contract's limit. */
const LAST_HEADING_ROW = 1000;

/** The row of the headings, which can be another one, or none. */
export function HeadingPopover({
  facts,
  onReading,
  children,
}: {
  readonly facts: SheetFacts;
  readonly onReading: (change: Partial<Reading>) => Promise<void>;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  return (
    <EditableWord
      name={say('file.changeHeading')}
      width={460}
      content={(close) => (
        <HeadingForm
          facts={facts}
          onChoose={(headerRowNumber) => {
            close();
            if (headerRowNumber !== facts.reading.headerRowNumber) {
              void onReading({ headerRowNumber });
            }
          }}
        />
      )}
    >
      {children}
    </EditableWord>
  );
}

function HeadingForm({
  facts,
  onChoose,
}: {
  readonly facts: SheetFacts;
  readonly onChoose: (rowNumber: number | null) => void;
}) {
  const { say } = useWords();
  const { headerRowNumber } = facts.reading;
  const [rowNumber, setRowNumber] = useState(headerRowNumber ?? 1);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(rowNumber);
      }}
    >
      <Stack gap="sm">
        <Text fw={650}>{say('file.headingTitle')}</Text>
        <div className={styles['candidates']}>
          {headingCandidates(facts).map((candidate) => (
            <UnstyledButton
              key={candidate.rowNumber}
              className={styles['candidate'] ?? ''}
              aria-pressed={candidate.rowNumber === headerRowNumber}
              onClick={() => {
                onChoose(candidate.rowNumber);
              }}
            >
              <span className={styles['number']}>
                {say('file.headingCandidate', { row: candidate.rowNumber })}
              </span>
              <span className={styles['cells']}>{candidate.cells.join(' · ')}</span>
            </UnstyledButton>
          ))}
        </div>
        <div className={styles['other']}>
          <NumberInput
            label={say('file.headingRow')}
            min={1}
            max={LAST_HEADING_ROW}
            allowDecimal={false}
            clampBehavior="strict"
            value={rowNumber}
            onChange={(value) => {
              setRowNumber(typeof value === 'number' ? value : 1);
            }}
          />
          <Button type="submit" variant="default">
            {say('file.headingUse')}
          </Button>
        </div>
        <Button
          variant="default"
          aria-pressed={headerRowNumber === null}
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
