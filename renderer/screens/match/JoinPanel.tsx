import { Button, Group, Radio, Select, Stack } from '@mantine/core';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Join, Mapping } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { feedFrom, setJoin } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';

const SEPARATORS = [' ', ', ', '-', ' / ', ''] as const;
const WAYS = ['join', 'first-filled'] as const;

/** How several columns become one value; stands with the first of them. */
export function JoinPanel({
  join,
  detail,
  onMapping,
}: {
  readonly join: Join;
  readonly detail: ImportDetail;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const { mapping, facts } = detail;
  const names = join.columnIndexes.map((columnIndex) =>
    columnName(say, facts.columns[columnIndex]?.heading ?? '', columnIndex),
  );
  const [first = 0] = join.columnIndexes;
  const last = names.at(-1) ?? '';
  return (
    <Stack gap={6}>
      <Radio.Group
        label={say('match.join.question', { headings: names.join(' + ') })}
        value={join.how}
        onChange={(value) => {
          const how = WAYS.find((one) => one === value);
          if (how !== undefined) {
            onMapping(setJoin(mapping, join.target, { how }));
          }
        }}
      >
        <Group gap="lg" mt={4}>
          {WAYS.map((how) => (
            <Radio key={how} value={how} label={say(`match.join.${how}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Group gap="sm" align="end">
        {join.how === 'join' && (
          <Select
            label={say('match.join.between')}
            allowDeselect={false}
            w={150}
            data={SEPARATORS.map((separator) => ({
              value: separator,
              label: say(`match.join.separator.${separator}`),
            }))}
            value={join.separator}
            onChange={(separator) => {
              if (separator !== null) {
                onMapping(setJoin(mapping, join.target, { separator }));
              }
            }}
          />
        )}
        <Button
          variant="default"
          onClick={() => {
            const columnIndexes = join.columnIndexes.toReversed();
            onMapping(setJoin(mapping, join.target, { columnIndexes }));
          }}
        >
          {say('match.join.swap', { heading: last })}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onMapping(feedFrom(mapping, join.target, first));
          }}
        >
          {say('match.join.separate', { heading: names[0] ?? '' })}
        </Button>
      </Group>
    </Stack>
  );
}
