import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { JournalError } from '../journal/journal-error.ts';

/** The value, or what a `JournalError` stands for; anything else is a bug and is thrown on. */
export function orFailure<Value>(work: () => Value): Result<Value, Failure> {
  try {
    return success(work());
  } catch (error) {
    return failed(failureOfJournal(error));
  }
}

/** What a `JournalError` stands for; anything else is a bug and is thrown on. */
export function failureOfJournal(error: unknown): Failure {
  if (error instanceof JournalError) {
    return error.failure;
  }
  throw error;
}

/** Does `work`, whose end says itself whether it went well; a `JournalError` on the way is a failure as well. */
export async function guarded<Value>(
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  try {
    return await work();
  } catch (error) {
    return failed(failureOfJournal(error));
  }
}
