import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import type { Catalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';

/** Two columns that were both sent to one field, the earlier one first. */
export type Clash = { readonly apiName: string; readonly columnIndexes: readonly [number, number] };

/** Asks which of two columns a field should get, instead of taking it from one of them silently. */
export function TwiceDialog({
  clash,
  detail,
  catalog,
  onChoose,
  onClose,
}: {
  readonly clash: Clash | null;
  readonly detail: ImportDetail;
  readonly catalog: Catalog;
  readonly onChoose: (columnIndex: number, apiName: string) => void;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  // The words stay while the dialog fades out.
  const last = useRef(clash);
  last.current = clash ?? last.current;
  const shown = last.current;
  const label =
    catalog.fields.find(({ apiName }) => apiName === shown?.apiName)?.label ?? shown?.apiName ?? '';
  return (
    <Modal
      opened={clash !== null}
      onClose={onClose}
      title={say('match.twice.title', { label })}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{say('match.twice.text')}</Text>
        {shown?.columnIndexes.map((columnIndex) => {
          const heading = columnName(say, detail.facts.columns[columnIndex]?.heading ?? '', columnIndex);
          return (
            <Group key={columnIndex} justify="space-between" wrap="nowrap">
              <Text size="sm" c="dimmed" truncate>
                {(detail.samples[columnIndex] ?? []).join(', ')}
              </Text>
              <Button
                variant="default"
                flex="none"
                onClick={() => {
                  onChoose(columnIndex, shown.apiName);
                }}
              >
                {say('match.twice.use', { heading })}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Modal>
  );
}
