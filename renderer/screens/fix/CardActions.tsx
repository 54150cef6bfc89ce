import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Catalog, Field } from '../../../shared/catalog/field.ts';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { closestOf } from '../../../shared/words/problem-words.ts';
import { readApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { useWords } from '../../words/words-context.ts';
import { FieldDialog } from '../field/FieldDialog.tsx';

/** What can be done about all rows of a card. The suggestion, where there is one, comes first and is filled. */
export function CardActions({
  group,
  what,
  detail,
  catalog,
  isBusy,
  onAnswer,
}: {
  readonly group: ProblemGroup;
  /** The card's sentence, which names the buttons for those who do not see the card. */
  readonly what: string;
  readonly detail: ImportDetail;
  readonly catalog: Catalog;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const { say } = useWords();
  const target = detail.mapping.columns[group.columnIndex]?.target;
  const apiName = target?.kind === 'field' ? target.apiName : null;
  const field = catalog.fields.find((one) => one.apiName === apiName);
  const closest = closestOf(group);
  // Leaving out the identifier would leave out the lead.
  const canLeaveOut = group.severity !== 'stops-row' && apiName !== catalog.identifier;

  const button = (words: string, answer: Answer, variant: 'filled' | 'default') => (
    <Button
      size="xs"
      variant={variant}
      disabled={isBusy}
      aria-label={say('fix.actionNamed', { action: words, card: what })}
      onClick={() => {
        onAnswer(answer);
      }}
    >
      {words}
    </Button>
  );
  return (
    <>
      {group.severity === 'check' && button(say('fix.action.accept'), { kind: 'accept' }, 'filled')}
      {closest !== null &&
        button(
          say('fix.action.useInstead', { text: closest }),
          { kind: 'use-instead', text: closest },
          'filled',
        )}
      {field !== undefined && isAboutOptions(group) && (
        <OtherOption field={field} what={what} workspaceId={detail.summary.workspaceId} onAnswer={onAnswer} />
      )}
      {canLeaveOut && button(say('fix.action.leaveOut'), { kind: 'leave-out' }, 'default')}
      {button(say('fix.action.skipRows', { count: group.rowCount }), { kind: 'skip-rows' }, 'default')}
    </>
  );
}

/** Another option of the field, or a list that was wrong from the beginning. */
function OtherOption({
  field,
  what,
  workspaceId,
  onAnswer,
}: {
  readonly field: Field;
  readonly what: string;
  readonly workspaceId: string;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const { say } = useWords();
  const [isChoosing, setIsChoosing] = useState(false);
  const [isChangingList, setIsChangingList] = useState(false);
  return (
    <>
      {isChoosing ? (
        <Select
          size="xs"
          w={190}
          aria-label={say('fix.actionNamed', { action: say('fix.action.useOther'), card: what })}
          placeholder={say('fix.action.choose')}
          data={[...new Set(field.options ?? [])]}
          searchable
          autoFocus
          value={null}
          onChange={(text) => {
            if (text !== null) {
              onAnswer({ kind: 'use-instead', text });
            }
          }}
        />
      ) : (
        <Button
          size="xs"
          variant="default"
          aria-label={say('fix.actionNamed', { action: say('fix.action.useOther'), card: what })}
          onClick={() => {
            setIsChoosing(true);
          }}
        >
          {say('fix.action.useOther')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        aria-label={say('fix.actionNamed', { action: say('fix.action.pasteList'), card: what })}
        onClick={() => {
          setIsChangingList(true);
        }}
      >
        {say('fix.action.pasteList')}
      </Button>
      <FieldDialog
        workspaceId={workspaceId}
        subject={isChangingList ? { kind: 'options', field } : null}
        onClose={() => {
          setIsChangingList(false);
        }}
        onSaved={() => void readApp().then(readImport)}
      />
    </>
  );
}

function isAboutOptions({ kind }: ProblemGroup): boolean {
  return kind === 'option-unknown' || kind === 'status-unknown';
}
