import { LONGEST_OPTION } from './clean-label.ts';
import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { LONGEST_TEXT } from './clean-text.ts';
import { foldLabel, matchLabel, type MatchLabel } from './match-label.ts';
import { remembering } from './remembering.ts';
import { sendableText } from './sendable-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** How the tags of one column are read. */
export type TagOptions = {
  /** The labels that the field lists; `null` when not known. Tags are free, so others may be sent as well. */
  readonly options: readonly string[] | null;
  /** Characters of which any parts one tag from the next. Line breaks always do. */
  readonly separators: string;
};

/**
 * Cleans tags to an array, which Telecrm requires (it drops a comma-joined text): split, trimmed, empty and repeated ones
 * left out (case ignored, the first spelling stays). A tag that the field lists is sent in the field's own spelling.
 * Stand-ins for nothing ("NA") are left out too, unless the field lists just that.
 */
export function tagsCleaner({ options, separators }: TagOptions): Cleaner {
  const match = matchLabel(options ?? []);
  const isSeparator = new Set(Array.from(`${separators}\n\r`));
  return remembering((text) => cleanTags(text, isSeparator, match));
}

function cleanTags(text: string, isSeparator: ReadonlySet<string>, match: MatchLabel): CleanValue {
  if (text.length > LONGEST_TEXT) {
    return refused({ kind: 'text-too-long', limit: LONGEST_TEXT });
  }
  const tags = new Map<string, string>();
  for (const piece of split(text, isSeparator)) {
    const tag = sendableText(piece);
    if (tag.length > LONGEST_OPTION) {
      return refused({ kind: 'text-too-long', limit: LONGEST_OPTION });
    }
    const listed = tag === '' ? undefined : match(tag);
    const key = foldLabel(tag);
    if (!tags.has(key) && (listed !== undefined || !isNothing(tag))) {
      tags.set(key, listed ?? tag);
    }
  }
  return tags.size === 0 ? EMPTY : clean([...tags.values()]);
}

function split(text: string, isSeparator: ReadonlySet<string>): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (isSeparator.has(character)) {
      pieces.push(piece);
      piece = '';
    } else {
      piece += character;
    }
  }
  pieces.push(piece);
  return pieces;
}
