import type { Workspace } from '../../../shared/catalog/workspace.ts';

/** Kept in tables of their own, which save at once. */
const IN_TABLES: ReadonlySet<string> = new Set<keyof Workspace>([
  'fields',
  'actions',
  'team',
  'catalogReadAtMs',
]);

/** Whether something in the form of a workspace differs from what is saved. */
export function isFormChanged(draft: Workspace, saved: Workspace): boolean {
  return textOf(draft) !== textOf(saved);
}

function textOf(workspace: Workspace): string {
  const inForm = Object.entries(workspace).filter(([name]) => !IN_TABLES.has(name));
  return JSON.stringify(inForm.sort(([one], [other]) => (one < other ? -1 : 1)));
}
