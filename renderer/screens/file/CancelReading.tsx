import { Button } from '@mantine/core';
import type { ImportSummary } from '../../../shared/import.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

/**
 * Ends the reading of a file and goes Home. It asks nothing back, because nothing is lost: the file stays as it is, and
 * nothing was decided about its rows yet.
 */
export function CancelReading({ summary: { importId, fileName } }: { readonly summary: ImportSummary }) {
  const { say } = useWords();
  const cancelling = useAction();
  const cancel = async (): Promise<void> => {
    const done = await cancelling.run(() => ask('import.cancel', { importId }));
    if (done?.isCancelled === true) {
      go({ kind: 'import-gone', importId });
      await readApp();
    }
  };
  return (
    <>
      <Button
        variant="default"
        aria-label={say('file.cancelReading', { fileName })}
        loading={cancelling.isRunning}
        onClick={() => void cancel()}
      >
        {say('common.cancel')}
      </Button>
      <FailureNotice failure={cancelling.failure} onDismiss={cancelling.clear} />
    </>
  );
}
