import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalError } from '../../../electron/journal/journal-error.ts';
import { openDatabase, type Driver } from '../../../electron/journal/open-database.ts';
import { temporaryFolder } from './made-import.ts';

const DRIVERS: readonly Driver[] = ['better-sqlite3', 'libsql'];

describe.each(DRIVERS)('the database by way of %s', (driver) => {
  it('binds and gives back texts, numbers, nothing and bytes, alone or together', () => {
    const database = openDatabase(join(temporaryFolder(), 'a.sqlite'), { driver });
    database.exec('CREATE TABLE a (id INTEGER PRIMARY KEY, number REAL, text TEXT, bytes BLOB) STRICT');
    const bytes = Buffer.from(new Float64Array([0.5, 919_876_543_210]).buffer);
    database.prepare('INSERT INTO a (number, text, bytes) VALUES (?, ?, ?)').run(1.5, 'राहुल', bytes);
    database.prepare('INSERT INTO a (bytes) VALUES (?)').run(Buffer.alloc(0));
    database.prepare('INSERT INTO a (text) VALUES (?)').run(null);
    const rows = database.prepare('SELECT number, text, bytes FROM a ORDER BY id').all();
    expect(rows).toEqual([
      { number: 1.5, text: 'राहुल', bytes },
      { number: null, text: null, bytes: Buffer.alloc(0) },
      { number: null, text: null, bytes: null },
    ]);
    const one = database.prepare('SELECT bytes FROM a WHERE id = ?');
    expect(one.get(1)).toEqual({ bytes });
    expect(one.get(9)).toBeUndefined();
    expect(database.prepare('SELECT max(id) AS id FROM a WHERE id > 9').get()).toEqual({ id: null });
    database.close();
  });

  it('counts changes and knows whether a transaction is open', () => {
    const database = openDatabase(join(temporaryFolder(), 'a.sqlite'), { driver });
    database.exec('CREATE TABLE a (x INTEGER) STRICT; BEGIN');
    const insert = database.prepare('INSERT INTO a (x) VALUES (?)');
    insert.run(1);
    insert.run(2);
    expect(database.inTransaction).toBe(true);
    database.exec('COMMIT');
    expect(database.inTransaction).toBe(false);
    expect(database.prepare('UPDATE a SET x = ? WHERE x > 1').run(5).changes).toBe(1);
    database.close();
    expect(database.open).toBe(false);
  });

  it('says which failure it met', () => {
    const folder = temporaryFolder();
    expect(failureOf(() => openDatabase(join(folder, 'nowhere', 'a.sqlite'), { driver }))).toMatchObject({
      kind: 'journal-unreadable',
    });
  });
});

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof JournalError ? error.failure : error;
  }
  return null;
}
