import type { Field } from '../catalog/field.ts';
import type { ColumnChoices } from '../mapping/mapping.ts';
import { unreachable } from '../unreachable.ts';
import { dateCleaner } from './clean-date.ts';
import { dropdownCleaner } from './clean-dropdown.ts';
import { emailCleaner } from './clean-email.ts';
import type { LabelOptions } from './clean-label.ts';
import { numberCleaner } from './clean-number.ts';
import { phoneCleaner } from './clean-phone.ts';
import { ratingCleaner } from './clean-rating.ts';
import { statusCleaner } from './clean-status.ts';
import { tagsCleaner } from './clean-tags.ts';
import { textCleaner } from './clean-text.ts';
import type { Cleaner } from './clean-value.ts';

/** What holds for every column of a workspace. */
export type CleaningSettings = {
  /** ISO 3166-1 code of the country that phone numbers without a country code belong to. */
  readonly defaultCountry: string;
  /** IANA name of the zone whose clock dates mean. */
  readonly timeZone: string;
};

/**
 * The cleaner for a field's type and options and a column's choices, or `null` where values cannot be checked and so are
 * not sent: dropdowns and statuses whose options are not known and not trusted. Throws a `RangeError` for a date field
 * when the time zone is unknown. To add a type: one file, one line here.
 */
export function cleanerFor(field: Field, choices: ColumnChoices, settings: CleaningSettings): Cleaner | null {
  switch (field.type) {
    case 'text':
      return textCleaner();
    case 'phone':
      return phoneCleaner(settings.defaultCountry);
    case 'email':
      return emailCleaner();
    case 'number':
      return numberCleaner(choices.decimalMark);
    case 'rating':
      return ratingCleaner();
    case 'date':
      return dateCleaner({ dateOrder: choices.dateOrder, timeZone: settings.timeZone });
    case 'dropdown':
      return withOptions(field, dropdownCleaner);
    case 'status':
      return withOptions(field, statusCleaner);
    case 'tags':
      return tagsCleaner({ options: field.options, separators: choices.tagSeparators });
    case 'money':
    case 'lostReason':
    case 'website':
    case 'medialink':
    case 'activeUsers':
      return null;
    default:
      return unreachable(field.type);
  }
}

function withOptions(field: Field, make: (options: LabelOptions) => Cleaner): Cleaner | null {
  return field.options === null && !field.trustValues
    ? null
    : make({ options: field.options ?? [], trustValues: field.trustValues });
}
