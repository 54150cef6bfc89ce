import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Field } from '../../../shared/catalog/field.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { readApp } from '../../state/app-store.ts';
import { readImport } from '../../state/import-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { FieldDialog } from '../field/FieldDialog.tsx';

/** A status or dropdown whose list is not known: said once for the column, with the two ways out of it. */
export function OptionsNotice({
  heading,
  field,
  workspaceId,
}: {
  readonly heading: string;
  readonly field: Field;
  readonly workspaceId: string;
}) {
  const { say } = useWords();
  const trust = useAction();
  const [isPasting, setIsPasting] = useState(false);
  const { label } = field;

  const trustValues = async (): Promise<void> => {
    await trust.run(() => ask('workspace.setField', { workspaceId, field: { ...field, trustValues: true } }));
    await afterFieldChange();
  };
  return (
    <>
      <Notice
        tone="warn"
        buttons={
          <>
            <Button
              size="xs"
              aria-label={say('match.options.pasteNamed', { label })}
              onClick={() => {
                setIsPasting(true);
              }}
            >
              {say('match.options.paste')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={trust.isRunning}
              aria-label={say('match.options.trustNamed', { label })}
              onClick={() => void trustValues()}
            >
              {say('match.options.trust')}
            </Button>
          </>
        }
      >
        <Text size="sm">
          {field.type === 'status'
            ? say('match.options.status', { heading })
            : say('match.options.dropdown', { heading, label })}
        </Text>
      </Notice>
      <FailureNotice failure={trust.failure} onDismiss={trust.clear} />
      <FieldDialog
        workspaceId={workspaceId}
        subject={isPasting ? { kind: 'options', field } : null}
        onClose={() => {
          setIsPasting(false);
        }}
        onSaved={() => void afterFieldChange()}
      />
    </>
  );
}

/** The workspace changed, so its catalog and what checking found are both asked for anew. */
async function afterFieldChange(): Promise<void> {
  await readApp();
  await readImport();
}
