import type { Failure } from '../../shared/failure.ts';
import { redact } from '../../shared/sending/redact.ts';

const LONGEST_DETAIL = 300;
const ABSOLUTE_PATH = /(?:\b[a-z]:)?[\\/][^\s'"`)]*[\\/]/giu;

/** What a thrown error means: the failure that it carries, as a `JournalError` does, or else a bug of ours. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof Error && 'failure' in error && isFailure(error.failure)) {
    return error.failure;
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'bug', detail: redact(text.replaceAll(ABSOLUTE_PATH, '')).slice(0, LONGEST_DETAIL) };
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}
