import { Radio, Select, Stack } from '@mantine/core';
import type { Delimiter, Reading, SheetFacts, TextReading } from '../../../shared/sheet/sheet.ts';
import { DELIMITERS, ENCODINGS } from '../../../shared/sheet/sheet.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './ReadingChoices.module.css';

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;

/** Letters and cells to try out when a file was read wrongly, with a live sample of how it reads then. */
export function ReadingChoices({
  facts,
  reading,
  isBusy,
  onReading,
}: {
  readonly facts: SheetFacts;
  /** That of the facts. */
  readonly reading: TextReading;
  readonly isBusy: boolean;
  readonly onReading: (change: Partial<Reading>) => Promise<void>;
}) {
  const { say } = useWords();
  return (
    <div className={styles['choices']}>
      <Select
        label={say('file.lettersBroken')}
        data={ENCODINGS.map((encoding) => ({ value: encoding, label: say(`file.encoding.${encoding}`) }))}
        value={reading.encoding}
        onChange={(value) => {
          const encoding = ENCODINGS.find((one) => one === value);
          if (encoding !== undefined) {
            void onReading({ encoding });
          }
        }}
        allowDeselect={false}
        disabled={isBusy}
        maxDropdownHeight={320}
      />
      <Radio.Group
        label={say('file.columnsBroken')}
        value={reading.delimiter}
        onChange={(value) => {
          const delimiter = DELIMITERS.find((one) => one === value);
          if (delimiter !== undefined) {
            void onReading({ delimiter });
          }
        }}
      >
        <Stack gap={6} mt={8}>
          {DELIMITERS.map((delimiter) => (
            <Radio
              key={delimiter}
              value={delimiter}
              label={say(`file.delimiter.${DELIMITER_NAMES[delimiter]}`)}
              disabled={isBusy}
            />
          ))}
        </Stack>
      </Radio.Group>
      <div className={styles['sample']} aria-live="polite">
        <div className={styles['label']}>{say('file.liveSample')}</div>
        {liveSample(facts).map((line) => (
          <div key={line.rowNumber} className={styles['cells']}>
            {line.cells.map((cell) => (
              <span key={cell.index} className={styles['cell']}>
                {cell.text}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Cells that show best how letters are read: those with other letters than English ones first. */
function liveSample(facts: SheetFacts): readonly {
  readonly rowNumber: number;
  readonly cells: readonly { readonly index: number; readonly text: string }[];
}[] {
  const { headerRowNumber } = facts.reading;
  const headings = { rowNumber: headerRowNumber ?? 0, cells: facts.columns.map(({ heading }) => heading) };
  const rows = [...(headerRowNumber === null ? [] : [headings]), ...facts.firstRows].map((row) => ({
    rowNumber: row.rowNumber,
    cells: row.cells.slice(0, 6).map((cell, index) => ({ index, text: cell ?? '' })),
  }));
  const foreign = rows.filter(({ cells }) => cells.some(({ text }) => /[^\p{ASCII}]/u.test(text)));
  return [...foreign, ...rows.filter(({ rowNumber }) => rowNumber !== headerRowNumber)]
    .slice(0, 3)
    .filter((row, index, shown) => shown.indexOf(row) === index);
}
