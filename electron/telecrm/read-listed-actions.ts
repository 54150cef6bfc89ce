import type { CatalogNote } from '../../shared/catalog/catalog-note.ts';
import { apiNameSchema } from '../../shared/catalog/field.ts';
import type { ListedAction, ListedActionField } from '../../shared/catalog/listed-catalog.ts';
import { firstTextIn, isBareNothing, labelsIn, labelsNote, listIn, objectIn, typeIn } from './sync-wire.ts';

const MOST_ACTIONS = 500;
const MOST_FIELDS = 200;
const LONGEST_NAME = 200;

/**
 * The custom actions in the answer to `custom-actions`. Telecrm's own actions (calls, notes), which cannot be written, are
 * passed over. `null` where there is no list, or nothing in it is an action.
 */
export function readListedActions(json: unknown, notes: CatalogNote[]): readonly ListedAction[] | null {
  const items = listIn(json, ['customActions', 'actions']);
  if (items === null || isBareNothing(json)) {
    return null;
  }
  const actions = new Map<string, ListedAction>();
  let unreadable = 0;
  let isCut = false;
  for (const item of items) {
    const object = objectIn(item);
    const code = object === null ? null : firstTextIn(object, ['code', 'type', 'id']);
    const type = code === null ? null : typeOfCode(code);
    if (object === null || code === null) {
      unreadable += 1;
    } else if (type === null) {
      noteOddCode(code, notes);
    } else if (!actions.has(type) && actions.size < MOST_ACTIONS) {
      actions.set(type, readAction(object, type, notes));
    } else if (!actions.has(type)) {
      isCut = true;
    }
  }
  if (items.length > 0 && unreadable === items.length) {
    return null;
  }
  if (unreadable > 0) {
    notes.push({ kind: 'entries-unreadable', part: 'actions', count: unreadable, all: items.length });
  }
  if (isCut) {
    notes.push({ kind: 'list-cut', part: 'actions', kept: MOST_ACTIONS });
  }
  return [...actions.values()];
}

/** `ACTION_1001`, also where the list has the bare number; `null` for Telecrm's own, such as `CALL`. */
function typeOfCode(code: string): string | null {
  const number = /^(?:ACTION_)?(\d{1,20})$/iu.exec(code)?.[1];
  return number === undefined ? null : `ACTION_${number}`;
}

/** `ACTION_` stands before the actions of the workspace's own. Telecrm's (calls, notes) cannot be written and are no news. */
function noteOddCode(code: string, notes: CatalogNote[]): void {
  if (/^ACTION_/iu.test(code)) {
    notes.push({ kind: 'action-code-unknown', code: code.slice(0, LONGEST_NAME) });
  }
}

function readAction(
  object: Readonly<Record<string, unknown>>,
  type: string,
  notes: CatalogNote[],
): ListedAction {
  const predated = object['allowPredatedActivity'];
  const enabled = objectIn(predated)?.['enabled'] ?? predated;
  return {
    type,
    label: firstTextIn(object, ['displayName', 'label', 'name'])?.slice(0, LONGEST_NAME) ?? null,
    fields: readFields(object['fieldSchema'] ?? object['fields'], type, notes),
    allowsOwnTime: typeof enabled === 'boolean' ? enabled : null,
  };
}

/** A record by API name, as documented, or a list whose items have one. */
function readFields(schema: unknown, action: string, notes: CatalogNote[]): readonly ListedActionField[] {
  const record = objectIn(schema);
  const items: readonly (readonly [unknown, unknown])[] =
    record === null
      ? (listIn(schema, []) ?? []).map((item) => {
          const object = objectIn(item);
          return [object === null ? null : firstTextIn(object, ['apiName', 'key', 'name']), item];
        })
      : Object.entries(record);
  const fields = items.flatMap(([key, item]) => {
    const apiName = apiNameSchema.safeParse(key);
    const object = objectIn(item) ?? { type: item };
    if (!apiName.success) {
      return [];
    }
    const typeName = firstTextIn(object, ['type', 'fieldType']) ?? '';
    return [
      {
        apiName: apiName.data,
        label: firstTextIn(object, ['displayName', 'label'])?.slice(0, LONGEST_NAME) ?? null,
        type: typeIn(typeName),
        typeName: typeName === '' ? null : typeName.slice(0, 100),
        options: labelsIn(object['options'], labelsNote(notes, apiName.data)),
      },
    ];
  });
  const kept = fields.slice(0, MOST_FIELDS);
  if (kept.length < items.length) {
    notes.push({ kind: 'action-fields-left-out', action, count: items.length - kept.length });
  }
  return kept;
}
