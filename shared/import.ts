import type { ColumnNotice } from './cleaning/column-notice.ts';
import type { FieldValue } from './cleaning/clean-value.ts';
import type { LeadAction } from './cleaning/cleaned-row.ts';
import type { Answer, Decision } from './cleaning/plan.ts';
import type { ProblemGroup } from './cleaning/problem-group.ts';
import type { RowProblem } from './cleaning/problem.ts';
import type { Failure, RecipeFailure } from './failure.ts';
import type { DateOrder, Mapping } from './mapping/mapping.ts';
import type { Fate, FateCounts } from './sending/fate.ts';
import type { Speed } from './sending/status.ts';
import type { Cell, SheetFacts, SheetTotals } from './sheet/sheet.ts';

/**
 * Where an import stands as a whole. The next thing to do follows from it: see `import-summary` on the Home screen.
 * `reading` and `checking` pass by themselves; `open` waits for the user; `sending` includes paused and interrupted sending;
 * `finished` has nothing left to send (rows that were never sent may still be fixed, which opens it again).
 */
export const IMPORT_STAGES = ['reading', 'checking', 'open', 'sending', 'finished', 'unreadable'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

/** One line of the list of imports. */
export type ImportSummary = {
  readonly importId: string;
  /** Bare file name. */
  readonly fileName: string;
  readonly workspaceId: string;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  readonly stage: ImportStage;
  /** As of the last time that they were written down; exact while the import is open. */
  readonly counts: FateCounts;
  /** Why the import cannot be opened or went no further; `null` when nothing is wrong. */
  readonly failure: Failure | null;
  /** How fast the import is sent, or will be when it goes on; `null` when it never was. */
  readonly speed: Speed | null;
  /**
   * Row numbers of the first few leads, while these are through and the rest waits until the user has looked at them in
   * Telecrm and goes on; `null` otherwise.
   */
  readonly fewSent: readonly number[] | null;
};

/** How far reading or checking has come. */
export type PreparingProgress = {
  readonly importId: string;
  readonly phase: 'reading' | 'checking' | 'finding-duplicates';
  readonly rowsDone: number;
  /** 0 to 1. */
  readonly fraction: number;
};

/** Which rows of an import to show. */
export type RowFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'fates'; readonly fates: readonly Fate[] }
  /** Rows with a problem of this group, decided or not. */
  | { readonly kind: 'group'; readonly groupId: string };

/** One row as the grid shows it. */
export type RowView = {
  /** 0-based position among the data rows: the row's name in requests. */
  readonly rowIndex: number;
  /** 1-based, as the spreadsheet program shows it: what people read. */
  readonly rowNumber: number;
  readonly fate: Fate;
  /** As in the file. */
  readonly cells: readonly Cell[];
  /** The user's texts by column, where they differ from the file. */
  readonly edits: Readonly<Record<number, string>>;
  /** What would be, or was, sent, by API name. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly actions: readonly LeadAction[];
  /** The request's body, byte for byte; `null` for a row that would not be sent as it stands. */
  readonly body: string | null;
  readonly problems: readonly RowProblem[];
  /** Row number of the row that is sent in this one's place; `null` unless the fate is `duplicate`. */
  readonly duplicateOfRowNumber: number | null;
  /**
   * Row numbers of other rows of its person, three at most, while the row waits until the user chose among them; empty otherwise.
   */
  readonly waitsWithRowNumbers: readonly number[];
  /** What the last attempt brought; `null` before any. */
  readonly attempt: {
    readonly atMs: number;
    readonly status: number | null;
    readonly words: string | null;
    readonly failedAttempts: number;
  } | null;
};

/** One page of rows. */
export type RowPage = {
  /** Rows that match the filter in the whole import. */
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly RowView[];
};

