import type { Field, WorkspaceCatalog } from '../../../shared/catalog/field.ts';

/** What can be sent in place of a value that a field does not list: its options, or the addresses of the team. */
export function choicesFor(field: Field, catalog: WorkspaceCatalog): readonly string[] {
  if (field.type === 'activeUsers') {
    return [...new Set(catalog.team?.filter(({ isActive }) => isActive).map(({ email }) => email))];
  }
  return [...new Set(field.options)];
}
