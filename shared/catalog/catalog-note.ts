/** What the Sync API is asked for. */
export type SyncPart = 'workspace' | 'fields' | 'actions' | 'pipeline' | 'team' | 'search';

/** Something in Telecrm's answers that was not understood or not taken over; its words are in `catalog-note-words.ts`. */
export type CatalogNote =
  /** A whole part, which then stays as it was. `status` is the error that came instead; `null` for an answer in another form. */
  | { readonly kind: 'part-unreadable'; readonly part: SyncPart; readonly status: number | null }
  /** `count` of `all` entries of a list have no name or code. */
  | {
      readonly kind: 'entries-unreadable';
      readonly part: 'fields' | 'actions';
      readonly count: number;
      readonly all: number;
    }
  /** Only the first `kept` entries of a list were taken. */
  | { readonly kind: 'list-cut'; readonly part: 'fields' | 'actions' | 'team'; readonly kept: number }
  /** A second field has this API name. */
  | { readonly kind: 'name-twice'; readonly apiName: string }
  /** A field of a kind that this program does not know. `typeName` is `null` where Telecrm names none. */
  | {
      readonly kind: 'type-unknown';
      readonly typeName: string | null;
      readonly apiName: string;
      /** Label of the action that has the field; `null` for a lead's field. */
      readonly action: string | null;
    }
  /** The workspace holds as many fields as it can. */
  | { readonly kind: 'no-room'; readonly apiName: string }
  /** Fields of an action without a usable name, or beyond the most that an action keeps. `action` is its type. */
  | { readonly kind: 'action-fields-left-out'; readonly action: string; readonly count: number }
  /** Options that were not taken over: beyond the most that a list keeps, or longer than a label can be. */
  | { readonly kind: 'labels-left-out'; readonly apiName: string; readonly count: number }
  /** An action with a code that is neither a number nor one of Telecrm's own. */
  | { readonly kind: 'action-code-unknown'; readonly code: string }
  /** Telecrm names a field by which it recognises leads that it does not list. */
  | { readonly kind: 'identifier-unknown'; readonly fieldId: string }
  /** The field by which Telecrm recognises leads is of a kind that this program cannot compare. */
  | { readonly kind: 'identifier-odd'; readonly apiName: string };
