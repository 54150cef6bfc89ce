import { basename } from 'node:path';
import type { JournalFailure } from '../../shared/failure.ts';
import { isDiskFull } from '../disk-full.ts';

/**
 * Trouble with a journal's file. Thrown rather than returned, because it can come out of any statement; every task that
 * works on a journal catches it at its border and hands on `failure`.
 */
export class JournalError extends Error {
  /** What a person should be told. */
  readonly failure: JournalFailure;

  constructor(failure: JournalFailure, cause?: unknown) {
    super(`Journal: ${failure.kind}`, { cause });
    this.name = 'JournalError';
    this.failure = failure;
  }
}

/**
 * Turns an error of SQLite into a `JournalError`; anything else is a bug and is returned as it came. `path` is only used
 * for the file's bare name.
 */
export function asJournalError(error: unknown, path: string): unknown {
  if (error instanceof JournalError) {
    return error;
  }
  const code = codeOf(error);
  if (code === null) {
    return error;
  }
  const fileName = basename(path);
  // The memory that connections share lies in a file as well, and only a full disk keeps that from growing.
  if (code.startsWith('SQLITE_FULL') || code === 'SQLITE_IOERR_SHMSIZE' || isDiskFull(code)) {
    return new JournalError({ kind: 'disk-full' }, error);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new JournalError({ kind: 'journal-damaged', fileName }, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new JournalError({ kind: 'journal-locked', fileName }, error);
  }
  if (/^SQLITE_(?:IOERR|CANTOPEN|READONLY|PERM|AUTH|NOLFS|PROTOCOL|NOMEM|TOOBIG|ERROR)/u.test(code)) {
    return new JournalError({ kind: 'journal-unreadable', fileName, code }, error);
  }
  return code.startsWith('SQLITE_')
    ? error
    : new JournalError({ kind: 'journal-unreadable', fileName, code }, error);
}

/** The name that SQLite or the system gives an error; better-sqlite3 and libsql both put it in `code`. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) {
    return null;
  }
  if ('code' in error && typeof error.code === 'string' && error.code !== '') {
    return error.code;
  }
  // A missing folder is answered without a code: by better-sqlite3 in these words, by libsql with SQLite's number 14.
  return error instanceof Error && /directory does not exist|Unable to open .*: 14/u.test(error.message)
    ? 'SQLITE_CANTOPEN'
    : null;
}
