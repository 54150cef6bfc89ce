import { Button, Text } from '@mantine/core';
import type { ImportDetail } from '../../../shared/import.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Sentence } from '../../words/Sentence.tsx';
import { useWords } from '../../words/words-context.ts';

/** Says that the matching was taken over from an earlier file and in what this one differs, or why it could not be. */
export function DriftNotice({
  detail,
  onForget,
}: {
  readonly detail: ImportDetail;
  readonly onForget: () => void;
}) {
  const { say } = useWords();
  const { drift, missingHeadings } = detail;
  if (drift === null) {
    return missingHeadings.length === 0 ? null : (
      <Notice tone="note">
        <Text size="sm">{say('match.missing', { headings: missingHeadings.join(', ') })}</Text>
      </Notice>
    );
  }
  const { fileName, sameCount, rememberedCount, added, missing, unfit } = drift;
  if (unfit !== undefined) {
    return (
      <Notice tone="note">
        <Text size="sm">
          <Sentence
            said={(place) => say('match.drift.unfit', { fileName: place('fileName'), why: place('why') })}
            values={{ fileName, why: failureWords(say, unfit).title }}
            parts={{ b: <strong /> }}
          />
        </Text>
      </Notice>
    );
  }
  const isSame = added.length === 0 && missing.length === 0;
  return (
    <Notice tone="note">
      <Text size="sm" component="div">
        <Sentence
          said={(place) =>
            isSame
              ? say('match.drift.same', { fileName: place('fileName') })
              : say('match.drift.changed', {
                  fileName: place('fileName'),
                  same: String(sameCount),
                  all: String(rememberedCount),
                })
          }
          values={{ fileName }}
          parts={{ b: <strong /> }}
        />{' '}
        {added.length > 0 && <span>{say('match.drift.added', { headings: added.join(', ') })} </span>}
        {missing.length > 0 && <span>{say('match.drift.missing', { headings: missing.join(', ') })} </span>}
        <Button variant="subtle" size="compact-sm" onClick={onForget}>
          {say('match.drift.forget')}
        </Button>
      </Text>
    </Notice>
  );
}
