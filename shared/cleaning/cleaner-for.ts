import type { Field } from '../catalog/field.ts';
import type { TeamMember } from '../catalog/team.ts';
import type { ColumnChoices } from '../mapping/mapping.ts';
import { unreachable } from '../unreachable.ts';
import { activeUserCleaner } from './clean-active-user.ts';
import { dateCleaner } from './clean-date.ts';
import { dropdownCleaner } from './clean-dropdown.ts';
import { emailCleaner } from './clean-email.ts';
import type { LabelOptions } from './clean-label.ts';
import { lostReasonCleaner } from './clean-lost-reason.ts';
import { medialinkCleaner } from './clean-medialink.ts';
import { moneyCleaner } from './clean-money.ts';
import { numberCleaner } from './clean-number.ts';
import { phoneCleaner } from './clean-phone.ts';
import { ratingCleaner } from './clean-rating.ts';
import { statusCleaner } from './clean-status.ts';
import { tagsCleaner } from './clean-tags.ts';
import { textCleaner } from './clean-text.ts';
import type { Cleaner } from './clean-value.ts';
import { websiteCleaner } from './clean-website.ts';
import type { Currency } from './currency-marks.ts';

/** What holds for every column of a workspace. */
export type CleaningSettings = {
  /** ISO 3166-1 code of the country that phone numbers without a country code belong to. */
  readonly defaultCountry: string;
  /** IANA name of the zone whose clock dates mean. */
  readonly timeZone: string;
  /** The workspace's employees; `null` when not known. */
  readonly team: readonly TeamMember[] | null;
  /** The workspace's currency, whose marks may stand beside an amount. Absent: rupees. */
  readonly currency?: Currency;
};

/** What is needed of a field, be it a lead's or a custom action's. */
export type CleanedField = Pick<Field, 'type' | 'options' | 'trustValues'>;

/**
 * The cleaner for a field's type and options and a column's choices, or `null` where values cannot be checked and so are
 * not sent: dropdowns, statuses and lost reasons whose options are not known and not trusted. Throws a `RangeError` for a
 * date field when the time zone is unknown. To add a type: one file, one line here.
 */
export function cleanerFor(
  field: CleanedField,
  choices: ColumnChoices,
  settings: CleaningSettings,
): Cleaner | null {
  const currency = settings.currency ?? 'INR';
  switch (field.type) {
    case 'text':
      return textCleaner();
    case 'phone':
      return phoneCleaner(settings.defaultCountry);
    case 'email':
      return emailCleaner();
    case 'number':
      return numberCleaner({ decimalMark: choices.decimalMark, currency });
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
      return moneyCleaner({ decimalMark: choices.decimalMark, currency });
    case 'lostReason':
      return withOptions(field, lostReasonCleaner);
    case 'website':
      return websiteCleaner();
    case 'medialink':
      return medialinkCleaner();
    case 'activeUsers':
      return activeUserCleaner({ team: settings.team, trustValues: field.trustValues });
    default:
      return unreachable(field.type);
  }
}

function withOptions(field: CleanedField, make: (options: LabelOptions) => Cleaner): Cleaner | null {
  return field.options === null && !field.trustValues
    ? null
    : make({ options: field.options ?? [], trustValues: field.trustValues });
}
