import { actionPartsOf } from '../../shared/catalog/action-parts.ts';
import type { FieldType } from '../../shared/catalog/field.ts';
import type { Cleaner } from '../../shared/cleaning/clean-value.ts';
import { destinationCleaner } from '../../shared/cleaning/destination-cleaner.ts';
import type { Plan } from '../../shared/cleaning/plan.ts';
import { destinationKey, goesTo } from '../../shared/mapping/destination.ts';
import { destinationName } from '../../shared/mapping/destination-label.ts';
import { DEFAULT_CHOICES, type Destination } from '../../shared/mapping/mapping.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { SplitCell } from './column-values.ts';

/** How the values of one column are taken on their way to one place. */
export type ValuePlace = {
  readonly columnIndex: number;
  /** A `destinationKey`; `null` for the column's own target. */
  readonly destination: string | null;
  /** As in the request. */
  readonly apiName: string;
  /** The labels that the place lists; `null` where it has no list, or none is known. */
  readonly options: readonly string[] | null;
  readonly clean: Cleaner;
  /** Takes the tags out of a cell; `null` where a cell is one value. */
  readonly tags: SplitCell | null;
  /** Equal where the cleaner takes the same texts for the same. */
  readonly way: string;
};

/** `null` where the values cannot be checked, or there is no such place. */
export function valuePlace(plan: Plan, columnIndex: number, destination: Destination): ValuePlace | null {
  const column = plan.mapping.columns.find((one) => one.columnIndex === columnIndex);
  const extra = plan.mapping.extras.find(
    (one) => one.columnIndex === columnIndex && goesTo(one.target, destination),
  );
  const isOwn = column !== undefined && goesTo(column.target, destination);
  const choices = (isOwn ? column.choices : extra?.choices) ?? DEFAULT_CHOICES;
  const kind = kindOf(plan, destination);
  const clean = destinationCleaner(destination, choices, plan);
  if (kind === null || clean === undefined || clean === null) {
    return null;
  }
  const { type, options } = kind;
  return {
    columnIndex,
    destination: isOwn || extra === undefined ? null : destinationKey(destination),
    apiName: destinationName(destination),
    options,
    clean,
    tags: type === 'tags' ? (text) => tagsOf(clean, text) : null,
    way: JSON.stringify([destinationKey(destination), kind, choices, plan.team]),
  };
}

type Kind = {
  readonly type: FieldType;
  readonly options: readonly string[] | null;
  readonly isTrusted: boolean;
};

function kindOf({ fields, actions, mapping }: Plan, destination: Destination): Kind | null {
  switch (destination.kind) {
    case 'field': {
      const field = fields.find(({ apiName }) => apiName === destination.apiName);
      return field === undefined
        ? null
        : { type: field.type, options: field.options, isTrusted: field.trustValues };
    }
    case 'action': {
      const type = mapping.actions.find(({ actionId }) => actionId === destination.actionId)?.type ?? '';
      const part = actionPartsOf(type, actions)?.find((one) => one.part === destination.part);
      const field = actions
        .find((action) => action.type === type)
        ?.fields.find(({ apiName }) => apiName === destination.part);
      return part === undefined
        ? null
        : { type: part.type, options: part.options, isTrusted: field?.trustValues === true };
    }
    case 'action-time':
      return null;
    default:
      return unreachable(destination);
  }
}

function tagsOf(clean: Cleaner, text: string): readonly string[] {
  const cleaned = text === '' ? null : clean(text);
  return cleaned?.kind === 'value' && typeof cleaned.value === 'object' ? cleaned.value : [];
}
