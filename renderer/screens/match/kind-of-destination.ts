import { actionPartsOf } from '../../../shared/catalog/action-parts.ts';
import type { FieldType, WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { unreachable } from '../../../shared/unreachable.ts';

/** What a destination takes. */
export type DestinationKind = {
  readonly type: FieldType;
  /** What can be chosen; `null` where anything can be typed, or no list is known. */
  readonly options: readonly string[] | null;
};

const TEXT: DestinationKind = { type: 'text', options: null };

/** What a destination takes; text where the workspace has lost it. */
export function kindOfDestination(
  catalog: WorkspaceCatalog,
  mapping: Mapping,
  destination: Destination,
): DestinationKind {
  switch (destination.kind) {
    case 'field': {
      const field = catalog.fields.find(({ apiName }) => apiName === destination.apiName);
      return field === undefined ? TEXT : withTeam(field.type, field.options, catalog);
    }
    case 'action': {
      const action = mapping.actions.find(({ actionId }) => actionId === destination.actionId);
      const parts = actionPartsOf(action?.type ?? '', catalog.actions);
      const part = parts?.find((one) => one.part === destination.part);
      return part === undefined ? TEXT : withTeam(part.type, part.options, catalog);
    }
    case 'action-time':
      return { type: 'date', options: null };
    default:
      return unreachable(destination);
  }
}

/** A field of type tags takes any, so its list is no choice but a memory of what was used. */
function withTeam(
  type: FieldType,
  options: readonly string[] | null,
  { team }: WorkspaceCatalog,
): DestinationKind {
  if (type === 'activeUsers') {
    return { type, options: team?.filter(({ isActive }) => isActive).map(({ email }) => email) ?? null };
  }
  return { type, options: type === 'tags' ? null : options };
}
