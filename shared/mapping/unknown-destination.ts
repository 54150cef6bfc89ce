import { actionPartsOf } from '../catalog/action-parts.ts';
import { PAYMENT, type CustomAction } from '../catalog/action.ts';
import { closestApiName } from '../catalog/closest-api-name.ts';
import type { Field } from '../catalog/field.ts';
import type { RecipeFailure } from '../failure.ts';
import { actionLabel } from './destination-label.ts';
import type { Destination, PlannedAction } from './mapping.ts';

/** What is looked at in a workspace. */
type Known = { readonly fields: readonly Field[]; readonly actions: readonly CustomAction[] };

/**
 * Why nothing can be sent to a destination: the workspace has no such field, action or part, or Telecrm takes no time for the
 * action (payments, and actions that do not allow it). `null` where it can. Sent all the same, the values would vanish
 * without a word. The name that was probably meant is told with it; see `closestApiName`.
 */
export function unknownDestination(
  destination: Destination,
  mapping: { readonly actions: readonly Pick<PlannedAction, 'actionId' | 'type'>[] },
  workspace: Known,
): RecipeFailure | null {
  if (destination.kind === 'field') {
    return notAmong(
      destination.apiName,
      workspace.fields.map(({ apiName }) => apiName),
    );
  }
  const planned = mapping.actions.find(({ actionId }) => actionId === destination.actionId);
  const type = planned?.type ?? destination.actionId;
  const parts = actionPartsOf(type, workspace.actions);
  if (parts === null) {
    return unknownAction(type, workspace);
  }
  const action = actionLabel(type, workspace);
  if (destination.kind === 'action-time') {
    return takesTime(type, workspace) ? null : { kind: 'action-takes-no-time', action };
  }
  const names = parts.map(({ part }) => part);
  const { part } = destination;
  return names.includes(part)
    ? null
    : { kind: 'part-not-in-workspace', action, part, ...closestOf(part, names) };
}

/** Why an action of this type cannot be sent; `null` where the workspace has it. */
export function unknownAction(type: string, { actions }: Pick<Known, 'actions'>): RecipeFailure | null {
  if (actionPartsOf(type, actions) !== null) {
    return null;
  }
  const known = [PAYMENT, ...actions.map((action) => action.type)];
  return { kind: 'action-not-in-workspace', type, ...closestOf(type, known) };
}

/** Whether Telecrm lets the time of an action be set. Where it is not known it is sent: at worst it is ignored. */
export function takesTime(type: string, { actions }: Pick<Known, 'actions'>): boolean {
  const action = actions.find((one) => one.type === type);
  return action !== undefined && action.allowsOwnTime !== false;
}

function notAmong(apiName: string, names: readonly string[]): RecipeFailure | null {
  return names.includes(apiName)
    ? null
    : { kind: 'field-not-in-workspace', apiName, ...closestOf(apiName, names) };
}

function closestOf(apiName: string, names: readonly string[]): { readonly closest?: string } {
  const closest = closestApiName(apiName, names);
  return closest === null ? {} : { closest };
}
