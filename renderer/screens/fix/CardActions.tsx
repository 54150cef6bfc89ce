import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Field, WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { Answer } from '../../../shared/cleaning/plan.ts';
import { isLabelProblemKind } from '../../../shared/cleaning/problem.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { readApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { useWords } from '../../words/words-context.ts';
import { FieldDialog } from '../field/FieldDialog.tsx';
import { fieldOfPlace, placeOfGroup } from './answered-place.ts';
import { ValueList } from './ValueList.tsx';
import styles from './ProblemCard.module.css';

/**
 * What can be done about all rows of a card; for values that a list does not hold, about each of them. The suggestion, where
 * there is one, comes first and is filled.
 */
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
  readonly catalog: WorkspaceCatalog;
  readonly isBusy: boolean;
  readonly onAnswer: (groupId: string, answer: Answer | null) => Promise<void>;
}) {
  const { say } = useWords();
  const place = placeOfGroup(group, detail, catalog);
  const field = fieldOfPlace(place, catalog);
  const isIdentifier = field?.apiName === catalog.identifier;
  // Leaving out the identifier would leave out the lead.
  const canLeaveOut = group.severity !== 'stops-row' && !isIdentifier;
  const isByValue = place !== undefined && isLabelProblemKind(group.kind);
  /** Every value has an answer of its own: each can be taken back, and nothing is left for the others. */
  const isAnswered = group.openRowCount === 0;

  const button = (words: string, answer: Answer, variant: 'filled' | 'default') => (
    <Button
      size="xs"
      variant={variant}
      disabled={isBusy}
      aria-label={say('fix.actionNamed', { action: words, card: what })}
      onClick={() => {
        void onAnswer(group.groupId, answer);
      }}
    >
      {words}
    </Button>
  );
  return (
    <>
      {isByValue && (
        <ValueList
          importId={detail.summary.importId}
          columnIndex={group.columnIndex}
          place={place}
          isDisabled={isBusy}
          portion={VALUES_IN_CARD}
          isAnswered={isAnswered}
          onAnswer={onAnswer}
        />
      )}
      {!isAnswered && (
        <div className={styles['actions']}>
          {group.severity === 'check' && button(say('fix.action.accept'), { kind: 'accept' }, 'filled')}
          {canLeaveOut &&
            button(
              isByValue ? say('fix.values.leaveRest') : say('fix.action.leaveOut'),
              { kind: 'leave-out' },
              'default',
            )}
          {button(
            isByValue ? say('fix.values.skipRest') : say('fix.action.skipRows', { count: group.rowCount }),
            { kind: 'skip-rows' },
            'default',
          )}
          {isByValue && field !== undefined && field.type !== 'activeUsers' && (
            <ChangeList field={field} what={what} workspaceId={detail.summary.workspaceId} />
          )}
        </div>
      )}
    </>
  );
}

/** As many as a card can hold without hiding the next one. */
const VALUES_IN_CARD = 6;

/** A list that was wrong from the beginning. */
function ChangeList({
  field,
  what,
  workspaceId,
}: {
  readonly field: Field;
  readonly what: string;
  readonly workspaceId: string;
}) {
  const { say } = useWords();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={say('fix.actionNamed', { action: say('fix.action.pasteList'), card: what })}
        onClick={() => {
          setIsChanging(true);
        }}
      >
        {say('fix.action.pasteList')}
      </Button>
      <FieldDialog
        workspaceId={workspaceId}
        subject={isChanging ? { kind: 'options', field } : null}
        onClose={() => {
          setIsChanging(false);
        }}
        onSaved={() => void readApp().then(readImport)}
      />
    </>
  );
}
