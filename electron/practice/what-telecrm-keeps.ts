import { findField, type Catalog, type WorkspaceCatalog } from '../../shared/catalog/field.ts';
import { whyActionDropped } from './why-action-dropped.ts';
import { whyDropped } from './why-dropped.ts';

/** What Telecrm knows of a workspace. Without actions or team any are taken that have the right form. */
export type KnownCatalog = Catalog & Partial<Pick<WorkspaceCatalog, 'actions' | 'team'>>;

/** A value that Telecrm would drop without a word, and why, for a person to learn from. */
export type Drop = {
  /** API name of the field; `action 1`, `action 2`… for an action. */
  readonly name: string;
  readonly reason: string;
};

/** What is left of a request once Telecrm has looked at it in the background. */
export type Kept = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly actions: readonly unknown[];
  readonly drops: readonly Drop[];
};

/** Applies Telecrm's documented rules to a request's `fields` and `actions`: what does not fit is dropped, the rest is kept. */
export function whatTelecrmKeeps(
  sentFields: Readonly<Record<string, unknown>>,
  sentActions: readonly unknown[],
  catalog: KnownCatalog,
): Kept {
  const drops: Drop[] = [];
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sentFields)) {
    const field = findField(catalog, name);
    const reason =
      field === undefined ? 'no field has this API name' : whyDropped(field, value, catalog.team ?? null);
    if (reason === null) {
      fields[name] = value;
    } else {
      drops.push({ name, reason });
    }
  }
  const actions = sentActions.filter((action, index) => {
    const reason = whyActionDropped(action, catalog);
    if (reason !== null) {
      drops.push({ name: `action ${index + 1}`, reason });
    }
    return reason === null;
  });
  return { fields, actions, drops };
}
