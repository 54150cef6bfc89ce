import { Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import type { Clash, ClashAnswer } from '../../state/settle-clash.ts';
import { useWords } from '../../words/words-context.ts';
import { destinationName } from './action-names.ts';
import styles from './TwiceDialog.module.css';

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
  const samples = columns
    .toSorted((one, other) => one - other)
    .map((columnIndex) => detail.samples[columnIndex]?.[0] ?? '');
  return (
    <Modal
      opened={clash !== null}
      onClose={onClose}
      size="lg"
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
            isFirst={place === 0}
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
  isFirst = false,
  onClick,
}: {
  readonly label: string;
  readonly example: string;
  /** Takes the focus when the dialog opens. */
  readonly isFirst?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <UnstyledButton
      className={styles['answer'] ?? ''}
      data-autofocus={isFirst || undefined}
      onClick={onClick}
    >
      <span className={styles['label']}>{label}</span>
      <span className={styles['example']}>{example}</span>
    </UnstyledButton>
  );
}
