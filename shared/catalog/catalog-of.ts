import type { Field, WorkspaceCatalog } from './field.ts';
import { STANDARD_FIELDS } from './standard-fields.ts';
import type { Workspace } from './workspace.ts';

/** The standard fields and the workspace's own, in that order; a field of the workspace replaces its standard namesake. */
export function catalogOf(
  workspace: Pick<Workspace, 'fields' | 'identifier' | 'actions' | 'team'>,
): WorkspaceCatalog {
  const own = new Map<string, Field>(workspace.fields.map((field) => [field.apiName, field]));
  const standard = STANDARD_FIELDS.map((field) => own.get(field.apiName) ?? field);
  const standardNames = new Set(STANDARD_FIELDS.map((field) => field.apiName));
  const added = [...own.values()].filter((field) => !standardNames.has(field.apiName));
  return {
    fields: [...standard, ...added],
    identifier: workspace.identifier,
    actions: workspace.actions,
    team: workspace.team,
  };
}
