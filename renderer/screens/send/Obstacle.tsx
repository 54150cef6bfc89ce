import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { Receipt } from '../../../shared/ipc.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useApp } from '../../state/app-store.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { TokenDialog } from '../workspace/TokenDialog.tsx';
import { cureOf } from './cure.ts';

/** What still stands in the way of sending, with the button that leads to its cure. */
export function Obstacle({
  receipt,
  onChanged,
}: {
  readonly receipt: Receipt;
  readonly onChanged: () => Promise<void>;
}) {
  const { say } = useWords();
  const sending = useApp(({ snapshot }) => snapshot?.sending ?? null);
  const imports = useApp(({ snapshot }) => snapshot?.imports);
  if (receipt.obstacle === null) {
    return null;
  }
  const other =
    receipt.obstacle.kind === 'import-busy'
      ? imports?.find((one) => one.importId === sending?.importId && one.stage === 'sending')
      : undefined;
  return (
    <FailureNotice failure={receipt.obstacle}>
      {other === undefined ? (
        <CureButton
          failure={receipt.obstacle}
          workspaceId={receipt.workspace.workspaceId}
          onCured={onChanged}
        />
      ) : (
        <Button
          size="xs"
          onClick={() => {
            go({ kind: 'open-import', importId: other.importId, step: 'send' });
          }}
        >
          {say('send.anotherLook')}
        </Button>
      )}
    </FailureNotice>
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
        {say(failure.kind === 'token-refused' ? 'send.obstacle.newToken' : `send.obstacle.${cure}`)}
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
