import type { CatalogNote } from './catalog-note.ts';
import type { FieldType } from './field.ts';
import type { TeamMember } from './team.ts';

/** A lead field as Telecrm's Sync API lists it. It has no name for people there. */
export type ListedField = {
  /** What `identifierFieldId` names; `null` where the listing has none. */
  readonly id: string | null;
  readonly apiName: string;
  /** `null` for a type that this program does not know; `typeName` is then what Telecrm calls it, `null` where it has no name. */
  readonly type: FieldType | null;
  readonly typeName: string | null;
  /** `null` where none are listed. */
  readonly options: readonly string[] | null;
  readonly isLockedAfterCreate: boolean;
  readonly isIdentifier: boolean;
};

/** A field of a custom action as it is listed. `type` and `options` as for lead fields. */
export type ListedActionField = Pick<ListedField, 'apiName' | 'type' | 'typeName' | 'options'> & {
  /** `null` where none is listed. */
  readonly label: string | null;
};

/** A custom action as it is listed. */
export type ListedAction = {
  /** With its prefix `ACTION_`. */
  readonly type: string;
  readonly label: string | null;
  readonly fields: readonly ListedActionField[];
  readonly allowsOwnTime: boolean | null;
};

/** Statuses and lost reasons that are in use; archived ones are dropped without a word, so they are not here. */
export type ListedPipeline = {
  readonly statuses: readonly string[];
  /** Those of `statuses` that belong to a LOST stage; `null` where the listing does not tell stages apart. */
  readonly lostStatuses: readonly string[] | null;
  /** `null` where the listing has none. */
  readonly lostReasons: readonly string[] | null;
};

/** What Telecrm says of a workspace. A part that is `null` could not be read, and what the workspace has stays. */
export type ListedCatalog = {
  /** Id (or API name) of the field by which Telecrm recognises a lead. */
  readonly identifierFieldId: string | null;
  readonly fields: readonly ListedField[];
  readonly actions: readonly ListedAction[] | null;
  readonly pipeline: ListedPipeline | null;
  readonly team: readonly TeamMember[] | null;
  /** What was not understood, or not taken over. */
  readonly notes: readonly CatalogNote[];
};
