import { actionPartsOf } from '../../../shared/catalog/action-parts.ts';
import { PAYMENT } from '../../../shared/catalog/action.ts';
import type { FieldType, WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import type { Destination, Mapping, Target } from '../../../shared/mapping/mapping.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { addAction } from '../../state/change-mapping.ts';
import { actionName, actionTypeName, partName } from './action-names.ts';

/** One place that values can go to, as the list offers it. */
export type TargetChoice = {
  /** Names the choice among the others. */
  readonly value: string;
  readonly label: string;
  /** The name in Telecrm, by which people may search as well; `null` where it has none. */
  readonly apiName: string | null;
  readonly type: FieldType;
  /** The destination, and the mapping with the action that it may need planned in it. */
  readonly choose: (mapping: Mapping) => { readonly mapping: Mapping; readonly destination: Destination };
};

/** Choices under one headline. */
export type ChoiceGroup = { readonly label: string; readonly choices: readonly TargetChoice[] };

/** Everything that a column, or a value for every row, can go to: the fields, then the parts of each action. */
export function targetChoices(
  say: Say,
  catalog: WorkspaceCatalog,
  mapping: Mapping,
  present: Target | null,
): readonly ChoiceGroup[] {
  return [
    { label: say('match.fieldGroup'), choices: fieldChoices(catalog, present) },
    ...mapping.actions.map(({ actionId, type }) => ({
      label: say('match.action.group', { label: actionName(say, catalog, mapping, actionId) }),
      choices: partChoices(say, catalog, type, actionName(say, catalog, mapping, actionId), {
        keyOf: (part) => destinationKey(destinationOf(actionId, part)),
        choose: (part) => (before) => ({ mapping: before, destination: destinationOf(actionId, part) }),
      }),
    })),
    ...[PAYMENT, ...catalog.actions.map(({ type }) => type)]
      .filter((type) => mapping.actions.every((action) => action.type !== type))
      .map((type) => ({
        label: say('match.action.group', { label: actionTypeName(say, catalog, type) }),
        choices: partChoices(say, catalog, type, actionTypeName(say, catalog, type), {
          keyOf: (part) => `new:${type}:${part ?? ''}`,
          choose: (part) => (before) => {
            const added = addAction(before, type);
            return { mapping: added.mapping, destination: destinationOf(added.actionId, part) };
          },
        }),
      })),
  ];
}

/** `null` is the time of the action. */
type Part = string | null;

function destinationOf(actionId: string, part: Part): Destination {
  return part === null ? { kind: 'action-time', actionId } : { kind: 'action', actionId, part };
}

/** The catalog's fields, and the present target even if the catalog has lost it, so that it can be seen and changed. */
function fieldChoices(catalog: WorkspaceCatalog, present: Target | null): readonly TargetChoice[] {
  const known: readonly { apiName: string; label: string; type: FieldType }[] = catalog.fields;
  const isLost = present?.kind === 'field' && known.every(({ apiName }) => apiName !== present.apiName);
  const lost = isLost ? [{ apiName: present.apiName, label: present.apiName, type: 'text' as const }] : [];
  return [...known, ...lost].map(({ apiName, label, type }) => {
    const destination: Destination = { kind: 'field', apiName };
    return {
      value: destinationKey(destination),
      label,
      apiName,
      type,
      choose: (mapping) => ({ mapping, destination }),
    };
  });
}

function partChoices(
  say: Say,
  catalog: WorkspaceCatalog,
  type: string,
  name: string,
  how: {
    readonly keyOf: (part: Part) => string;
    readonly choose: (part: Part) => TargetChoice['choose'];
  },
): readonly TargetChoice[] {
  const parts = actionPartsOf(type, catalog.actions) ?? [];
  const choices = parts.map((part) => ({
    value: how.keyOf(part.part),
    label: `${name}: ${partName(say, part)}`,
    apiName: null,
    type: part.type,
    choose: how.choose(part.part),
  }));
  const takesTime = catalog.actions.find((action) => action.type === type)?.allowsOwnTime ?? type !== PAYMENT;
  return takesTime
    ? [
        ...choices,
        {
          value: how.keyOf(null),
          label: `${name}: ${say('match.action.time')}`,
          apiName: null,
          type: 'date',
          choose: how.choose(null),
        },
      ]
    : choices;
}
