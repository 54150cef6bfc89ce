import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportDetail } from '../../../shared/import.ts';
import { columnsFeeding } from '../../../shared/mapping/destination.ts';
import type { Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { changeReading } from '../../../shared/sheet/change-reading.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { StepFooter } from '../../parts/StepFooter.tsx';
import { readApp } from '../../state/app-store.ts';
import { addExtra, giveDestination, giveField, leaveColumnOut } from '../../state/change-mapping.ts';
import { settleClash, type Clash, type ClashAnswer } from '../../state/settle-clash.ts';
import { showDetail } from '../../state/import-store.ts';
import { identifierColumn, identifierLabel } from '../../state/step-gate.ts';
import { useAction } from '../../state/use-action.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { useMatching } from '../../state/use-matching.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { FieldDialog } from '../field/FieldDialog.tsx';
import { ActionsPanel } from './ActionsPanel.tsx';
import { ColumnList } from './ColumnList.tsx';
import { ConstantsPanel } from './ConstantsPanel.tsx';
import { DriftNotice } from './DriftNotice.tsx';
import { IdentifierPanel } from './IdentifierPanel.tsx';
import { RecipeButtons } from './RecipeButtons.tsx';
import { TwiceDialog } from './TwiceDialog.tsx';
import styles from './MatchScreen.module.css';

/** Where each column of the file goes. */
export function MatchScreen({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  const { importId, workspaceId, stage } = detail.summary;
  const catalog = useCatalog(workspaceId);
  const matching = useMatching(importId);
  const recipe = useAction();
  const [clash, setClash] = useState<Clash | null>(null);
  /** The column for which a field is being added; `null` while the dialog is closed. */
  const [addingFor, setAddingFor] = useState<number | null>(null);

  const { mapping } = detail;
  const isFrozen = stage === 'sending';
  const label = identifierLabel(catalog);
  const isIdentified = identifierColumn(detail, catalog) !== null;

  /** Sends the column there where no other one is in the way; otherwise the user is asked. */
  const choose = (
    planned: Mapping,
    columnIndex: number,
    destination: Destination,
    place: Clash['place'],
  ): void => {
    const others = columnsFeeding(planned, destination).filter((other) => other !== columnIndex);
    if (others.length === 0) {
      const give = place === 'own' ? giveDestination : addExtra;
      void matching.change(give(planned, columnIndex, destination));
    } else {
      setClash({ mapping: planned, destination, columnIndex, others, place });
    }
  };
  const settle = (settled: Clash, answer: ClashAnswer): void => {
    setClash(null);
    void matching.change(settleClash(settled, answer));
  };
  const matchAnew = async (memoryId: string): Promise<void> => {
    const forgotten = await recipe.run(() => ask('memory.forget', { memoryId }));
    // Nothing of it changes but what an earlier version kept besides.
    const reading = changeReading(detail.facts.reading, {});
    const anew =
      forgotten === undefined
        ? undefined
        : await recipe.run(() => ask('import.setReading', { importId, reading }));
    if (anew !== undefined) {
      showDetail(anew);
    }
  };

  return (
    <Screen
      width="wide"
      footer={
        <StepFooter
          next={say('match.next')}
          blocked={isIdentified ? null : say('match.blocked', { label })}
          remark={matching.isSaving ? say('match.saving') : null}
          onNext={() => {
            go({ kind: 'go-to-step', step: 'fix' });
          }}
        />
      }
    >
      <div className={styles['head']}>
        <ScreenHeading>{say('match.title')}</ScreenHeading>
        <RecipeButtons importId={importId} recipe={recipe} isFrozen={isFrozen} />
      </div>
      {isFrozen && (
        <Notice tone="note">
          <Text size="sm">{say('shell.beingSent')}</Text>
        </Notice>
      )}
      <FailureNotice failure={matching.failure ?? recipe.failure} onDismiss={recipe.clear} />
      <DriftNotice
        detail={detail}
        onForget={() => {
          if (detail.drift !== null) {
            void matchAnew(detail.drift.memoryId);
          }
        }}
      />
      <fieldset disabled={isFrozen} className={styles['fields']}>
        <IdentifierPanel
          detail={detail}
          catalog={catalog}
          onChoose={(columnIndex) => {
            void matching.change(giveField(mapping, columnIndex, catalog.identifier));
          }}
        />
        <ColumnList
          detail={detail}
          catalog={catalog}
          onChoose={(planned, columnIndex, destination) => {
            choose(planned, columnIndex, destination, 'own');
          }}
          onAlso={(planned, columnIndex, destination) => {
            choose(planned, columnIndex, destination, 'further');
          }}
          onNotSent={(columnIndex) => {
            void matching.change(leaveColumnOut(mapping, columnIndex));
          }}
          onAddField={setAddingFor}
          onMapping={(changed) => {
            void matching.change(changed);
          }}
        />
        <ConstantsPanel
          mapping={mapping}
          catalog={catalog}
          onMapping={(changed) => {
            void matching.change(changed);
          }}
        />
        <ActionsPanel
          detail={detail}
          catalog={catalog}
          onMapping={(changed) => {
            void matching.change(changed);
          }}
        />
      </fieldset>
      <TwiceDialog
        clash={clash}
        detail={detail}
        catalog={catalog}
        onClose={() => {
          setClash(null);
        }}
        onChoose={settle}
      />
      <FieldDialog
        workspaceId={workspaceId}
        subject={
          addingFor === null
            ? null
            : { kind: 'add', suggestedLabel: detail.facts.columns[addingFor]?.heading ?? '' }
        }
        onClose={() => {
          setAddingFor(null);
        }}
        onSaved={(field) => {
          void readApp();
          if (addingFor !== null) {
            void matching.change(giveField(mapping, addingFor, field.apiName));
          }
        }}
      />
    </Screen>
  );
}
