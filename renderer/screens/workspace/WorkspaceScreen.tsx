import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { useWords } from '../../words/words-context.ts';

/** Placeholder. */
export function WorkspaceScreen({ workspaceId }: { readonly workspaceId: string }) {
  const { say } = useWords();
  return (
    <Screen>
      <ScreenHeading>{say('workspace.title')}</ScreenHeading>
      <p>{workspaceId}</p>
    </Screen>
  );
}
