import { labelCleaner, type LabelOptions } from './clean-label.ts';
import type { Cleaner } from './clean-value.ts';

/**
 * Cleans dropdown values. Telecrm would make a new option out of an unknown label, for everybody and for good, so one is
 * a problem unless the user said that the values exist exactly so.
 */
export function dropdownCleaner(options: LabelOptions): Cleaner {
  return labelCleaner(options, (value, closest) => ({ kind: 'option-unknown', value, closest }));
}
