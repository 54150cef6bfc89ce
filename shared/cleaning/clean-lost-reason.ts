import { labelCleaner, type LabelOptions } from './clean-label.ts';
import type { Cleaner } from './clean-value.ts';

/** Cleans lost reasons. Telecrm drops one that is unknown or archived without a word. */
export function lostReasonCleaner(options: LabelOptions): Cleaner {
  return labelCleaner(options, (value, closest) => ({ kind: 'lost-reason-unknown', value, closest }));
}
