import type { CatalogNote } from './catalog-note.ts';

/**
 * What a refresh of the catalog changed. Fields and actions are named by label. What the user added by hand and Telecrm does
 * not list stays and is told, because it may be a misspelt API name, whose values vanish.
 */
export type CatalogChanges = {
  readonly added: readonly string[];
  /** Other type, other options, or another name. */
  readonly changed: readonly string[];
  /** In the workspace here but not in Telecrm. */
  readonly notInTelecrm: readonly {
    readonly kind: 'field' | 'action';
    readonly label: string;
    /** Of an action its type. */
    readonly apiName: string;
    /** An API name of Telecrm that differs only by case or punctuation: most likely the one that was meant; `null` if none. */
    readonly closest: string | null;
  }[];
  /** What was not understood of Telecrm's answers, or not taken over. */
  readonly notes: readonly CatalogNote[];
  /** How many Telecrm listed, whatever else the workspace has; `null` for a part that could not be read. */
  readonly fieldCount: number;
  readonly actionCount: number | null;
  readonly memberCount: number | null;
};
