import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import type { PreparedImport } from '../../../electron/preparing/prepared-import.ts';
import { stageSheet, type StagingHelp } from '../../../electron/preparing/stage-sheet.ts';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { CONTEXT, matchingOf, NAME_AND_PHONE, phoneOf, temporaryFolder } from '../journal/made-import.ts';

const WORKER = new URL('../../../electron/preparing/worker.ts', import.meta.url);
const TWO_THREADS: StagingHelp = { workerUrl: WORKER, leastBytes: 0 };
const ONE_THREAD: StagingHelp = { workerUrl: null };

/** Twenty blocks and a bit, with problems, duplicates, cells over several lines, blank rows, and dates that turn out late. */
function table(): string {
  const rows = ['name,phone,joined'];
  for (let index = 0; index < 5_200; index++) {
    const phone = index % 50 === 0 ? 'call later' : phoneOf(index % 97 === 0 ? 1 : index);
    const day = index === 5_000 ? '25/04/2026' : '03/04/2026';
    rows.push(`"Person ${index}${index % 11 === 0 ? '\nof somewhere' : ''}",${phone},${day}`);
    rows.push(...(index % 300 === 0 ? [',,'] : []));
  }
  return `${rows.join('\n')}\n`;
}

const MAPPING = {
  ...NAME_AND_PHONE,
  columns: [
    ...NAME_AND_PHONE.columns,
    ...NAME_AND_PHONE.columns.slice(0, 1).map((column) => ({
      ...column,
      columnIndex: 2,
      heading: 'joined',
      target: { kind: 'field' as const, apiName: 'joined' },
      choices: { ...column.choices, dateOrder: 'month-first' as const },
    })),
  ],
};

const WITH_DATE = {
  ...CONTEXT,
  fields: [
    ...CONTEXT.fields,
    { apiName: 'joined', label: 'Joined', type: 'date' as const, options: null, trustValues: false },
  ],
};

type Staged = {
  readonly result: Result<PreparedImport, Failure>;
  /** Every row of every table that staging fills. */
  readonly kept: unknown;
  readonly fractions: readonly number[];
};

async function stage(text: string, help: StagingHelp): Promise<Staged> {
  const folder = temporaryFolder();
  const sourcePath = join(folder, 'leads.csv');
  writeFileSync(sourcePath, text);
  const looked = await lookAtFile(sourcePath);
  if (!looked.ok) {
    throw new Error(looked.failure.kind);
  }
  const { modifiedAtMs: _changing, ...facts } = looked.value;
  const journalPath = join(folder, 'import.sqlite');
  const journal = openImportJournal(journalPath);
  onTestFinished(() => {
    journal.database.close();
  });
  const fractions: number[] = [];
  const sheet = { importId: 'i', journalPath, sourcePath, facts, matching: matchingOf(MAPPING) };
  const result = await stageSheet(
    journal,
    { ...sheet, context: WITH_DATE, undecided: 'wait' },
    ({ phase, fraction }) => {
      fractions.push(...(phase === 'reading' ? [fraction] : []));
    },
    help,
  );
  const kept = ['block', 'checked', `fact WHERE name <> 'sourcePath'`].map((from) =>
    journal.database.prepare(`SELECT * FROM ${from} ORDER BY 1`).all(),
  );
  return { result, kept, fractions };
}

describe('a sheet that is checked in a thread of its own', () => {
  it('is kept and found exactly as by one thread', async () => {
    const text = table();
    const one = await stage(text, ONE_THREAD);
    const two = await stage(text, TWO_THREADS);
    expect(two.kept).toEqual(one.kept);
    if (!one.result.ok || !two.result.ok) {
      throw new Error('Staging failed');
    }
    expect(two.result.value.prepared()).toEqual(one.result.value.prepared());
    const { checked, dates } = two.result.value.prepared();
    expect(checked.counts).toMatchObject({ problem: 104, duplicate: 52 });
    expect(dates).toMatchObject([{ columnIndex: 2 }]);
    expect(two.fractions.at(-1)).toBe(1);
    expect(two.fractions).toEqual([...two.fractions].sort((first, other) => first - other));
  });

  it('is checked here when the thread cannot be started', async () => {
    const text = table();
    const gone = { workerUrl: pathToFileURL(join(temporaryFolder(), 'none.js')), leastBytes: 0 };
    const two = await stage(text, gone);
    expect(two.result.ok).toBe(true);
    expect(two.kept).toEqual((await stage(text, ONE_THREAD)).kept);
  });

  it('is refused in the same words when it is no table to its end', async () => {
    const text = `${table()}"never closed,${'x'.repeat(300_000)}`;
    const two = await stage(text, TWO_THREADS);
    expect(two.result).toEqual((await stage(text, ONE_THREAD)).result);
    expect(two.result).toMatchObject({ ok: false, failure: { kind: 'quote-not-closed' } });
  });
});
