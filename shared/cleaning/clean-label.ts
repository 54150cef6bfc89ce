import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { closestLabel } from './closest-label.ts';
import { matchLabel } from './match-label.ts';
import type { Problem } from './problem.ts';
import { remembering } from './remembering.ts';
import { sendableText } from './sendable-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** Longest label that a field of ours can list, in UTF-16 code units; a longer cell is a remark in the wrong column. */
export const LONGEST_OPTION = 500;

/** What is known of the labels of a field. */
export type LabelOptions = {
  readonly options: readonly string[];
  /** True when texts that are not among `options` are sent as they stand. */
  readonly trustValues: boolean;
};

/**
 * Cleans a text to one of a field's labels exactly as Telecrm has it; the common part of dropdowns and statuses.
 * `unknown` makes the problem for a text that names none. A label that looks like a stand-in for nothing ("None") counts
 * as a label if the field lists it; an unlisted one is empty even where values are trusted, because a dropdown would
 * gain "N/A" as an option for good.
 */
export function labelCleaner(
  { options, trustValues }: LabelOptions,
  unknown: (value: string, closest: string | null) => Problem,
): Cleaner {
  const match = matchLabel(options);
  const closest = closestLabel(options);
  return remembering((text): CleanValue => {
    const value = sendableText(text);
    const label = value === '' ? undefined : match(value);
    if (label !== undefined) {
      return clean(label);
    }
    if (isNothing(value)) {
      return EMPTY;
    }
    if (value.length > LONGEST_OPTION) {
      return refused({ kind: 'text-too-long', limit: LONGEST_OPTION });
    }
    return trustValues ? clean(value) : refused(unknown(value, closest(value)));
  });
}
