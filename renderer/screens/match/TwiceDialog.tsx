import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Destination, Join, Mapping } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';
import { destinationName } from './action-names.ts';

/** A column that was sent to a place which others feed already. */
export type Clash = {
  /** With the action planned in it that the destination may need. */
  readonly mapping: Mapping;
  readonly destination: Destination;
  readonly columnIndex: number;
  /** Those that feed it already, at least one. */
  readonly others: readonly number[];
};

/** What the user chose: one of the columns alone, or all of them together. */
export type ClashAnswer =
  | { readonly kind: 'only'; readonly columnIndex: number }
  | { readonly kind: 'together'; readonly how: Join['how'] };

/** Asks which of several columns a place should get, instead of taking it from one of them silently. */
export function TwiceDialog({
  clash,
  detail,
  catalog,
  onChoose,
  onClose,
}: {
  readonly clash: Clash | null;
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  readonly onChoose: (clash: Clash, answer: ClashAnswer) => void;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  // The words stay while the dialog fades out.
  const last = useRef(clash);
  last.current = clash ?? last.current;
  const shown = last.current;
  if (shown === null) {
    return null;
  }
  const columns = [...shown.others, shown.columnIndex];
  const names = columns.map((columnIndex) =>
    columnName(say, detail.facts.columns[columnIndex]?.heading ?? '', columnIndex),
  );
  const samples = columns.map((columnIndex) => detail.samples[columnIndex]?.[0] ?? '');
  return (
    <Modal
      opened={clash !== null}
      onClose={onClose}
      title={say('match.twice.title', {
        label: destinationName(say, catalog, shown.mapping, shown.destination),
      })}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{say('match.twice.text')}</Text>
        {columns.map((columnIndex, place) => (
          <Answer
            key={columnIndex}
            label={say('match.twice.use', { heading: names[place] ?? '' })}
            example={(detail.samples[columnIndex] ?? []).join(', ')}
            onClick={() => {
              onChoose(shown, { kind: 'only', columnIndex });
            }}
          />
        ))}
        <Answer
          label={say('match.twice.join')}
          example={say('match.twice.joinExample', { example: samples.filter((one) => one !== '').join(' ') })}
          onClick={() => {
            onChoose(shown, { kind: 'together', how: 'join' });
          }}
        />
        <Answer
          label={say('match.twice.first-filled')}
          example={say('match.twice.firstFilledExample', { first: names[0] ?? '', second: names[1] ?? '' })}
          onClick={() => {
            onChoose(shown, { kind: 'together', how: 'first-filled' });
          }}
        />
      </Stack>
    </Modal>
  );
}

function Answer({
  label,
  example,
  onClick,
}: {
  readonly label: string;
  readonly example: string;
  readonly onClick: () => void;
}) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed" truncate>
        {example}
      </Text>
      <Button variant="default" flex="none" onClick={onClick}>
        {label}
      </Button>
    </Group>
  );
}
