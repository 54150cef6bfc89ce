import { actionPartsOf } from '../catalog/action-parts.ts';
import { constantOf } from '../cleaning/make-slot.ts';
import { destinationCleaner, type CleaningContext } from '../cleaning/destination-cleaner.ts';
import type { RecipeFailure } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import { destinationInputs, type DestinationInput } from './destination-inputs.ts';
import { actionLabel, destinationLabel, partLabel } from './destination-label.ts';
import { DEFAULT_CHOICES, type Destination, type Mapping } from './mapping.ts';
import { unknownAction, unknownDestination } from './unknown-destination.ts';

/** What a mapping is held against: the catalog of a workspace and how its values are read. */
export type MappingContext = Omit<CleaningContext, 'mapping'>;

/**
 * What keeps a mapping from being used, in the order in which it should be put right: API names that stand for two fields,
 * fields and actions that the workspace does not have, destinations that several columns feed without a join, the identifier
 * that no column feeds, constants that do not fit, and actions that could never be whole. Empty when nothing does.
 */
export function mappingProblems(mapping: Mapping, workspace: MappingContext): readonly RecipeFailure[] {
  const context: CleaningContext = { ...workspace, mapping };
  const inputs = destinationInputs(mapping);
  return [
    ...apiNamesTwice(workspace),
    ...unknownOnes(mapping, inputs, workspace),
    ...inputs
      .filter(({ surplus }) => surplus.length > 0)
      .map(({ destination }): RecipeFailure => ({
        kind: 'field-matched-twice',
        label: destinationLabel(destination, mapping, workspace),
      })),
    ...identifierProblem(inputs, context),
    ...inputs.flatMap((input) => constantProblem(input, context)),
    ...mapping.actions.flatMap(({ actionId, type }) => incompleteAction(actionId, type, inputs, workspace)),
  ];
}

/** API names that two fields of a workspace have, or two fields of one of its actions: which of them is meant nobody can say. */
export function apiNamesTwice({
  fields,
  actions,
}: Pick<MappingContext, 'fields' | 'actions'>): RecipeFailure[] {
  const lists = [fields, ...actions.map((action) => action.fields)];
  const repeated = lists.flatMap((list) => {
    const names = list.map(({ apiName }) => apiName);
    return names.filter((name, index) => names.indexOf(name) !== index);
  });
  return [...new Set(repeated)].map((apiName) => ({ kind: 'api-name-twice', apiName }));
}

function unknownOnes(
  mapping: Mapping,
  inputs: readonly DestinationInput[],
  workspace: MappingContext,
): RecipeFailure[] {
  const failures = inputs.flatMap(
    ({ destination }) => unknownDestination(destination, mapping, workspace) ?? [],
  );
  const lone = mapping.actions.flatMap(({ type }) => unknownAction(type, workspace) ?? []);
  const seen = new Set<string>();
  return [...failures, ...lone].filter((failure) => {
    const key = JSON.stringify(failure);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function identifierProblem(inputs: readonly DestinationInput[], context: CleaningContext): RecipeFailure[] {
  const { identifier } = context;
  const isFed = inputs.some(
    ({ destination, columns }) =>
      destination.kind === 'field' && destination.apiName === identifier && columns.length > 0,
  );
  const label = destinationLabel({ kind: 'field', apiName: identifier }, context.mapping, context);
  return isFed ? [] : [{ kind: 'identifier-not-matched', label }];
}

/** A constant for a destination that does not exist is told as such and not here. */
function constantProblem(input: DestinationInput, context: CleaningContext): RecipeFailure[] {
  const { destination, constant } = input;
  if (
    constant === null ||
    constantOf(input, context) !== null ||
    destinationCleaner(destination, DEFAULT_CHOICES, context) === undefined
  ) {
    return [];
  }
  const label = destinationLabel(destination, context.mapping, context);
  const text = constant.text.slice(0, LONGEST_SHOWN);
  const options = optionsOf(destination, context) ?? [];
  return options.length === 0
    ? [{ kind: 'constant-does-not-fit', label, text }]
    : [
        {
          kind: 'constant-does-not-fit',
          label,
          text,
          takes: {
            first: options.slice(0, OPTIONS_NAMED),
            moreCount: Math.max(0, options.length - OPTIONS_NAMED),
          },
        },
      ];
}

/** The labels that a destination takes; `null` where any text may do, or none is known. */
function optionsOf(destination: Destination, context: CleaningContext): readonly string[] | null {
  switch (destination.kind) {
    case 'field':
      return context.fields.find(({ apiName }) => apiName === destination.apiName)?.options ?? null;
    case 'action': {
      const type = context.mapping.actions.find(({ actionId }) => actionId === destination.actionId)?.type;
      const parts = type === undefined ? null : actionPartsOf(type, context.actions);
      return parts?.find(({ part }) => part === destination.part)?.options ?? null;
    }
    case 'action-time':
      return null;
    default:
      return unreachable(destination);
  }
}

/** A list of a workspace can have thousands; these are enough to see what was meant. */
const OPTIONS_NAMED = 12;

/** Texts stand inside a sentence. */
const LONGEST_SHOWN = 60;

function incompleteAction(
  actionId: string,
  type: string,
  inputs: readonly DestinationInput[],
  workspace: MappingContext,
): RecipeFailure[] {
  const parts = actionPartsOf(type, workspace.actions);
  if (parts === null) {
    return [];
  }
  const fed = new Set(
    inputs.flatMap(({ destination }) =>
      destination.kind === 'action' && destination.actionId === actionId ? [destination.part] : [],
    ),
  );
  const missing = parts.filter(({ part, isRequired }) => isRequired && !fed.has(part));
  return missing.length === 0 && fed.size > 0
    ? []
    : [
        {
          kind: 'action-incomplete',
          label: actionLabel(type, workspace),
          missing: missing.map(({ part }) => partLabel(type, part, workspace)),
        },
      ];
}