/** What checking found, whole in itself. */
export type Checked = {
  readonly counts: FateCounts;
  /** Most rows first. */
  readonly groups: readonly ProblemGroup[];
  readonly notices: readonly ColumnNotice[];
  readonly decisions: readonly Decision[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** Why a column was matched, or not, for the words beside it. */
export type MatchReason =
  /** The heading is a known name of the field, such as "Mobile No." for Phone. */
  | { readonly kind: 'heading' }
  /** The heading is the field's own label or API name. */
  | { readonly kind: 'field-name' }
  /** The heading resembles a name of the field and the values fit. */
  | { readonly kind: 'similar-heading' }
  /** The values look like this field's values although the heading says nothing. */
  | { readonly kind: 'values' }
  /** Another column fits the field better. */
  | { readonly kind: 'taken'; readonly heading: string }
  | { readonly kind: 'nothing-fits' };

/** One date as both orders read it, as a clock on the wall shows it: milliseconds since 1970 as if it were UTC. */
export type DateExample = {
  readonly raw: string;
  /** `null` where there is no such day. */
  readonly dayFirstMs: number | null;
  readonly monthFirstMs: number | null;
};

/** A column that holds dates or may hold them, judged by every row. */
export type DateColumn = {
  readonly columnIndex: number;
  /** The order that the values show, or the usual one. */
  readonly order: DateOrder;
  /** False where the values leave a doubt that only a person can end, or contradict each other. */
  readonly isCertain: boolean;
  /** A date that could be read in both ways, if there is one; `null` where the order makes no difference. */
  readonly example: DateExample | null;
};

/** One distinct value of a column whose values are labels of a list, and what is to become of it. */
export type ColumnValue = {
  /** As it stands in the file (or after an edit), outer blanks aside. */
  readonly value: string;
  readonly rowCount: number;
  /** Names this value's group of problems, for `import.decide`. */
  readonly groupId: string;
  /** The label of the field that it is or is most like; `null` where none is similar. */
  readonly suggestion: string | null;
  /** Whether Telecrm has the value exactly so (case aside) and nothing needs to be asked. Tags that are not listed go all the same. */
  readonly isListed: boolean;
  readonly answer: Answer | null;
};

/** One page of the distinct values of a column, most rows first. */
export type ValuePage = {
  /** Values that match the search. */
  readonly total: number;
  /** Distinct values in the column. */
  readonly distinctCount: number;
  /** Distinct values that are not listed and have no answer. */
  readonly openCount: number;
  /** False where the column holds more distinct values than can be counted: the first 200,000 are. */
  readonly isComplete: boolean;
  readonly values: readonly ColumnValue[];
};

/** What the user chose for the rows of one person: the row that is sent, or one lead out of all of them. */
export type DuplicateChoice =
  { readonly kind: 'use-row'; readonly rowIndex: number } | { readonly kind: 'combine' };

/** Rows with an equal identifier, side by side. */
export type DuplicateGroup = {
  /** The identifier as it is sent. */
  readonly identifier: string;
  /** In sheet order; at most 20 of them. */
  readonly rows: readonly RowView[];
  readonly rowCount: number;
  /** The row that is sent; `null` while nobody chose and the rule is to ask. With `combine` the row that carries the lead. */
  readonly winnerRowIndex: number | null;
  /** What the user chose for this group; `null` where the rule of the mapping holds. */
  readonly choice: DuplicateChoice | null;
};

/** One page of duplicates. */
export type DuplicatePage = { readonly total: number; readonly groups: readonly DuplicateGroup[] };

/** How this sheet's headings compare with the last one of its kind that was sent or saved in this workspace. */
export type Drift = {
  /** Names what was remembered, for `memory.forget`. */
  readonly memoryId: string;
  readonly rememberedAtMs: number;
  /** Bare name of the file that it comes from. */
  readonly fileName: string;
  /** Headings that both have. */
  readonly sameCount: number;
  /** Headings of the remembered sheet. */
  readonly rememberedCount: number;
  /** Headings that only this sheet has, and that only the remembered one had. */
  readonly added: readonly string[];
  readonly missing: readonly string[];
  /**
   * Why nothing of it could be taken over, so that the sheet is matched anew: the workspace has lost what it goes to. Absent where
   * it was taken over, and in journals of earlier versions.
   */
  readonly unfit?: RecipeFailure;
};

/** Everything that the Match, Fix and Send screens show of an import, besides its rows. */
export type ImportDetail = {
  readonly summary: ImportSummary;
  readonly facts: SheetFacts;
  /** `null` until the sheet was read to its end. */
  readonly totals: SheetTotals | null;
  readonly mapping: Mapping;
  /** One per column, in order. */
  readonly reasons: readonly MatchReason[];
  /** Up to three distinct non-empty values per column, in order. */
  readonly samples: readonly (readonly string[])[];
  /** Empty until the sheet was read to its end. */
  readonly dates: readonly DateColumn[];
  /** `null` until the rows were checked. */
  readonly checked: Checked | null;
  /** What was taken over from memory when the file was opened; `null` where nothing was. */
  readonly drift: Drift | null;
  /** Headings that the loaded recipe sends and this sheet does not have. Empty without a recipe. */
  readonly missingHeadings: readonly string[];
};
