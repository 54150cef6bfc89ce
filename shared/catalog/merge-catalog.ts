import type { CatalogChanges } from './catalog-changes.ts';
import type { CatalogNote } from './catalog-note.ts';
import { closestApiName } from './closest-api-name.ts';
import { catalogOf } from './catalog-of.ts';
import type { Field } from './field.ts';
import type { ListedCatalog, ListedField, ListedPipeline } from './listed-catalog.ts';
import { labelOfApiName } from './label-of-api-name.ts';
import { mergeActions } from './merge-actions.ts';
import { STANDARD_FIELDS } from './standard-fields.ts';
import type { Workspace } from './workspace.ts';

/** As many fields as a workspace keeps. */
const MOST_FIELDS = 1_000;

/**
 * Puts what Telecrm lists into a workspace: types, options, actions, team and identifier are as Telecrm has them; names for
 * people, and whatever the user added by hand, stay. Nothing that could not be read is changed. `readAtMs` is the present
 * moment, milliseconds since 1970.
 */
export function mergeCatalog(
  workspace: Workspace,
  listed: ListedCatalog,
  readAtMs: number,
): { readonly workspace: Workspace; readonly changes: CatalogChanges } {
  const notes: CatalogNote[] = [...listed.notes];
  const before = catalogOf(workspace);
  const known = new Map(before.fields.map((field) => [field.apiName, field]));
  const merged = new Map(workspace.fields.map((field) => [field.apiName, field]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const one of listed.fields) {
    const old = known.get(one.apiName);
    const isStandard = STANDARD_FIELDS.some(({ apiName }) => apiName === one.apiName);
    // The standard fields have an entry only once something is known of them; there is always room for them.
    const room = isStandard ? MOST_FIELDS : MOST_FIELDS - STANDARD_FIELDS.length;
    if (!merged.has(one.apiName) && merged.size >= room) {
      notes.push({ kind: 'no-room', apiName: one.apiName });
      continue;
    }
    if (one.type === null) {
      notes.push({ kind: 'type-unknown', typeName: one.typeName, apiName: one.apiName, action: null });
    }
    const field = mergeField(old, one, listed.pipeline);
    if (old === undefined) {
      added.push(field.label);
    } else if (!isSame(old, field)) {
      changed.push(field.label);
    }
    put(merged, field);
  }
  settleStatus(merged, known, listed, changed);

  const actions = mergeActions(workspace.actions, listed.actions, notes);
  const withCatalog: Workspace = {
    ...workspace,
    fields: [...merged.values()],
    actions: actions.actions,
    team: listed.team ?? workspace.team,
    catalogReadAtMs: readAtMs,
  };
  const identifier = identifierOf(withCatalog, listed, notes);
  if (identifier !== workspace.identifier) {
    const label = catalogOf(withCatalog).fields.find(({ apiName }) => apiName === identifier)?.label;
    changed.push(label ?? identifier);
  }
  return {
    workspace: { ...withCatalog, identifier },
    changes: {
      added: [...added, ...actions.added],
      changed: [...new Set([...changed, ...actions.changed])],
      notInTelecrm: [...ownFields(workspace, listed), ...actions.notInTelecrm],
      notes,
      fieldCount: listed.fields.length,
      actionCount: listed.actions?.length ?? null,
      memberCount: listed.team?.length ?? null,
    },
  };
}

function mergeField(old: Field | undefined, listed: ListedField, pipeline: ListedPipeline | null): Field {
  // A type that is not known here is text, unless the user already said what it is.
  const type = listed.type ?? old?.type ?? 'text';
  const options = optionsOf(type, listed, pipeline) ?? (old?.type === type ? old.options : null);
  const lostOptions = type === 'status' ? (pipeline?.lostStatuses ?? old?.lostOptions) : undefined;
  return {
    apiName: listed.apiName,
    label: old?.label ?? labelOfApiName(listed.apiName).slice(0, 200),
    type,
    options,
    // "These values exist exactly so" was said because they could not be checked; now they can.
    trustValues: options === null && old?.trustValues === true,
    ...(listed.isLockedAfterCreate ? { isLockedAfterCreate: true } : {}),
    ...(lostOptions === undefined ? {} : { lostOptions }),
  };
}

/** `null` where nothing is listed for a type whose values are labels, and for types that have none. */
function optionsOf(
  type: Field['type'],
  listed: ListedField,
  pipeline: ListedPipeline | null,
): readonly string[] | null {
  switch (type) {
    case 'status':
      return filled(pipeline?.statuses) ?? filled(listed.options);
    case 'lostReason':
      return filled(pipeline?.lostReasons) ?? filled(listed.options);
    case 'dropdown':
      return listed.options;
    case 'tags':
      return filled(listed.options);
    default:
      return null;
  }
}

/** A list without any label says that there is nothing to check by, except for a dropdown, which may really have none yet. */
function filled(labels: readonly string[] | null | undefined): readonly string[] | null {
  return labels === undefined || labels === null || labels.length === 0 ? null : labels;
}

/** A field that is just as in every workspace needs no entry of its own. */
function put(fields: Map<string, Field>, field: Field): void {
  const standard = STANDARD_FIELDS.find(({ apiName }) => apiName === field.apiName);
  if (standard !== undefined && isSame(standard, field)) {
    fields.delete(field.apiName);
  } else {
    fields.set(field.apiName, field);
  }
}

/** Whether the standard fields are all listed is not documented, so the pipeline counts for the status all the same. */
function settleStatus(
  fields: Map<string, Field>,
  known: ReadonlyMap<string, Field>,
  { fields: listed, pipeline }: ListedCatalog,
  changed: string[],
): void {
  const status = known.get('status');
  const options = filled(pipeline?.statuses);
  if (!fields.has('status') && fields.size >= MOST_FIELDS) {
    return;
  }
  if (status?.type !== 'status' || options === null || listed.some(({ apiName }) => apiName === 'status')) {
    return;
  }
  const lostOptions = pipeline?.lostStatuses ?? status.lostOptions;
  const { lostOptions: _old, ...rest } = status;
  const settled: Field = {
    ...rest,
    options,
    trustValues: false,
    ...(lostOptions === undefined ? {} : { lostOptions }),
  };
  if (!isSame(status, settled)) {
    changed.push(settled.label);
  }
  put(fields, settled);
}

/**
 * The field that Telecrm recognises leads by, if it is told and can be one; otherwise what the workspace has, and where Telecrm
 * named another one, a note.
 */
function identifierOf(
  workspace: Workspace,
  { identifierFieldId, fields }: ListedCatalog,
  notes: CatalogNote[],
): string {
  const listed =
    fields.find(({ id, apiName }) => identifierFieldId !== null && (id ?? apiName) === identifierFieldId) ??
    fields.find(({ apiName }) => apiName === identifierFieldId) ??
    fields.find(({ isIdentifier }) => isIdentifier);
  if (listed === undefined) {
    if (identifierFieldId !== null && identifierFieldId !== workspace.identifier) {
      notes.push({ kind: 'identifier-unknown', fieldId: identifierFieldId.slice(0, LONGEST_ID) });
    }
    return workspace.identifier;
  }
  const found = catalogOf(workspace).fields.find(({ apiName }) => apiName === listed.apiName);
  if (found !== undefined && ['phone', 'email', 'text'].includes(found.type)) {
    return found.apiName;
  }
  notes.push({ kind: 'identifier-odd', apiName: listed.apiName });
  return workspace.identifier;
}

/** It stands inside a sentence. */
const LONGEST_ID = 100;

/** Fields of the workspace that Telecrm does not list, each with the API name that was most likely meant. */
function ownFields(workspace: Workspace, { fields }: ListedCatalog): CatalogChanges['notInTelecrm'] {
  const listed = new Set(fields.map(({ apiName }) => apiName));
  const standard = new Set(STANDARD_FIELDS.map(({ apiName }) => apiName));
  const names = [...standard, ...listed];
  return workspace.fields
    .filter(({ apiName }) => !listed.has(apiName) && !standard.has(apiName))
    .map(({ apiName, label }) => ({
      kind: 'field',
      apiName,
      label,
      closest: closestApiName(apiName, names),
    }));
}

function isSame(one: Field, other: Field): boolean {
  return (
    one.type === other.type &&
    one.label === other.label &&
    one.trustValues === other.trustValues &&
    (one.isLockedAfterCreate ?? false) === (other.isLockedAfterCreate ?? false) &&
    isSameList(one.options, other.options) &&
    isSameList(one.lostOptions ?? null, other.lostOptions ?? null)
  );
}

/** Whether two lists of labels hold the same in the same order; `null` is not an empty list. */
function isSameList(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) {
    return one === other;
  }
  return one.length === other.length && one.every((label, index) => label === other[index]);
}
