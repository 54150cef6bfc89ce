/** Why no connection could be made. `code` is what a `Reply` of kind `not-sent` says; the message is never shown or kept. */
export class ConnectionError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`No connection: ${code}`);
    this.name = 'ConnectionError';
    this.code = code;
  }
}

/** The system's name of an error. Of several attempts at several addresses, the first one's. Never a message: it may quote. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !('code' in error) && error.errors.length > 0) {
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
