import { ACTION_FIELD_TYPES, type ActionField, type CustomAction } from './action.ts';
import type { CatalogNote } from './catalog-note.ts';
import type { CatalogChanges } from './catalog-changes.ts';
import { labelOfApiName } from './label-of-api-name.ts';
import type { ListedAction, ListedActionField } from './listed-catalog.ts';

/**
 * Custom actions as Telecrm has them, the user's own rules about required fields kept, and those that only the workspace has
 * at the end. `listed` is `null` where they could not be read; then nothing changes. What is not understood goes to `notes`.
 */
export function mergeActions(
  own: readonly CustomAction[],
  listed: readonly ListedAction[] | null,
  notes: CatalogNote[],
): {
  readonly actions: readonly CustomAction[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly notInTelecrm: CatalogChanges['notInTelecrm'];
} {
  if (listed === null) {
    return { actions: own, added: [], changed: [], notInTelecrm: [] };
  }
  const known = new Map(own.map((action) => [action.type, action]));
  const merged = listed.map((action) => mergeAction(known.get(action.type), action, notes));
  const types = new Set(listed.map(({ type }) => type));
  const onlyHere = own.filter(({ type }) => !types.has(type));
  return {
    actions: [...merged, ...onlyHere],
    added: merged.filter(({ type }) => !known.has(type)).map(({ label }) => label),
    changed: merged
      .filter((action) => {
        const old = known.get(action.type);
        return old !== undefined && canonical(old) !== canonical(action);
      })
      .map(({ label }) => label),
    notInTelecrm: onlyHere.map(({ label, type }) => ({
      kind: 'action',
      label,
      apiName: type,
      closest: null,
    })),
  };
}

function mergeAction(
  old: CustomAction | undefined,
  listed: ListedAction,
  notes: CatalogNote[],
): CustomAction {
  const label = listed.label ?? old?.label ?? listed.type;
  const known = new Map(old?.fields.map((field) => [field.apiName, field]));
  return {
    type: listed.type,
    label,
    fields: listed.fields.map((field) => mergeField(known.get(field.apiName), field, label, notes)),
    allowsOwnTime: listed.allowsOwnTime ?? old?.allowsOwnTime ?? null,
  };
}

function mergeField(
  old: ActionField | undefined,
  listed: ListedActionField,
  actionLabel: string,
  notes: CatalogNote[],
): ActionField {
  const known = ACTION_FIELD_TYPES.find((type) => type === listed.type);
  if (known === undefined) {
    const { typeName, apiName } = listed;
    notes.push({ kind: 'type-unknown', typeName, apiName, action: actionLabel });
  }
  const type = known ?? old?.type ?? 'text';
  const options = type === 'dropdown' ? (listed.options ?? old?.options ?? null) : null;
  return {
    apiName: listed.apiName,
    label: old?.label ?? listed.label ?? labelOfApiName(listed.apiName).slice(0, 200),
    type,
    options,
    trustValues: options === null && old?.trustValues === true,
    isRequired: old?.isRequired ?? false,
  };
}

function canonical({ type, label, fields, allowsOwnTime }: CustomAction): string {
  return JSON.stringify([
    type,
    label,
    allowsOwnTime,
    fields.map((field) => [
      field.apiName,
      field.label,
      field.type,
      field.options,
      field.trustValues,
      field.isRequired,
    ]),
  ]);
}
