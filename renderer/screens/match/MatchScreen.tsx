import type { ImportDetail } from '../../../shared/import.ts';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { useWords } from '../../words/words-context.ts';

/** Placeholder. */
export function MatchScreen({ detail }: { readonly detail: ImportDetail }) {
  const { say } = useWords();
  return (
    <Screen>
      <ScreenHeading>{say('match.title')}</ScreenHeading>
      <p>{detail.summary.fileName}</p>
    </Screen>
  );
}
