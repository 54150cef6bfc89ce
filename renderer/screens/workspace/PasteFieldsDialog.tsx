import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { parseFieldList } from '../../../shared/catalog/parse-field-list.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';

/** Adds many fields at once from a list that was copied out of a spreadsheet. */
export function PasteFieldsDialog({
  workspaceId,
  isOpen,
  onClose,
}: {
  readonly workspaceId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const saving = useAction();
  const [text, setText] = useState('');
  const { fields, problems } = parseFieldList(text);

  const save = async (): Promise<void> => {
    const added = await saving.run(() =>
      ask('workspace.addFields', {
        workspaceId,
        fields: fields.map(({ apiName, label, type, options }) => ({
          apiName,
          label,
          type,
          options: options === null ? null : [...options],
          trustValues: false,
        })),
      }),
    );
    if (added !== undefined) {
      setText('');
      onClose();
      await readApp();
    }
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="xl"
      title={say('workspace.list.title')}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <Stack gap="md">
        <Textarea
          label={say('workspace.list.label')}
          description={say('workspace.list.hint')}
          rows={10}
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        {problems.length > 0 && (
          <div role="status">
            <List size="sm">
              {problems.slice(0, MOST_PROBLEMS_SHOWN).map(({ line, text: wrong, kind }) => (
                <List.Item key={line}>
                  {say('workspace.list.line', { line: String(line), text: wrong })}{' '}
                  {say(`workspace.list.lineProblem.${kind}`)}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <FailureNotice failure={saving.failure} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {fields.length > 0 && say('workspace.list.found', { count: fields.length })}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {say('common.cancel')}
            </Button>
            <Button
              disabled={fields.length === 0}
              title={fields.length === 0 ? say('workspace.list.hint') : undefined}
              loading={saving.isRunning}
              onClick={() => void save()}
            >
              {say('workspace.list.add', { count: fields.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

/** More would push the buttons out of sight. */
const MOST_PROBLEMS_SHOWN = 8;
