import type { Field, FieldType } from '../catalog/field.ts';
import type { FieldValue } from '../cleaning/clean-value.ts';
import type { ValueDifference } from './lookup.ts';
import { momentReader } from './read-moment.ts';
import { sameValue, tagsOf, type ComparingSettings, type IsSame } from './same-value.ts';
import { mainTextsOf } from './texts-of.ts';

/** A value as people read it. */
export type Show = (value: FieldValue, type: FieldType) => string;

/** The values of a lead that are not in Telecrm as they were, or would be, sent; in the order in which they are sent. */
export type CompareLead = (
  sent: Readonly<Record<string, FieldValue>>,
  inTelecrm: Readonly<Record<string, unknown>>,
) => readonly ValueDifference[];

/** Longest value that is kept of a difference; people see the beginning of a long remark. */
const LONGEST_SHOWN = 1_000;

/**
 * Prepares the comparison of leads with what Telecrm has of them. Values are compared by the rules in `same-value.ts`; only
 * fields that are sent are looked at, because an update leaves the others alone (Telecrm's documentation). The identifier is
 * not compared: by it the lead was found. `purpose` is whether the lead is still to be sent or was sent.
 */
export function leadComparison(
  fields: readonly Field[],
  identifier: string,
  settings: ComparingSettings & { readonly show: Show; readonly purpose: 'to-send' | 'sent' },
): CompareLead {
  const known = new Map(fields.map((field) => [field.apiName, field]));
  const rules = new Map<string, IsSame>();
  const readMoment = momentReader(settings.timeZone);
  return (sent, inTelecrm) => {
    const differences: ValueDifference[] = [];
    for (const [apiName, value] of Object.entries(sent)) {
      if (apiName === identifier) {
        continue;
      }
      const field = known.get(apiName);
      const type = field?.type ?? typeOfValue(value);
      const isSame =
        rules.get(apiName) ?? sameValue(type, settings, settings.purpose === 'sent' ? 'is-same' : 'differs');
      rules.set(apiName, isSame);
      const found = Object.hasOwn(inTelecrm, apiName) ? inTelecrm[apiName] : null;
      if (!isSame(value, found)) {
        differences.push({
          apiName,
          label: field?.label ?? apiName,
          inTelecrm: shownOf(found, type),
          sent: settings.show(value, type).slice(0, LONGEST_SHOWN),
        });
      }
    }
    return differences;
  };

  function shownOf(found: unknown, type: FieldType): string | null {
    if (type === 'tags') {
      const tags = tagsOf(found);
      return tags.length === 0 ? null : settings.show(tags, type).slice(0, LONGEST_SHOWN);
    }
    const text = mainTextsOf(found).join(', ');
    if (text === '') {
      return null;
    }
    const moment = type === 'date' ? readMoment(text) : null;
    return (moment === null ? text : settings.show(moment.atMs, type)).slice(0, LONGEST_SHOWN);
  }
}

/** For a field that the catalog no longer has. */
function typeOfValue(value: FieldValue): FieldType {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    default:
      return 'tags';
  }
}
