import type { Decision, Plan } from '../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type { DateColumn, Drift, MatchReason } from '../../shared/import.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { SheetFacts, SheetTotals } from '../../shared/sheet/sheet.ts';
import { BlockStore } from './block-store.ts';
import { CheckStore } from './check-store.ts';
import { EditStore } from './edit-store.ts';
import type { FewFirst } from './few-first.ts';
import { FactStore } from './fact-store.ts';
import { asJournalError } from './journal-error.ts';
import { migrate } from './migrate.ts';
import { importFirst } from './migrations/import-0001-first.ts';
import { importOrigins } from './migrations/import-0002-origins.ts';
import { importActions } from './migrations/import-0003-actions.ts';
import { importRecord } from './migrations/import-0004-record.ts';
import { importPeople } from './migrations/import-0005-people.ts';
import { importLookups } from './migrations/import-0006-lookups.ts';
import { makeDurable, openDatabase, type Database } from './open-database.ts';
import { PeopleStore } from './people-store.ts';
import { RecordStore } from './record-store.ts';

/** What is kept about an import besides its rows. */
export type ImportFacts = {
  /** Absolute path of the file it came from; never leaves this machine and is in no report. */
  sourcePath: string;
  sheet: SheetFacts;
  totals: SheetTotals;
  mapping: Mapping;
  reasons: readonly MatchReason[];
  samples: readonly (readonly string[])[];
  /** `null` or absent where nothing was taken over from memory. */
  drift: Drift | null;
  /** `null` or absent where no recipe was opened. */
  missingHeadings: readonly string[] | null;
  /** Absent in journals of earlier versions. */
  dates: readonly DateColumn[];
  decisions: readonly Decision[];
  /** The plan that the findings in `checked` were made with. */
  plan: Plan;
  /** The leads that are sent before the others, while they are or wait to be looked at; see `few-first.ts`. */
  fewFirst: FewFirst | null;
  /** Every group of problems that was found, in the order that `checked.problems` counts in. */
  groups: readonly ProblemGroup[];
};

/** The journal of one import: one SQLite file, opened by one connection for each thread that works on it. */
export type ImportJournal = {
  readonly path: string;
  readonly database: Database;
  readonly facts: FactStore<ImportFacts>;
  readonly blocks: BlockStore;
  readonly checks: CheckStore;
  readonly edits: EditStore;
  readonly people: PeopleStore;
  readonly record: RecordStore;
};

/** Larger pages than SQLite's own 4 kB, because most of the file is blocks of some 40 kB. */
const PAGE_SIZE_BYTES = 16_384;

/** Memory in which SQLite keeps pages that were read, for going to and fro in the rows. */
export const CACHE_KB = 16_000;

/** Every step of the format, oldest first. */
export const IMPORT_MIGRATIONS = [
  importFirst,
  importOrigins,
  importActions,
  importRecord,
  importPeople,
  importLookups,
];

/** Opens or makes the journal at `path`. Throws a `JournalError`; an existing file is never replaced. */
export function openImportJournal(path: string): ImportJournal {
  const database = openDatabase(path);
  try {
    database.pragma(`page_size = ${PAGE_SIZE_BYTES}`);
    makeDurable(database);
    database.pragma(`cache_size = -${CACHE_KB}`);
    migrate(database, IMPORT_MIGRATIONS, path);
    const blocks = new BlockStore(database);
    return {
      path,
      database,
      facts: new FactStore<ImportFacts>(database),
      blocks,
      checks: new CheckStore(database),
      edits: new EditStore(database),
      people: new PeopleStore(database),
      record: new RecordStore(database, blocks),
    };
  } catch (error) {
    database.close();
    throw asJournalError(error, path);
  }
}

/** Runs `work` in one transaction: all of it is committed, or, when it throws, none. */
export function inTransaction<Value>(database: Database, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    if (database.inTransaction) {
      database.exec('ROLLBACK');
    }
    throw error;
  }
}
