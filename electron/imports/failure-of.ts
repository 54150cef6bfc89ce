import { basename } from 'node:path';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { isDiskFull } from '../disk-full.ts';
import { JournalError } from '../journal/journal-error.ts';

/** The failure that a thrown error stands for. `name` is a file or folder for the sentence. Bugs are thrown on. */
export function failureOf(error: unknown, name: string): Failure {
  if (error instanceof JournalError) {
    return error.failure;
  }
  if (error instanceof Error && 'code' in error) {
    const code = String(error.code);
    return isDiskFull(code)
      ? { kind: 'disk-full' }
      : { kind: 'journal-unreadable', fileName: basename(name), code };
  }
  throw error;
}

/** Does one thing with files or journals; what they throw becomes a failure. `name` is as for `failureOf`. */
export function attempt(act: () => void, name: string): Result<null, Failure> {
  try {
    act();
    return success(null);
  } catch (error) {
    return failed(failureOf(error, name));
  }
}
