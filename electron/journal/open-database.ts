import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { adaptLibsql } from './adapt-libsql.ts';
import { asJournalError } from './journal-error.ts';

/** A connection to one SQLite file, with better-sqlite3's interface. */
export type Database = BetterSqlite3.Database;
/** A prepared statement; bind values are given at each call. */
export type Statement = BetterSqlite3.Statement;

/** How long a statement waits for another connection's lock before it gives up, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * better-sqlite3 13 speaks N-API 10 and ends the process on an older Node. The only runtime that old which we meet is
 * Electron 33, the stand-in for development and tests where the current Electron cannot be downloaded; there `libsql`, a
 * development dependency with the same interface, takes its place. It is never shipped.
 */
const FIRST_NAPI_OF_BETTER_SQLITE3 = 10;

export type Driver = 'better-sqlite3' | 'libsql';

export type OpenOptions = {
  /** How long a statement waits for another connection's lock, in milliseconds; 5,000 unless given. */
  readonly busyTimeoutMs?: number;
  /** For tests of both; what fits this runtime unless given. */
  readonly driver?: Driver;
};

/**
 * Opens the SQLite file at `path`, making it if it is not there. Every connection of the program is opened here.
 * Throws a `JournalError` when the file cannot be opened; an existing file is never replaced.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const { busyTimeoutMs = BUSY_TIMEOUT_MS, driver = driverOfThisRuntime() } = options;
  try {
    const database = driver === 'libsql' ? adaptLibsql(open(driver, path)) : open(driver, path);
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    throw asJournalError(error, path);
  }
}

/**
 * Makes commits durable: write-ahead log, and with `FULL` every commit is on the disk when it returns. (WAL alone may lose
 * the last commits at a power cut; a lost "sending" mark would mean a lead sent twice unknowingly.)
 */
export function makeDurable(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

function driverOfThisRuntime(): Driver {
  return Number(process.versions['napi'] ?? 0) >= FIRST_NAPI_OF_BETTER_SQLITE3 ? 'better-sqlite3' : 'libsql';
}

function open(driver: Driver, path: string): Database {
  const require = createRequire(import.meta.url);
  const Engine = require(driver) as typeof BetterSqlite3;
  return new Engine(path);
}
