import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { DEFAULT_CHOICES, type Mapping } from '../../../shared/mapping/mapping.ts';
import type { SheetFacts, SheetRow } from '../../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from '../../../electron/journal/block-store.ts';
import { openImportJournal, type ImportJournal } from '../../../electron/journal/import-journal.ts';
import type { CheckingContext, Matching } from '../../../electron/preparing/calls.ts';
import { BlockChecker } from '../../../electron/preparing/block-checker.ts';
import { planOf } from '../../../electron/preparing/plan-of.ts';
import { PreparedImport } from '../../../electron/preparing/prepared-import.ts';

/** A folder of its own, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-importer-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Two columns: a name and a phone number. */
export const NAME_AND_PHONE: Mapping = {
  extras: [],
  joins: [],
  constants: [],
  actions: [],
  duplicates: 'last-wins',
  columns: ['name', 'phone'].map((apiName, columnIndex) => ({
    columnIndex,
    heading: apiName,
    target: { kind: 'field', apiName },
    origin: 'suggested',
    choices: DEFAULT_CHOICES,
  })),
};

export const CONTEXT: CheckingContext = {
  fields: STANDARD_FIELDS,
  actions: [],
  team: null,
  identifier: 'phone',
  defaultCountry: 'IN',
  timeZone: 'Asia/Kolkata',
  currency: 'INR',
};

export function matchingOf(mapping: Mapping): Matching {
  return { mapping, reasons: [], samples: [], decisions: [] };
}

/** A number of the nth person; every one is a good Indian mobile number and different from the others. */
export function phoneOf(index: number): string {
  return String(9_000_000_001 + index * 7);
}

/** An import of these cells, staged at `path` and checked. Rows are numbered from 2, as under a heading. */
export function stage(
  path: string,
  cells: readonly (readonly string[])[],
  mapping: Mapping = NAME_AND_PHONE,
  context: CheckingContext = CONTEXT,
): { journal: ImportJournal; prepared: PreparedImport } {
  const journal = openImportJournal(path);
  const facts: SheetFacts = {
    fileName: 'leads.csv',
    sheetName: 'leads',
    sizeBytes: 1,
    reading: { encoding: 'utf-8', delimiter: ',', headerRowNumber: 1 },
    columns: mapping.columns.map(({ columnIndex, heading }) => ({ index: columnIndex, heading })),
    firstRows: [],
    isWhole: true,
  };
  const prepared = PreparedImport.begin(journal, facts, matchingOf(mapping), context, 'wait');
  const checker = new BlockChecker(facts, planOf(matchingOf(mapping), context, 'wait'));
  const rows: SheetRow[] = cells.map((row, index) => ({ rowNumber: index + 2, cells: row }));
  for (let first = 0; first < rows.length; first += ROWS_PER_BLOCK) {
    const block = rows.slice(first, first + ROWS_PER_BLOCK);
    prepared.keepBlock(block);
    prepared.addFindings(checker.check(block));
  }
  prepared.finishStaging({ rowCount: rows.length, blankRowCount: 0, longRowCount: 0 }, checker.dates());
  return { journal, prepared };
}

/** The same with `count` people, all ready and queued. */
export function queuedImport(path: string, count: number): void {
  const { journal, prepared } = stage(
    path,
    Array.from({ length: count }, (_unused, index) => [`Person ${index}`, phoneOf(index)]),
  );
  prepared.freeze(0);
  journal.database.close();
}
