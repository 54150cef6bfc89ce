import type { CatalogNote } from '../../shared/catalog/catalog-note.ts';
import { apiNameSchema } from '../../shared/catalog/field.ts';
import type { ListedField } from '../../shared/catalog/listed-catalog.ts';
import {
  firstTextIn,
  isBareNothing,
  labelsIn,
  labelsNote,
  listIn,
  objectIn,
  textIn,
  typeIn,
} from './sync-wire.ts';

/** As many fields as a workspace keeps. */
const MOST_FIELDS = 1_000;

/**
 * The fields in the answer to `custom-fields`; what was not understood is added to `notes`. `null` where there is no list, or
 * nothing in it is a field.
 */
export function readListedFields(json: unknown, notes: CatalogNote[]): readonly ListedField[] | null {
  const items = listIn(json, ['customFields', 'fields', 'leadFields']);
  if (items === null || isBareNothing(json)) {
    return null;
  }
  const fields = items.flatMap((item) => {
    const field = readField(item, notes);
    return field === null ? [] : [field];
  });
  if (items.length > 0 && fields.length === 0) {
    return null;
  }
  if (fields.length < items.length) {
    const count = items.length - fields.length;
    notes.push({ kind: 'entries-unreadable', part: 'fields', count, all: items.length });
  }
  if (fields.length > MOST_FIELDS) {
    notes.push({ kind: 'list-cut', part: 'fields', kept: MOST_FIELDS });
  }
  return eachOnce(fields.slice(0, MOST_FIELDS), notes);
}

function readField(item: unknown, notes: CatalogNote[]): ListedField | null {
  const object = objectIn(item);
  const apiName = apiNameSchema.safeParse(object?.['apiName'] ?? object?.['api_name']);
  if (object === null || !apiName.success) {
    return null;
  }
  const typeName = firstTextIn(object, ['type', 'fieldType', 'dataType']) ?? '';
  return {
    id: firstTextIn(object, ['id', '_id', 'fieldId']),
    apiName: apiName.data,
    type: typeIn(typeName),
    typeName: typeName === '' ? null : typeName.slice(0, 100),
    options: labelsIn(object['options'], labelsNote(notes, apiName.data)),
    isLockedAfterCreate: object['lockAfterCreate'] === true,
    isIdentifier: object['isLeadid'] === true || object['isLeadId'] === true,
  };
}

/** Values go by API name, so of two fields with the same one Telecrm itself can only mean one. */
function eachOnce(fields: readonly ListedField[], notes: CatalogNote[]): readonly ListedField[] {
  const byName = new Map<string, ListedField>();
  for (const field of fields) {
    if (byName.has(field.apiName)) {
      notes.push({ kind: 'name-twice', apiName: field.apiName });
    } else {
      byName.set(field.apiName, field);
    }
  }
  return [...byName.values()];
}

/** The id of the identifier in the answer to `metadata`; `null` where it is not told. */
export function readIdentifierId(json: unknown): string | null {
  const object = objectIn(json);
  const data = objectIn(object?.['data']) ?? objectIn(object?.['enterprise']) ?? object;
  const found = data?.['leadIdentifierFieldId'] ?? object?.['leadIdentifierFieldId'];
  return textIn(found) ?? textIn(objectIn(found)?.['id']);
}
