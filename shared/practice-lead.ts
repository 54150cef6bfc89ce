/** A lead as the practice server holds it. */
export type PracticeLead = {
  readonly identifier: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Requests that created or changed it. */
  readonly requests: number;
  /** Values that Telecrm would have dropped without a word, as API names. Empty when all went well. */
  readonly dropped: readonly string[];
  readonly receivedAtMs: number;
};
