import type { Database, Statement } from './open-database.ts';

/**
 * Named facts about an import (how its file was read, the present mapping and decisions, …), each one JSON value. They were
 * written by this program into its own journal, so they are read back as the type they were written with; a changed shape
 * is a new format version with a migration.
 */
export class FactStore<Facts extends object> {
  readonly #put: Statement;
  readonly #get: Statement;

  constructor(database: Database) {
    this.#put = database.prepare(
      'INSERT INTO fact (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json',
    );
    this.#get = database.prepare('SELECT json FROM fact WHERE name = ?');
  }

  put<Name extends keyof Facts & string>(name: Name, value: Facts[Name]): void {
    this.#put.run(name, JSON.stringify(value));
  }

  /** The fact, or `null` when it was never put. */
  get<Name extends keyof Facts & string>(name: Name): Facts[Name] | null {
    const found = this.#get.get(name) as { json: string } | undefined;
    return found === undefined ? null : (JSON.parse(found.json) as Facts[Name]);
  }
}
