import type { CatalogChanges } from '../catalog/catalog-changes.ts';
import { catalogNoteWords } from './catalog-note-words.ts';
import type { Say } from './make-words.ts';

/** Fields and actions that one sentence names, and remarks of a kind that are listed one by one; of longer lists the rest is counted. */
const MOST_NAMED = 10;
const MOST_REMARKS = 8;

/** What a refresh came to, in words. */
export type CatalogChangesWords = {
  /** What Telecrm lists, and what changed by it. */
  readonly sentence: string;
  /** What somebody should look at, a sentence each; of many only the first, with their number after them. */
  readonly remarks: readonly string[];
};

/** Tells what a refresh of the catalog found and changed. "Nothing has changed" is said only where nothing is to be looked at. */
export function catalogChangesWords(say: Say, changes: CatalogChanges): CatalogChangesWords {
  const { added, changed, notInTelecrm, notes } = changes;
  const missing = notInTelecrm.map((gone) => goneWords(say, gone));
  const noted = [...new Set(notes.map((note) => catalogNoteWords(say, note)))];
  const isSame = added.length === 0 && changed.length === 0 && missing.length === 0 && noted.length === 0;
  const sentences = [
    say('workspace.sync.found', { what: foundWords(say, changes) }),
    ...(isSame ? [say('workspace.sync.unchanged')] : []),
    ...(added.length > 0 ? [say('workspace.sync.added', { labels: named(say, added) })] : []),
    ...(changed.length > 0 ? [say('workspace.sync.changed', { labels: named(say, changed) })] : []),
  ];
  return { sentence: sentences.join(' '), remarks: firstOfEach(say, [missing, noted]) };
}

/** Only what was read is counted. */
function foundWords(say: Say, { fieldCount, actionCount, memberCount }: CatalogChanges): string {
  const [one, other, last] = [
    say('workspace.sync.fields', { count: fieldCount }),
    ...(actionCount === null ? [] : [say('workspace.sync.actions', { count: actionCount })]),
    ...(memberCount === null ? [] : [say('workspace.sync.members', { count: memberCount })]),
  ];
  if (one === undefined || other === undefined) {
    return one ?? '';
  }
  return last === undefined
    ? say('workspace.sync.foundTwo', { one, other })
    : say('workspace.sync.foundThree', { one, other, last });
}

function named(say: Say, labels: readonly string[]): string {
  const first = labels.slice(0, MOST_NAMED).join(', ');
  const count = labels.length - MOST_NAMED;
  return count <= 0 ? first : say('workspace.sync.labelsMore', { labels: first, count });
}

/** Of each list only the first, so that a long one hides nothing of the other. */
function firstOfEach(say: Say, lists: readonly (readonly string[])[]): readonly string[] {
  const first = lists.flatMap((list) => list.slice(0, MOST_REMARKS));
  const count = lists.flat().length - first.length;
  return count === 0 ? first : [...first, say('workspace.sync.andMore', { count })];
}

/** What the workspace has and Telecrm does not. */
function goneWords(
  say: Say,
  { kind, label, apiName, closest }: CatalogChanges['notInTelecrm'][number],
): string {
  if (kind === 'action') {
    return say('workspace.sync.missingAction', { label, apiName });
  }
  return closest === null
    ? say('workspace.sync.missing', { label, apiName })
    : say('workspace.sync.closest', { label, apiName, closest });
}
