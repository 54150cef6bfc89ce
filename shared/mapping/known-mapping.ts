import type { CustomAction } from '../catalog/action.ts';
import type { Field } from '../catalog/field.ts';
import type { Destination, Mapping } from './mapping.ts';
import { unknownAction, unknownDestination } from './unknown-destination.ts';

/**
 * The mapping without what the workspace does not have any more: such columns are not sent, such further targets, joins,
 * constants and actions are gone. The rest is as it was.
 */
export function knownMapping(
  mapping: Mapping,
  workspace: { readonly fields: readonly Field[]; readonly actions: readonly CustomAction[] },
): Mapping {
  const isKnown = (target: Destination): boolean => unknownDestination(target, mapping, workspace) === null;
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.target.kind === 'not-sent' || isKnown(column.target)
        ? column
        : { ...column, target: { kind: 'not-sent' } },
    ),
    extras: mapping.extras.filter(({ target }) => isKnown(target)),
    joins: mapping.joins.filter(({ target }) => isKnown(target)),
    constants: mapping.constants.filter(({ target }) => isKnown(target)),
    actions: mapping.actions.filter(({ type }) => unknownAction(type, workspace) === null),
  };
}
