import type { Failure } from '../failure.ts';

/**
 * Why Telecrm is asked (Sync API, search by identifier) which leads it has: before sending, to tell new leads from ones that
 * will change; after it, to see what arrived; and for leads whose fate is unknown, so that nobody has to guess.
 */
export const LOOKUP_PURPOSES = ['forecast', 'confirm', 'unknown'] as const;
export type LookupPurpose = (typeof LOOKUP_PURPOSES)[number];

/**
 * What was found for one row. Before sending: `new`, `unchanged` (Telecrm has every value already) or `changes`. After it:
 * `confirmed` (there, with every value that was sent), `differs` (there, but a value is missing or another) or `not-found`.
 */
export const FINDINGS = ['new', 'unchanged', 'changes', 'confirmed', 'differs', 'not-found'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A value in Telecrm beside the one of the sheet. Both as people read them. */
export type ValueDifference = {
  readonly apiName: string;
  readonly label: string;
  /** What Telecrm has; `null` when it has nothing there. */
  readonly inTelecrm: string | null;
  /** What was, or would be, sent. */
  readonly sent: string;
};

/** One row that was looked up. */
export type LookupRow = {
  readonly rowIndex: number;
  /** 1-based, as the spreadsheet program shows it. */
  readonly rowNumber: number;
  /** The identifier's value as it is sent. */
  readonly identifier: string;
  readonly finding: Finding;
  /** Empty unless the finding is `changes` or `differs`. */
  readonly differences: readonly ValueDifference[];
};

/** How far a lookup has come; whole in itself. */
export type LookupStatus = {
  readonly importId: string;
  readonly purpose: LookupPurpose;
  readonly state: 'running' | 'done' | 'stopped';
  /** Rows that were looked up so far, and how many it will be: fewer than all where a sample was asked for. */
  readonly doneCount: number;
  readonly totalCount: number;
  /** Rows that could be looked up in all; more than `totalCount` for a sample. */
  readonly rowCount: number;
  readonly counts: Readonly<Record<Finding, number>>;
  /** Why it stopped before its end; `null` otherwise. */
  readonly failure: Failure | null;
  readonly startedAtMs: number;
  /** When it will be done at one call a second, milliseconds since 1970; `null` once it is over. */
  readonly finishAtMs: number | null;
};
