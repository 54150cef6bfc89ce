import { Group, List, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CustomAction } from '../../../shared/catalog/action.ts';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { ask } from '../../bridge.ts';
import { DialogButtons } from '../../parts/DialogButtons.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { actionDraftOf, actionOfDraft, type ActionDraftProblem } from './action-draft.ts';

/** What the dialog is about: a new action, or one that the workspace has. */
export type ActionSubject = { readonly action: CustomAction | null };

/** Adds a custom action or changes one. Closed while `subject` is `null`. */
export function ActionDialog({
  view,
  subject,
  onClose,
}: {
  readonly view: WorkspaceView;
  readonly subject: ActionSubject | null;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const label = subject?.action?.label ?? null;
  return (
    <Modal
      opened={subject !== null}
      onClose={onClose}
      size="lg"
      title={label === null ? say('workspace.action.addTitle') : say('workspace.action.editTitle', { label })}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {subject !== null && <ActionForm view={view} before={subject.action} onClose={onClose} />}
    </Modal>
  );
}

function ActionForm({
  view,
  before,
  onClose,
}: {
  readonly view: WorkspaceView;
  readonly before: CustomAction | null;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const saving = useAction();
  const [draft, setDraft] = useState(() => actionDraftOf(before));
  const [problem, setProblem] = useState<ActionDraftProblem | null>(null);
  const taken = view.workspace.actions.map(({ type }) => type).filter((type) => type !== before?.type);
  const made = actionOfDraft(draft, taken, before?.allowsOwnTime ?? null);

  const save = async (): Promise<void> => {
    setProblem(made.problem);
    const { action } = made;
    if (action === null) {
      return;
    }
    const { workspaceId } = view;
    const saved = await saving.run(() =>
      ask('workspace.setAction', {
        workspaceId,
        action: {
          ...action,
          fields: action.fields.map((field) => ({
            ...field,
            options: field.options === null ? null : [...field.options],
          })),
        },
      }),
    );
    if (saved !== undefined) {
      onClose();
      await readApp();
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <Group grow align="flex-start">
          <TextInput
            label={say('workspace.action.number')}
            description={say('workspace.action.numberHint')}
            disabled={before !== null}
            data-autofocus={before === null || undefined}
            error={numberError(say, problem)}
            value={draft.number}
            onChange={(event) => {
              setDraft({ ...draft, number: event.currentTarget.value });
            }}
          />
          <TextInput
            label={say('workspace.action.label')}
            maxLength={200}
            error={problem === 'label-missing' ? say('workspace.action.labelMissing') : undefined}
            value={draft.label}
            onChange={(event) => {
              setDraft({ ...draft, label: event.currentTarget.value });
            }}
          />
        </Group>
        <Textarea
          label={say('workspace.action.parts')}
          description={say('workspace.action.partsHint')}
          rows={7}
          spellCheck={false}
          value={draft.fields}
          onChange={(event) => {
            setDraft({ ...draft, fields: event.currentTarget.value });
          }}
        />
        {made.lineProblems.length > 0 && (
          <div role="status">
            <List size="sm">
              {made.lineProblems.map(({ line, text, kind }) => (
                <List.Item key={line}>
                  {say('workspace.list.line', { line: String(line), text })}{' '}
                  {say(`workspace.list.lineProblem.${kind}`)}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <FailureNotice failure={saving.failure} />
        <DialogButtons
          cancel={say('common.cancel')}
          save={say('workspace.action.save')}
          isBusy={saving.isRunning}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

function numberError(
  say: ReturnType<typeof useWords>['say'],
  problem: ActionDraftProblem | null,
): string | undefined {
  switch (problem) {
    case 'number-wrong':
      return say('workspace.action.numberWrong');
    case 'number-taken':
      return say('workspace.action.numberTaken');
    case 'label-missing':
    case null:
      return undefined;
  }
}
