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
   * No connection was made (refused, no such host, no network, TLS not trusted, a proxy that did not let us through): the
   * request certainly did not leave. `code` is the system's name of the error, or one of those below.
   */
  | { readonly kind: 'not-sent'; readonly code: string; readonly durationMs: number }
  /** The request left, or may have, and no complete answer came (timeout, reset, abort). */
  | { readonly kind: 'no-answer'; readonly code: string; readonly durationMs: number };

/** `code` of a request that did not leave because there is no token. */
export const TOKEN_MISSING = 'TOKEN_MISSING';
/** `code` of a request that did not leave because the token holds characters that no header can carry. */
export const TOKEN_UNUSABLE = 'TOKEN_UNUSABLE';
/** `code` where the proxy of the network cannot be reached, or does not speak like one. */
export const PROXY_UNREACHABLE = 'PROXY_UNREACHABLE';
/** `code` where the proxy wants a password (407) that we have not got. */
export const PROXY_PASSWORD = 'PROXY_PASSWORD';
/** `code` where the proxy does not let anybody through to this address (403 and the like). */
export const PROXY_REFUSED = 'PROXY_REFUSED';
/** `code` where the proxy itself did not reach Telecrm (502, 503, 504). */
export const PROXY_NO_WAY = 'PROXY_NO_WAY';
/** `code` where the network only has a kind of proxy that we do not speak (SOCKS). */
export const PROXY_UNSUPPORTED = 'PROXY_UNSUPPORTED';
