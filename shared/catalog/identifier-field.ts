import { catalogOf } from './catalog-of.ts';
import { findField, type Field, type FieldType } from './field.ts';
import type { Workspace } from './workspace.ts';

/** Telecrm recognises people by a field of one of these types (its documentation, "Lead identifier"). */
const IDENTIFIER_TYPES: readonly FieldType[] = ['phone', 'email', 'text'];

/** The field by which the workspace's Telecrm recognises people; `null` where it has no such field, or one of another type. */
export function identifierFieldOf(workspace: Workspace): Field | null {
  const field = findField(catalogOf(workspace), workspace.identifier);
  return field !== undefined && IDENTIFIER_TYPES.includes(field.type) ? field : null;
}
