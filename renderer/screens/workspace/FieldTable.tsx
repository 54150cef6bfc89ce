import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconClipboardList, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Field } from '../../../shared/catalog/field.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { useWords } from '../../words/words-context.ts';
import { FieldDialog } from '../field/FieldDialog.tsx';
import { hasOptions, type FieldSubject } from '../field/field-draft.ts';
import { PasteFieldsDialog } from './PasteFieldsDialog.tsx';
import styles from './FieldTable.module.css';

/** The fields of a workspace: the six that every Telecrm has, and those that were added here. */
export function FieldTable({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  const { workspaceId } = view;
  const catalog = useCatalog(workspaceId);
  const removal = useAction();
  const [subject, setSubject] = useState<FieldSubject | null>(null);
  const [isPasting, setIsPasting] = useState(false);
  const own = new Set(view.workspace.fields.map(({ apiName }) => apiName));

  const remove = async (apiName: string): Promise<void> => {
    await removal.run(() => ask('workspace.removeField', { workspaceId, apiName }));
    await readApp();
  };
  return (
    <section aria-labelledby="fields-title">
      <Group justify="space-between" mb={4}>
        <Title order={2} id="fields-title">
          {say('workspace.fields')}
        </Title>
        <Group gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconClipboardList size={18} aria-hidden />}
            onClick={() => {
              setIsPasting(true);
            }}
          >
            {say('workspace.list.button')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              setSubject({ kind: 'add', suggestedLabel: '' });
            }}
          >
            {say('workspace.addField')}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {say('workspace.fieldsText')}
      </Text>
      <FailureNotice failure={removal.failure} onDismiss={removal.clear} />
      <table className={styles['table']} aria-label={say('workspace.fieldsTable')}>
        <thead>
          <tr>
            <th scope="col">{say('workspace.fieldLabel')}</th>
            <th scope="col">{say('workspace.fieldName')}</th>
            <th scope="col">{say('workspace.fieldType')}</th>
            <th scope="col">{say('workspace.fieldOptions')}</th>
            <th scope="col">{say('workspace.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {catalog.fields.map((field) => (
            <tr key={field.apiName}>
              <th scope="row">{field.label}</th>
              <td>
                <code>{field.apiName}</code>
              </td>
              <td>{say(`match.type.${field.type}`)}</td>
              <td>{optionsWords(say, field)}</td>
              <td>
                <div className={styles['buttons']}>
                  <Tooltip label={say('workspace.editField', { label: field.label })}>
                    <ActionIcon
                      variant="subtle"
                      aria-label={say('workspace.editField', { label: field.label })}
                      onClick={() => {
                        setSubject({ kind: 'edit', field });
                      }}
                    >
                      <IconPencil size={18} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                  {own.has(field.apiName) && (
                    <RemoveButton field={field} isBusy={removal.isRunning} onRemove={remove} />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FieldDialog
        workspaceId={workspaceId}
        subject={subject}
        onClose={() => {
          setSubject(null);
        }}
        onSaved={() => void readApp()}
      />
      <PasteFieldsDialog
        workspaceId={workspaceId}
        isOpen={isPasting}
        onClose={() => {
          setIsPasting(false);
        }}
      />
    </section>
  );
}

/** Removes an added field; a changed standard field only goes back to what it was. */
function RemoveButton({
  field,
  isBusy,
  onRemove,
}: {
  readonly field: Field;
  readonly isBusy: boolean;
  readonly onRemove: (apiName: string) => Promise<void>;
}) {
  const { say } = useWords();
  const isStandard = STANDARD_FIELDS.some(({ apiName }) => apiName === field.apiName);
  const name = say(isStandard ? 'workspace.resetField' : 'workspace.removeField', { label: field.label });
  return (
    <Tooltip label={name}>
      <ActionIcon
        variant="subtle"
        aria-label={name}
        disabled={isBusy}
        onClick={() => void onRemove(field.apiName)}
      >
        {isStandard ? <IconArrowBackUp size={18} aria-hidden /> : <IconTrash size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

function optionsWords(say: Say, field: Field): string {
  const count = field.options?.length ?? 0;
  // Tags are free: any can be sent without a list.
  if (!hasOptions(field.type) || (field.type === 'tags' && count === 0)) {
    return say('workspace.noOptions');
  }
  if (count > 0) {
    return say('workspace.optionsCount', { count });
  }
  return say(field.trustValues ? 'workspace.optionsTrusted' : 'workspace.optionsUnknown');
}
