import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { ActionDialog, type ActionSubject } from './ActionDialog.tsx';
import styles from './FieldTable.module.css';

/** The custom actions of a workspace. */
export function ActionTable({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  const removal = useAction();
  const [subject, setSubject] = useState<ActionSubject | null>(null);
  const { workspaceId, workspace } = view;

  const remove = async (type: string): Promise<void> => {
    await removal.run(() => ask('workspace.removeAction', { workspaceId, type }));
    await readApp();
  };
  return (
    <section aria-labelledby="workspace-actions-title">
      <Group justify="space-between" mb={4}>
        <Title order={2} id="workspace-actions-title">
          {say('workspace.action.title')}
        </Title>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setSubject({ action: null });
          }}
        >
          {say('workspace.action.add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {say('workspace.action.text')}
      </Text>
      <FailureNotice failure={removal.failure} onDismiss={removal.clear} />
      {workspace.actions.length === 0 ? (
        <Text size="sm">{say('workspace.action.none')}</Text>
      ) : (
        <table className={styles['table']} aria-label={say('workspace.action.table')}>
          <thead>
            <tr>
              <th scope="col">{say('workspace.fieldLabel')}</th>
              <th scope="col">{say('workspace.action.number')}</th>
              <th scope="col">{say('workspace.action.parts')}</th>
              <th scope="col">{say('workspace.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {workspace.actions.map((action) => (
              <tr key={action.type}>
                <th scope="row">{action.label}</th>
                <td>
                  <code>{action.type}</code>
                </td>
                <td>{action.fields.map(({ label }) => label).join(', ')}</td>
                <td>
                  <div className={styles['buttons']}>
                    <ActionIcon
                      variant="subtle"
                      aria-label={say('workspace.action.edit', { label: action.label })}
                      onClick={() => {
                        setSubject({ action });
                      }}
                    >
                      <IconPencil size={18} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={say('workspace.action.remove', { label: action.label })}
                      disabled={removal.isRunning}
                      onClick={() => void remove(action.type)}
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ActionDialog
        view={view}
        subject={subject}
        onClose={() => {
          setSubject(null);
        }}
      />
    </section>
  );
}
