import { Button } from '@mantine/core';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { readImport, useImport } from '../../state/import-store.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

/** Stands in while an import is being opened, and says so when it cannot be. */
export function ImportLoading({ importId }: { readonly importId: string }) {
  const { say } = useWords();
  const failure = useImport((state) => (state.importId === importId ? state.failure : null));
  return (
    <Screen>
      <ScreenHeading>{say(failure === null ? 'common.loading' : 'common.somethingWrong')}</ScreenHeading>
      <FailureNotice failure={failure}>
        <Button size="xs" onClick={() => void readImport()}>
          {say('common.tryAgain')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            go({ kind: 'go-home' });
          }}
        >
          {say('shell.home')}
        </Button>
      </FailureNotice>
    </Screen>
  );
}
