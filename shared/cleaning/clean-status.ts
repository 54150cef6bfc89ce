import { labelCleaner, type LabelOptions } from './clean-label.ts';
import type { Cleaner } from './clean-value.ts';

/** Cleans statuses. Telecrm drops one that is unknown or archived without a word, and the lead keeps its old status. */
export function statusCleaner(options: LabelOptions): Cleaner {
  return labelCleaner(options, (value, closest) => ({ kind: 'status-unknown', value, closest }));
}
