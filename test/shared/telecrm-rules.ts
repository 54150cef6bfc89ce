import { z } from 'zod';
import { findField, type Catalog, type WorkspaceCatalog } from '../../shared/catalog/field.ts';
import { violationsOfAction } from './telecrm-action-rules.ts';
import { whyDropped } from './telecrm-value-rules.ts';

const bodySchema = z.strictObject({
  fields: z.unknown(),
  actions: z.array(z.unknown()).optional(),
});

/** What the rules have to know of a workspace; without actions or team those are not compared. */
export type RulesCatalog = Catalog & Partial<Pick<WorkspaceCatalog, 'actions' | 'team'>>;

/**
 * Everything that Telecrm would drop, take wrongly, or make unasked (an option of a dropdown), from a request's body, one
 * sentence each; empty when all of it would be kept. Written from Telecrm's documented rules ("Field types", "The
 * identifier", "Actions") and not from the cleaning code, so that the two can contradict each other.
 */
export function violationsOf(body: unknown, catalog: RulesCatalog): string[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return [`the body is not {"fields":{…}} or {"fields":{…},"actions":[…]}: ${parsed.error.message}`];
  }
  const { fields, actions = [] } = parsed.data;
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return ['fields is not an object'];
  }
  const entries: [string, unknown][] = Object.entries(fields);
  const identifier = entries.find(([apiName]) => apiName === catalog.identifier);
  return [
    ...(identifier === undefined
      ? [`the identifier ${catalog.identifier} is missing: the lead would be lost`]
      : []),
    ...entries.flatMap(([apiName, value]) => violationsOfField(apiName, value, catalog)),
    ...actions.flatMap((action, index) =>
      violationsOfAction(action, catalog).map((words) => `action ${index + 1}: ${words}`),
    ),
  ];
}

function violationsOfField(apiName: string, value: unknown, catalog: RulesCatalog): string[] {
  const field = findField(catalog, apiName);
  if (field === undefined) {
    return [`${apiName}: unknown API names vanish`];
  }
  const reason = whyDropped(value, field, catalog.team ?? null);
  return reason === null ? [] : [`${apiName}: ${reason}, but is ${JSON.stringify(value)}`];
}
