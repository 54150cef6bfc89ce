import type { Answer, Decision, UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { CustomAction, PaymentCurrency } from '../../shared/catalog/action.ts';
import type { Field } from '../../shared/catalog/field.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import type { Failure } from '../../shared/failure.ts';
import type {
  Checked,
  DateColumn,
  Drift,
  DuplicateChoice,
  DuplicatePage,
  MatchReason,
  PreparingProgress,
  RowFilter,
  RowPage,
  RowView,
  ValuePage,
} from '../../shared/import.ts';
import type { Argument } from '../../shared/ipc.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { Result } from '../../shared/result.ts';
import type { Reading, SheetFacts, SheetTotals } from '../../shared/sheet/sheet.ts';
import type { Tally } from './tally.ts';

/** What checking needs to know of the workspace. */
export type CheckingContext = {
  readonly fields: readonly Field[];
  readonly actions: readonly CustomAction[];
  readonly team: readonly TeamMember[] | null;
  readonly identifier: string;
  readonly defaultCountry: string;
  readonly timeZone: string;
  readonly currency: PaymentCurrency;
};

/** Which distinct values of a column to show: see `import.values`. */
export type ValueQuery = Omit<Argument<'import.values'>, 'importId'>;

/** How columns become fields, and where that comes from. */
export type Matching = {
  readonly mapping: Mapping;
  readonly reasons: readonly MatchReason[];
  readonly samples: readonly (readonly string[])[];
  readonly decisions: readonly Decision[];
  /** What was taken over from memory when the file was opened; absent where nothing was. */
  readonly drift?: Drift;
  /** Headings that the recipe which was opened sends and the sheet does not have; absent without a recipe. */
  readonly missingHeadings?: readonly string[];
};

/** Everything that is known of an import besides its rows. */
export type Prepared = Matching & {
  readonly facts: SheetFacts;
  readonly totals: SheetTotals;
  readonly dates: readonly DateColumn[];
  readonly checked: Checked;
};

type Edited = { readonly row: RowView; readonly checked: Checked };

/** What the preparing worker can be asked: name to argument and reply. One worker works on one import. */
export type PreparingCalls = {
  /** Looks at the beginning of a file. Needs no journal. */
  look: { argument: { path: string; wish: Partial<Reading> }; reply: SheetFacts };
  /** Makes the journal, or empties it, then reads, keeps and checks every row. */
  stage: {
    argument: {
      importId: string;
      journalPath: string;
      sourcePath: string;
      facts: SheetFacts;
      matching: Matching;
      context: CheckingContext;
      undecided: UndecidedRule;
    };
    reply: Prepared;
  };
  /** Opens a journal that was staged before. `null` when staging never came to its end. */
  load: { argument: { importId: string; journalPath: string }; reply: Prepared | null };
  /** The file that the import came from, and what was found in it before it was staged. */
  source: { argument: { journalPath: string }; reply: { sourcePath: string; facts: SheetFacts } | null };
  /** Checks every row anew. */
  check: {
    argument: { matching: Matching; context: CheckingContext; undecided: UndecidedRule };
    reply: Prepared;
  };
  page: { argument: { filter: RowFilter; offset: number; limit: number }; reply: RowPage };
  edit: { argument: { rowIndex: number; columnIndex: number; text: string | null }; reply: Edited };
  skipRow: { argument: { rowIndex: number; isSkipped: boolean }; reply: Edited };
  decide: { argument: { groupId: string; answer: Answer | null }; reply: Checked };
  values: { argument: ValueQuery; reply: ValuePage };
  duplicates: { argument: { offset: number; limit: number }; reply: DuplicatePage };
  decideDuplicate: { argument: { rowIndex: number; choice: DuplicateChoice | null }; reply: Checked };
  undo: { argument: null; reply: Checked };
  redo: { argument: null; reply: Checked };
  /** Freezes the plan and queues every ready row; returns how many. */
  freeze: { argument: { atMs: number }; reply: { queuedCount: number; checked: Checked } };
  /** Makes queued rows that certainly never arrived ready again. */
  takeBack: { argument: null; reply: Checked };
  /** What the ready leads carry besides known values, counted over every one of them. */
  tally: { argument: null; reply: Tally };
  /** The present findings; asked again after sending. */
  recount: { argument: null; reply: Checked };
  report: {
    argument: { path: string; rows: 'all' | 'not-accepted' };
    reply: { rowCount: number };
  };
  close: { argument: null; reply: null };
};

export type PreparingCallName = keyof PreparingCalls;

/** Client to worker. `id` pairs a reply with its call. */
export type ToWorker = {
  readonly [Name in PreparingCallName]: {
    readonly id: number;
    readonly name: Name;
    readonly argument: PreparingCalls[Name]['argument'];
  };
}[PreparingCallName];

/** Worker to client. */
export type FromWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown, Failure> }
  | { readonly kind: 'progress'; readonly progress: PreparingProgress };
