import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useOpenedTogether } from '../../state/opened-together.ts';
import { useWords } from '../../words/words-context.ts';

/** Says what became of the other files when several were opened at once; nothing for a file that came alone. */
export function OpenedTogether({ importId }: { readonly importId: string }) {
  const { say } = useWords();
  const { others, refused, importId: shownId } = useOpenedTogether();
  if (shownId !== importId) {
    return null;
  }
  return (
    <>
      {others.length > 0 && (
        <Notice tone="note">
          {say('file.openedToo', { count: others.length, names: others.join(', ') })}
        </Notice>
      )}
      {refused.map((failure) => (
        <FailureNotice key={JSON.stringify(failure)} failure={failure} />
      ))}
    </>
  );
}
