import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ImportSummary } from '../../../shared/import.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../state/app-store.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { TokenDialog } from '../workspace/TokenDialog.tsx';
import { cureOf } from './cure.ts';

/** What still stands in the way of sending, with the button that leads to its cure. */
export function Obstacle({
  obstacle,
  workspaceId,
  other,
  onChanged,
}: {
  /** `null` when nothing does. */
  readonly obstacle: Failure | null;
  readonly workspaceId: string;
  /** The import that is being sent at the moment, behind which this one waits in line; `null` when none is. */
  readonly other: ImportSummary | null;
  readonly onChanged: () => Promise<void>;
}) {
  const { say } = useWords();
  if (obstacle === null) {
    return other === null ? null : (
      <Notice
        tone="note"
        buttons={
          <Button
            size="xs"
            onClick={() => {
              go({ kind: 'open-import', importId: other.importId, step: 'send' });
            }}
          >
            {say('send.anotherLook')}
          </Button>
        }
      >
        {say('send.line.notice', { fileName: other.fileName })}
      </Notice>
    );
  }
  return (
    <FailureNotice failure={obstacle}>
      <CureButton failure={obstacle} workspaceId={workspaceId} onCured={onChanged} />
    </FailureNotice>
  );
}

/** The other import that keeps this one from being sent; `null` when there is none. */
export function useOtherSending(importId: string): ImportSummary | null {
  const snapshot = useApp((state) => state.snapshot);
  const sending = snapshot?.sending ?? null;
  if (sending === null || sending.importId === importId) {
    return null;
  }
  const isUnderWay = sending.state.kind === 'running' || sending.state.kind === 'pausing';
  return (
    (isUnderWay ? snapshot?.imports.find((one) => one.importId === sending.importId) : undefined) ?? null
  );
}

/** The button that leads to the cure of a failure; nothing where only waiting helps. */
export function CureButton({
  failure,
  workspaceId,
  onCured,
}: {
  readonly failure: Failure;
  readonly workspaceId: string;
  /** Called after something was changed that may have helped. */
  readonly onCured: () => Promise<void>;
}) {
  const { say } = useWords();
  const [isTokenOpen, setIsTokenOpen] = useState(false);
  const cure = cureOf(failure);
  if (cure === null) {
    return null;
  }
  return (
    <>
      <Button
        size="xs"
        onClick={() => {
          if (cure === 'token') {
            setIsTokenOpen(true);
          } else if (cure === 'workspace') {
            go({ kind: 'open-workspace', workspaceId });
          } else {
            go({ kind: 'go-to-step', step: cure });
          }
        }}
      >
        {say(`send.obstacle.${cure}`)}
      </Button>
      <TokenDialog
        workspaceId={isTokenOpen ? workspaceId : null}
        onClose={() => {
          setIsTokenOpen(false);
        }}
        onSaved={onCured}
      />
    </>
  );
}
