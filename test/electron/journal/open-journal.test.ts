import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { asJournalError, JournalError } from '../../../electron/journal/journal-error.ts';
import { migrate } from '../../../electron/journal/migrate.ts';
import { openDatabase } from '../../../electron/journal/open-database.ts';
import { temporaryFolder } from './made-import.ts';

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof JournalError ? error.failure : error;
  }
  return null;
}

describe('a journal that does not open', () => {
  it('is never replaced when it is damaged', () => {
    const path = join(temporaryFolder(), 'import.sqlite');
    const damaged = Buffer.from('This was a journal until the disk failed. '.repeat(50));
    writeFileSync(path, damaged);
    expect(failureOf(() => openImportJournal(path))).toEqual({
      kind: 'journal-damaged',
      fileName: 'import.sqlite',
    });
    expect(readFileSync(path)).toEqual(damaged);
  });

  it('is left alone when a newer program wrote it', () => {
    const path = join(temporaryFolder(), 'global.sqlite');
    const database = openDatabase(path);
    database.pragma('user_version = 99');
    database.close();
    expect(failureOf(() => new GlobalJournal(path))).toEqual({
      kind: 'journal-newer',
      fileName: 'global.sqlite',
      version: 99,
    });
  });

  it('says so when its folder is gone', () => {
    const path = join(temporaryFolder(), 'nowhere', 'import.sqlite');
    expect(failureOf(() => openImportJournal(path))).toMatchObject({ kind: 'journal-unreadable' });
  });

  it('says so when another program holds it', () => {
    const path = join(temporaryFolder(), 'import.sqlite');
    const holder = openDatabase(path);
    holder.exec('CREATE TABLE held (x INTEGER); BEGIN EXCLUSIVE');
    expect(failureOf(() => migrateImpatiently(path))).toEqual({
      kind: 'journal-locked',
      fileName: 'import.sqlite',
    });
    holder.exec('ROLLBACK');
    holder.close();
  });
});

describe('migrations', () => {
  it('run once each, in order, and leave the rest when one fails', () => {
    const path = join(temporaryFolder(), 'a.sqlite');
    const database = openDatabase(path);
    const steps = [
      { version: 1, sql: 'CREATE TABLE one (x INTEGER) STRICT' },
      { version: 2, sql: 'CREATE TABLE two (x INTEGER) STRICT' },
    ];
    migrate(database, steps.slice(0, 1), path);
    migrate(database, steps, path);
    migrate(database, steps, path);
    expect(database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()).toEqual({ count: 2 });
    database.close();
  });
});

function migrateImpatiently(path: string): void {
  const database = openDatabase(path, { busyTimeoutMs: 0 });
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw asJournalError(error, path);
  } finally {
    database.close();
  }
}
