import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ImportDetail } from '../../../shared/import.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { PEOPLE_PER_PAGE, useDuplicates } from '../../state/use-duplicates.ts';
import { useWords } from '../../words/words-context.ts';
import { PersonRows } from './PersonRows.tsx';
import type { ShownColumn } from './shown-columns.ts';

/** The rows of each person side by side, with the choice of what is sent. */
export function DuplicatesDialog({
  detail,
  shown,
  isFrozen,
  isOpen,
  onClose,
}: {
  readonly detail: ImportDetail;
  readonly shown: readonly ShownColumn[];
  readonly isFrozen: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="80rem"
      title={say('fix.duplicates.title')}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <People detail={detail} shown={shown} isFrozen={isFrozen} />
    </Modal>
  );
}

function People({
  detail,
  shown,
  isFrozen,
}: {
  readonly detail: ImportDetail;
  readonly shown: readonly ShownColumn[];
  readonly isFrozen: boolean;
}) {
  const { say, number } = useWords();
  const { page, offset, turnTo, choose, isBusy, failure } = useDuplicates(detail.summary.importId);
  if (page === null) {
    return <FailureNotice failure={failure} />;
  }
  const last = Math.min(page.total, offset + PEOPLE_PER_PAGE);
  return (
    <Stack gap="md">
      <FailureNotice failure={failure} />
      {page.total === 0 && <Text size="sm">{say('fix.noRows.duplicate')}</Text>}
      {page.groups.map((group) => (
        <PersonRows
          key={group.rows[0]?.rowIndex ?? group.identifier}
          group={group}
          shown={shown}
          rule={detail.mapping.duplicates}
          isDisabled={isFrozen || isBusy}
          onChoose={(rowIndex, choice) => void choose(rowIndex, choice)}
        />
      ))}
      {page.total > PEOPLE_PER_PAGE && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {say('fix.duplicates.page', {
              from: number(offset + 1),
              to: number(last),
              total: number(page.total),
            })}
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              disabled={offset === 0}
              onClick={() => {
                turnTo(Math.max(0, offset - PEOPLE_PER_PAGE));
              }}
            >
              {say('fix.duplicates.earlier')}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={last >= page.total}
              onClick={() => {
                turnTo(offset + PEOPLE_PER_PAGE);
              }}
            >
              {say('fix.duplicates.later')}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  );
}
