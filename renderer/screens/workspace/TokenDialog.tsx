import { Modal } from '@mantine/core';
import { useWorkspace } from '../../state/use-catalog.ts';
import { useWords } from '../../words/words-context.ts';
import { TokenForm } from './TokenForm.tsx';

/** Takes the token right where it is missed. Closed while `workspaceId` is `null`. */
export function TokenDialog({
  workspaceId,
  onClose,
  onSaved,
}: {
  readonly workspaceId: string | null;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}) {
  const { say } = useWords();
  const view = useWorkspace(workspaceId);
  return (
    <Modal
      opened={workspaceId !== null}
      onClose={onClose}
      size="lg"
      title={say('workspace.tokenDialog', { name: view?.workspace.name ?? '' })}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      {view !== undefined && (
        <TokenForm
          view={view}
          kind="async"
          onSaved={async () => {
            onClose();
            await onSaved();
          }}
        />
      )}
    </Modal>
  );
}
