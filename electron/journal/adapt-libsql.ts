import type { Database, Statement } from './open-database.ts';

/**
 * Makes a database of `libsql` answer as better-sqlite3 does, in the three places where it does not (each seen with 0.5.29):
 * a single `Buffer` or `null` is taken for an object of named values, and ends the process; `all` gives blobs as `ArrayBuffer`;
 * `get` adds a property of its own to the row.
 */
export function adaptLibsql(database: Database): Database {
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => adaptStatement(prepare(sql))) as unknown as Database['prepare'];
  return database;
}

function adaptStatement(statement: Statement): Statement {
  return {
    run: (...values: unknown[]) => statement.run(values),
    get: (...values: unknown[]) => {
      const row = statement.get(values);
      if (isRow(row)) {
        Reflect.deleteProperty(row, '_metadata');
      }
      return row;
    },
    all: (...values: unknown[]) => {
      const rows = statement.all(values);
      for (const row of rows) {
        if (isRow(row)) {
          wrapBlobs(row);
        }
      }
      return rows;
    },
  } as unknown as Statement;
}

function wrapBlobs(row: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(row)) {
    if (value instanceof ArrayBuffer) {
      row[name] = Buffer.from(value);
    }
  }
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
