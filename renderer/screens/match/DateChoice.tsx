import { Group, Radio, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { DateColumn, DateExample } from '../../../shared/import.ts';
import { DATE_ORDERS, type ColumnChoices, type DateOrder } from '../../../shared/mapping/mapping.ts';
import { longMomentWords } from '../../../shared/words/long-moment-words.ts';
import { LOCALES } from '../../../shared/words/make-words.ts';
import { formatMoments } from '../../../shared/words/moments.ts';
import { useWords } from '../../words/words-context.ts';

/** Until the column's own dates are known. */
const ANY_DATE: DateExample = {
  raw: '03/04/2026',
  dayFirstMs: Date.UTC(2026, 3, 3),
  monthFirstMs: Date.UTC(2026, 2, 4),
};

/**
 * How the dates of a column are read, shown on one of them. It is a question only where the values leave a doubt, or where
 * somebody chose otherwise than the values show.
 */
export function DateChoice({
  heading,
  choices,
  dates,
  onChange,
}: {
  readonly heading: string;
  readonly choices: ColumnChoices;
  readonly dates: DateColumn | undefined;
  readonly onChange: (change: Partial<ColumnChoices>) => void;
}) {
  const { say } = useWords();
  const sayDay = useDayWords();
  if (dates?.example === null) {
    return null;
  }
  const example = dates?.example ?? ANY_DATE;
  if (dates !== undefined && dates.isCertain && dates.order === choices.dateOrder) {
    return (
      <Text size="sm" c="dimmed">
        {say('match.date.certain', { raw: example.raw, date: sayDay(example, choices.dateOrder) })}
      </Text>
    );
  }
  return (
    <Radio.Group
      label={say('match.date.question', { heading, raw: example.raw })}
      value={choices.dateOrder}
      onChange={(value) => {
        const dateOrder = DATE_ORDERS.find((one) => one === value);
        if (dateOrder !== undefined) {
          onChange({ dateOrder });
        }
      }}
    >
      <Group gap="lg" mt={4}>
        {DATE_ORDERS.map((order) => (
          <Radio
            key={order}
            value={order}
            label={say(`match.date.${order}`, { date: sayDay(example, order) })}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** Says what a date means in one order, with its day of the week, and its time where it has one. */
function useDayWords(): (example: DateExample, order: DateOrder) => string {
  const { say, language } = useWords();
  // The example is a day on the wall, in no time zone.
  const moments = useMemo(() => formatMoments(LOCALES[language], 'UTC'), [language]);
  return (example, order) => {
    const wallMs = order === 'day-first' ? example.dayFirstMs : example.monthFirstMs;
    return wallMs === null ? say('match.date.impossible') : longMomentWords(say, moments, wallMs);
  };
}
