import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalFailure, SenderFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { JournalError, asJournalError } from '../journal/journal-error.ts';
import { openDatabase, type Database } from '../journal/open-database.ts';

const LOCK_FILE = 'sender-lease.sqlite';
/** Only for the message "process 4711 is sending"; whether someone is, the lock says. */
const PID_FILE = 'sender-lease.pid';

/** Permission to send: while it is held, no other window or command line on this machine can have it. */
export interface SenderLease {
  /** Gives the permission back. Idempotent. */
  release(): void;
}

/**
 * Takes the one permission to send from this data folder, or says who has it. It is an exclusive lock of SQLite's, kept for
 * as long as sending lasts: the system frees it when its holder dies, however it dies, so a dead holder never blocks, and no
 * process number that was given to another program is ever mistaken for one. Does not wait.
 */
export function takeSenderLease(dataFolder: string): Result<SenderLease, SenderFailure | JournalFailure> {
  const path = join(dataFolder, LOCK_FILE);
  const pidPath = join(dataFolder, PID_FILE);
  let database: Database | null = null;
  try {
    database = openDatabase(path, { busyTimeoutMs: 0 });
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    return failed(failureOf(asJournalError(error, path), pidPath));
  }
  writePid(pidPath);
  return success(new HeldLease(database, pidPath));
}

class HeldLease implements SenderLease {
  readonly #database: Database;
  readonly #pidPath: string;

  constructor(database: Database, pidPath: string) {
    this.#database = database;
    this.#pidPath = pidPath;
  }

  release(): void {
    if (!this.#database.open) {
      return;
    }
    // The file first: once the lock is free, the next holder may write its own.
    rmSync(this.#pidPath, { force: true });
    this.#database.exec('ROLLBACK');
    this.#database.close();
  }
}

function failureOf(error: unknown, pidPath: string): SenderFailure | JournalFailure {
  if (!(error instanceof JournalError)) {
    throw error;
  }
  return error.failure.kind === 'journal-locked'
    ? { kind: 'another-sender', pid: readPid(pidPath) }
    : error.failure;
}

function writePid(pidPath: string): void {
  try {
    writeFileSync(pidPath, `${process.pid}\n`);
  } catch (error) {
    // A full disk: the lease holds all the same, only the message will lack the number. What cannot be written is removed,
    // so that the number of an earlier holder is not taken for ours.
    if (!isSystemError(error)) {
      throw error;
    }
    rmSync(pidPath, { force: true });
  }
}

/** The holder's process number; `null` when it cannot be read. */
function readPid(pidPath: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidPath, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if (!isSystemError(error)) {
      throw error;
    }
    return null;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
