import { PAYMENT, PAYMENT_PARTS } from '../../../shared/catalog/action.ts';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { Say } from '../../../shared/words/make-words.ts';

/** What people call a kind of action. */
export function actionTypeName(say: Say, catalog: WorkspaceCatalog, type: string): string {
  if (type === PAYMENT) {
    return say('match.action.payment');
  }
  return (
    catalog.actions.find((action) => action.type === type)?.label ?? say('match.action.unknown', { type })
  );
}

/** What people call one action of a mapping: numbered where there are several of its kind. */
export function actionName(say: Say, catalog: WorkspaceCatalog, mapping: Mapping, actionId: string): string {
  const type = mapping.actions.find((action) => action.actionId === actionId)?.type ?? '';
  const label = actionTypeName(say, catalog, type);
  const alike = mapping.actions.filter((action) => action.type === type);
  const place = alike.findIndex((action) => action.actionId === actionId);
  return alike.length < 2 ? label : say('match.action.numbered', { label, number: String(place + 1) });
}

/** What people call a part of an action. */
export function partName(say: Say, part: { readonly part: string; readonly label: string | null }): string {
  const own = PAYMENT_PARTS.find((one) => one === part.part);
  return part.label ?? (own === undefined ? part.part : say(`match.action.part.${own}`));
}

/** What people call a destination. */
export function destinationName(
  say: Say,
  catalog: WorkspaceCatalog,
  mapping: Mapping,
  destination: Destination,
): string {
  switch (destination.kind) {
    case 'field':
      return (
        catalog.fields.find(({ apiName }) => apiName === destination.apiName)?.label ?? destination.apiName
      );
    case 'action': {
      const { actionId, part } = destination;
      const type = mapping.actions.find((action) => action.actionId === actionId)?.type ?? '';
      const field = catalog.actions
        .find((action) => action.type === type)
        ?.fields.find(({ apiName }) => apiName === part);
      const name = partName(say, { part, label: field?.label ?? null });
      return `${actionName(say, catalog, mapping, actionId)}: ${name}`;
    }
    case 'action-time':
      return `${actionName(say, catalog, mapping, destination.actionId)}: ${say('match.action.time')}`;
    default:
      return unreachable(destination);
  }
}
