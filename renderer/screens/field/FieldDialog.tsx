import { Button, Group, Modal, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { LONGEST_OPTION_LABEL, MOST_OPTIONS, type Field } from '../../../shared/catalog/field.ts';
import { ask } from '../../bridge.ts';
import { DialogButtons } from '../../parts/DialogButtons.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useAction } from '../../state/use-action.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { useWords } from '../../words/words-context.ts';
import { ApiNameGuide } from './ApiNameGuide.tsx';
import {
  draftOf,
  fieldOfDraft,
  FIELD_TYPE_ORDER,
  hasOptions,
  optionsOf,
  type DraftProblem,
  type FieldDraft,
  type FieldSubject,
} from './field-draft.ts';

/** Adds a Telecrm field, changes one, or only its list. Closed while `subject` is `null`. */
export function FieldDialog({
  workspaceId,
  subject,
  onClose,
  onSaved,
}: {
  readonly workspaceId: string;
  readonly subject: FieldSubject | null;
  readonly onClose: () => void;
  /** Called after main has kept the field. */
  readonly onSaved: (field: Field) => void;
}) {
  const { say } = useWords();
  return (
    <Modal
      opened={subject !== null}
      onClose={onClose}
      size="lg"
      title={subject === null ? '' : titleOf(say, subject)}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {subject !== null && (
        <FieldForm workspaceId={workspaceId} subject={subject} onClose={onClose} onSaved={onSaved} />
      )}
    </Modal>
  );
}

function titleOf(say: ReturnType<typeof useWords>['say'], subject: FieldSubject): string {
  switch (subject.kind) {
    case 'add':
      return say('field.addTitle');
    case 'edit':
      return say('field.editTitle', { label: subject.field.label });
    case 'options':
      return say('field.optionsTitle', { label: subject.field.label });
  }
}

function FieldForm({
  workspaceId,
  subject,
  onClose,
  onSaved,
}: {
  readonly workspaceId: string;
  readonly subject: FieldSubject;
  readonly onClose: () => void;
  readonly onSaved: (field: Field) => void;
}) {
  const { say } = useWords();
  const guideId = useId();
  const catalog = useCatalog(workspaceId);
  const saving = useAction();
  const [draft, setDraft] = useState<FieldDraft>(() => draftOf(subject));
  const [problem, setProblem] = useState<DraftProblem | null>(null);

  const save = async (): Promise<void> => {
    const taken = subject.kind === 'add' ? catalog.fields.map(({ apiName }) => apiName) : [];
    const made = fieldOfDraft(draft, taken);
    setProblem(made.problem);
    if (made.field === null) {
      return;
    }
    const { field } = made;
    const saved = await saving.run(() => ask('workspace.setField', { workspaceId, field }));
    if (saved !== undefined) {
      onSaved(field);
      onClose();
    }
  };
  const isNew = subject.kind === 'add';
  const count = optionsOf(draft.options).length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <Text size="sm" id={guideId}>
          {guideOf(say, subject, draft)}
        </Text>
        {isNew && <ApiNameGuide />}
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconExternalLink size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => void ask('help.open', { page: 'telecrm-fields' })}
        >
          {say('field.openHelp')}
        </Button>
        {isNew && (
          <TextInput
            label={say('field.name')}
            description={say('field.nameHint')}
            aria-describedby={guideId}
            data-autofocus
            spellCheck={false}
            autoComplete="off"
            error={nameError(say, problem)}
            value={draft.apiName}
            onChange={(event) => {
              setDraft({ ...draft, apiName: event.currentTarget.value });
            }}
          />
        )}
        {subject.kind !== 'options' && (
          <Group grow align="flex-start">
            <TextInput
              label={say('field.label')}
              description={say('field.labelHint')}
              error={problem === 'label-missing' ? say('field.labelMissing') : undefined}
              value={draft.label}
              onChange={(event) => {
                setDraft({ ...draft, label: event.currentTarget.value });
              }}
            />
            <Select
              label={say('field.type')}
              description={say('field.typeHint')}
              allowDeselect={false}
              data={FIELD_TYPE_ORDER.map((type) => ({ value: type, label: say(`match.type.${type}`) }))}
              value={draft.type}
              onChange={(value) => {
                setDraft({ ...draft, type: FIELD_TYPE_ORDER.find((type) => type === value) ?? draft.type });
              }}
            />
          </Group>
        )}
        {hasOptions(draft.type) && (
          <>
            <Textarea
              label={say('field.options')}
              description={count === 0 ? say('field.optionsHint') : say('field.optionsCount', { count })}
              rows={8}
              error={optionsError(say, problem)}
              spellCheck={false}
              data-autofocus={!isNew || undefined}
              value={draft.options}
              onChange={(event) => {
                setDraft({ ...draft, options: event.currentTarget.value });
              }}
            />
            <Switch
              label={say('field.trust')}
              description={say('field.trustHint')}
              checked={draft.trustValues}
              onChange={(event) => {
                setDraft({ ...draft, trustValues: event.currentTarget.checked });
              }}
            />
          </>
        )}
        <FailureNotice failure={saving.failure} />
        <DialogButtons
          cancel={say('common.cancel')}
          save={say(isNew ? 'field.add' : 'field.save')}
          isBusy={saving.isRunning}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

function guideOf(say: ReturnType<typeof useWords>['say'], subject: FieldSubject, draft: FieldDraft): string {
  if (subject.kind === 'add') {
    return say('field.guide');
  }
  return say(draft.type === 'status' ? 'field.guideStatuses' : 'field.guideOptions');
}

function nameError(
  say: ReturnType<typeof useWords>['say'],
  problem: DraftProblem | null,
): string | undefined {
  switch (problem) {
    case 'name-missing':
      return say('field.nameMissing');
    case 'name-wrong':
      return say('field.nameWrong');
    case 'name-taken':
      return say('field.nameTaken');
    case 'label-missing':
    case 'options-too-many':
    case 'option-too-long':
    case null:
      return undefined;
  }
}

function optionsError(
  say: ReturnType<typeof useWords>['say'],
  problem: DraftProblem | null,
): string | undefined {
  if (problem === 'options-too-many') {
    return say('field.optionsTooMany', { most: MOST_OPTIONS });
  }
  return problem === 'option-too-long'
    ? say('field.optionTooLong', { longest: LONGEST_OPTION_LABEL })
    : undefined;
}
