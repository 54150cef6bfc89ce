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
    readonly label: string;
    readonly apiName: string;
    /** An API name of Telecrm that differs only by case or punctuation: most likely the one that was meant; `null` if none. */
    readonly closest: string | null;
  }[];
  /** Parts of Telecrm's answers that were not understood, in the user's words: "a field of the new type VIDEO". */
  readonly notUnderstood: readonly string[];
  readonly fieldCount: number;
  readonly actionCount: number;
  readonly memberCount: number;
};
