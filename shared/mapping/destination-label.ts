import { PAYMENT, type CustomAction } from '../catalog/action.ts';
import type { Field } from '../catalog/field.ts';
import { unreachable } from '../unreachable.ts';
import { match } from '../words/english/match.ts';
import type { Destination, Mapping } from './mapping.ts';

/** Where labels are found: a catalog, a plan. */
export type Labelled = { readonly fields: readonly Field[]; readonly actions: readonly CustomAction[] };

/** What people call a field, a part of an action or its time: `Phone`, `Payment: Amount`. API names where no label is known. */
export function destinationLabel(
  destination: Destination,
  mapping: Pick<Mapping, 'actions'>,
  catalog: Labelled,
): string {
  switch (destination.kind) {
    case 'field':
      return (
        catalog.fields.find((field) => field.apiName === destination.apiName)?.label ?? destination.apiName
      );
    case 'action': {
      const type = typeOfAction(destination.actionId, mapping);
      return `${actionLabel(type, catalog)}: ${partLabel(type, destination.part, catalog)}`;
    }
    case 'action-time':
      return `${actionLabel(typeOfAction(destination.actionId, mapping), catalog)}: ${TIME_LABEL}`;
    default:
      return unreachable(destination);
  }
}

/** What a destination is called in the request: an API name, the name of a part, `created_on`. */
export function destinationName(destination: Destination): string {
  switch (destination.kind) {
    case 'field':
      return destination.apiName;
    case 'action':
      return destination.part;
    case 'action-time':
      return 'created_on';
    default:
      return unreachable(destination);
  }
}

/** What people call an action; its type where the workspace does not have it. */
export function actionLabel(type: string, { actions }: Pick<Labelled, 'actions'>): string {
  return type === PAYMENT ? PAYMENT_LABEL : (actions.find((action) => action.type === type)?.label ?? type);
}

/** What people call a part of an action. */
export function partLabel(type: string, part: string, { actions }: Pick<Labelled, 'actions'>): string {
  if (type === PAYMENT) {
    return PAYMENT_PART_LABELS[part] ?? part;
  }
  const fields = actions.find((action) => action.type === type)?.fields ?? [];
  return fields.find((field) => field.apiName === part)?.label ?? part;
}

// A label is part of what is found in a row and is kept with it, so it is put into words here and not where it is shown.
const PAYMENT_LABEL: string = match.action.payment;
const TIME_LABEL: string = match.action.time;
const PAYMENT_PART_LABELS: Readonly<Partial<Record<string, string>>> = match.action.part;

function typeOfAction(actionId: string, { actions }: Pick<Mapping, 'actions'>): string {
  return actions.find((action) => action.actionId === actionId)?.type ?? actionId;
}
