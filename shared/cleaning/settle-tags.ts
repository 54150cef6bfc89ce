import { groupIdOf } from '../mapping/group-id.ts';
import { foldLabel, type MatchLabel } from './match-label.ts';
import type { Answer } from './plan.ts';
import { sendableText } from './sendable-text.ts';

/**
 * What the answers for single tags of a column are stored under, but for the tag, which follows. They are named like those for
 * unknown labels, although a tag that is not listed is no problem: tags are free, and an answer is given of one's own accord.
 */
export function tagGroup(columnIndex: number, destination: string | null): string {
  return groupIdOf({ columnIndex, destination, problem: 'option-unknown', value: '' });
}

/** How the tags of one value are answered. */
export type TagAnswering = {
  /** The `tagGroup`s of the columns that the tags come from; the first of them that has an answer counts. */
  readonly groups: readonly string[];
  /** Finds a tag of the field's list. */
  readonly match: MatchLabel;
};

/**
 * Applies the answers for single tags: a tag is replaced by one other tag (in the spelling of the list, if it is there), left
 * out, or its row is skipped. No answer is looked for to what stands in a tag's place, and of tags that are equal but for case
 * the first is kept.
 */
export function settleTags(
  tags: readonly string[],
  { groups, match }: TagAnswering,
  byGroup: ReadonlyMap<string, Answer>,
): { readonly tags: readonly string[]; readonly isSkipped: boolean } {
  const kept = new Map<string, string>();
  let isSkipped = false;
  for (const tag of tags) {
    const answer = answerTo(tag, groups, byGroup);
    isSkipped ||= answer?.kind === 'skip-rows';
    const sent = sentAs(tag, answer, match);
    const key = foldLabel(sent);
    if (sent !== '' && !kept.has(key)) {
      kept.set(key, sent);
    }
  }
  return { tags: [...kept.values()], isSkipped };
}

function answerTo(
  tag: string,
  groups: readonly string[],
  byGroup: ReadonlyMap<string, Answer>,
): Answer | undefined {
  const group = groups.find((one) => byGroup.has(`${one}${tag}`));
  return group === undefined ? undefined : byGroup.get(`${group}${tag}`);
}

function sentAs(tag: string, answer: Answer | undefined, match: MatchLabel): string {
  switch (answer?.kind) {
    case 'use-instead': {
      const text = sendableText(answer.text);
      return match(text) ?? text;
    }
    case 'leave-out':
      return '';
    default:
      return tag;
  }
}
