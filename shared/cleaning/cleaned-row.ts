import type { Cell } from '../sheet/sheet.ts';
import type { FieldValue } from './clean-value.ts';
import type { RowProblem } from './problem.ts';

/** What the user did to one row: edits beside the raw cells (never over them), and whether the row is left out. */
export type RowEdits = {
  /** New text by 0-based column; an empty text leaves the value out. Absent columns are as in the file. */
  readonly texts: Readonly<Record<number, string>>;
  readonly isSkipped: boolean;
};

/** The edits of a row that nobody touched. */
export const NO_EDITS: RowEdits = { texts: {}, isSkipped: false };

/** An action as it is sent: `{"type":…}` and what belongs to it, exactly as Telecrm documents it. */
export type LeadAction =
  | {
      readonly type: 'PAYMENT';
      readonly status: string;
      readonly currency: string;
      /** A numeric text above zero. */
      readonly amount: string;
    }
  | {
      /** `ACTION_` and a number. */
      readonly type: string;
      readonly fields: Readonly<Record<string, FieldValue>>;
      /** `DD/MM/YYYY HH:mm:ss` in the workspace's time zone; absent where the time is Telecrm's own. */
      readonly created_on?: string;
    };

/** What would become of one row if it were sent now. Duplicates are not seen here: they need the whole sheet. */
export type CleanedRow = {
  /** The lead's fields exactly as they would be sent, by API name, in the order of the columns. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** In the order of the mapping; empty for a lead of fields alone. */
  readonly actions: readonly LeadAction[];
  /** Every problem found, in the order of the columns, those that the user already answered included. */
  readonly problems: readonly RowProblem[];
  readonly standing: 'ready' | 'problem' | 'skipped';
  /**
   * The identifier as Telecrm compares it (phone: digits with country code; e-mail and text: trimmed, case ignored), so
   * that equal keys mean one lead. `null` when the row has no usable identifier.
   */
  readonly identifierKey: string | null;
};

/** Cleans one row by a plan that was compiled once; see `compilePlan`. Pure and total: never throws on any cells. */
export type RowCleaner = (cells: readonly Cell[], edits: RowEdits) => CleanedRow;

/** What is wrong with a row and who it is, without the lead itself. */
export type CheckedRow = Pick<CleanedRow, 'problems' | 'standing' | 'identifierKey'>;

/** Finds out of a row that nobody edited exactly what its `RowCleaner` would; see `compileCheck`. */
export type RowChecker = (cells: readonly Cell[]) => CheckedRow;
