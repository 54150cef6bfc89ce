/** How one HTTP request ended, as facts; what it means is decided by `judgeReply`. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** `Content-Type` in lower case without parameters; empty when absent. */
      readonly contentType: string;
      /** `Retry-After` as it came; `null` when absent. */
      readonly retryAfter: string | null;
      /** `Date` of the answer as it came; `null` when absent. */
      readonly date: string | null;
      /** At most the first 4,096 characters of the body. */
      readonly body: string;
      readonly durationMs: number;
    }
  /**
   * No connection was made (refused, no such host, no network, TLS not trusted): the request certainly did not leave. `code`
   * is the system's name of the error, or one of the two below.
   */
  | { readonly kind: 'not-sent'; readonly code: string; readonly durationMs: number }
  /** The request left, or may have, and no complete answer came (timeout, reset, abort). */
  | { readonly kind: 'no-answer'; readonly code: string; readonly durationMs: number };

/** `code` of a request that did not leave because there is no token. */
export const TOKEN_MISSING = 'TOKEN_MISSING';
/** `code` of a request that did not leave because the token holds characters that no header can carry. */
export const TOKEN_UNUSABLE = 'TOKEN_UNUSABLE';
