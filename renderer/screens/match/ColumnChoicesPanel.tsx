import { Group, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldType } from '../../../shared/catalog/field.ts';
import type { DateColumn } from '../../../shared/import.ts';
import { DECIMAL_MARKS, type ColumnChoices } from '../../../shared/mapping/mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { DateChoice } from './DateChoice.tsx';

/** What every panel shows and tells. */
export type PanelProps = {
  readonly heading: string;
  readonly choices: ColumnChoices;
  readonly onChange: (change: Partial<ColumnChoices>) => void;
};

/** How the values of a column are understood, for the kinds of field where that can be doubted. */
export function ColumnChoicesPanel({
  type,
  dates,
  ...props
}: PanelProps & {
  readonly type: FieldType;
  /** What the column's dates look like; absent until the sheet was read to its end. */
  readonly dates: DateColumn | undefined;
}) {
  switch (type) {
    case 'date':
      return <DateChoice {...props} dates={dates} />;
    case 'number':
    case 'money':
      return <DecimalChoice {...props} />;
    case 'tags':
      return <TagsChoice {...props} />;
    default:
      return null;
  }
}

function DecimalChoice({ heading, choices, onChange }: PanelProps) {
  const { say } = useWords();
  return (
    <Radio.Group
      label={say('match.decimal.question', { heading })}
      value={choices.decimalMark}
      onChange={(value) => {
        const decimalMark = DECIMAL_MARKS.find((one) => one === value);
        if (decimalMark !== undefined) {
          onChange({ decimalMark });
        }
      }}
    >
      <Group gap="lg" mt={4}>
        {DECIMAL_MARKS.map((mark) => (
          <Radio key={mark} value={mark} label={say(`match.decimal.${mark}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** Saved when the box is left, because every change has all rows checked again. */
function TagsChoice({ heading, choices, onChange }: PanelProps) {
  const { say } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput
      label={say('match.tags.label', { heading })}
      description={say('match.tags.hint')}
      maxLength={10}
      w={300}
      value={draft ?? choices.tagSeparators}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onBlur={() => {
        if (draft !== null && draft !== '' && draft !== choices.tagSeparators) {
          onChange({ tagSeparators: draft });
        }
        setDraft(null);
      }}
    />
  );
}
