import type { SecureContext } from 'node:tls';
import { checkToken } from '../../shared/catalog/endpoint.ts';
import type { SyncPart } from '../../shared/catalog/catalog-note.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { HIDDEN } from '../../shared/sending/redact.ts';
import type { Reply } from '../../shared/sending/reply.ts';
import { retryAfterMs } from '../../shared/sending/retry-after.ts';
import { judgeSyncReply } from './judge-sync-reply.ts';
import { readWhole } from './read-whole.ts';
import { Requester } from './requester.ts';
import type { ProxyFinder } from './route.ts';
import type { SyncPace } from './sync-pace.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
/** A 429 without a word about how long: so long, and twice as long at every further one. */
const FIRST_WAIT_MS = 5_000;
/** The gap between two calls is no wait; from here on people wonder what is going on. */
const NOTICED_WAIT_MS = 3_000;
/** How often a call is made in all when the server asks to slow down. */
const MOST_TRIES = 4;

export type SyncClientOptions = {
  /** As `syncUrlOf` gives it. */
  readonly syncUrl: string;
  readonly enterpriseId: string;
  /** The Sync token at the moment of a call; `null` when there is none. Used once and not kept. */
  readonly readToken: () => string | null;
  /** Shared by all clients of one token. */
  readonly pace: SyncPace;
  /** The longest that is waited when the server asks to slow down, in milliseconds; beyond it the call fails. */
  readonly longestWaitMs: number;
  /**
   * Is told before a wait that somebody would notice: until when it lasts, in milliseconds since 1970; and `null` when it is over.
   */
  readonly onWait?: (untilMs: number | null) => void;
  /** After how many milliseconds a call is given up; 30,000 unless given. */
  readonly timeoutMs?: number;
  /** Milliseconds since 1970; the system's clock unless given. */
  readonly wallMs?: () => number;
  readonly proxies?: ProxyFinder;
  readonly trusted?: SecureContext;
};

/** One call of the Sync API. */
export type SyncCall = {
  /** What is asked for. */
  readonly part: SyncPart;
  /** Behind `/enterprise/{id}/`, with its query. */
  readonly path: string;
  /** Sent as JSON by POST; `null` for a GET. */
  readonly body: object | null;
};

/** Telecrm's Sync API, which only reads. What an answer means is for `sync-wire.ts`. */
export class SyncClient {
  readonly #options: SyncClientOptions;
  /** The address called last and the connections to it. */
  #latest: { readonly url: string; readonly requester: Requester } | null = null;

  constructor(options: SyncClientOptions) {
    this.#options = options;
  }

  /**
   * The answer's JSON, of any shape. Waits its turn; waits on, and asks again, where the server says that it is too much.
   * Aborting `signal` ends it soon with `cancelled`.
   */
  async call(call: SyncCall, signal: AbortSignal): Promise<Result<unknown, Failure>> {
    for (let tries = 1; ; tries += 1) {
      if (!(await this.#turn(signal))) {
        return failed({ kind: 'cancelled' });
      }
      const token = checkToken(this.#options.readToken() ?? '');
      if (!token.ok) {
        const kind = token.failure.kind === 'token-missing' ? 'sync-token-missing' : 'sync-token-refused';
        return failed({ kind });
      }
      const reply = await this.#request(call, token.value, signal);
      if (signal.aborted) {
        return failed({ kind: 'cancelled' });
      }
      const waitMs = this.#wishedWaitMs(reply, tries);
      if (waitMs === null || tries === MOST_TRIES || waitMs > this.#options.longestWaitMs) {
        return judgeSyncReply(reply, call.part);
      }
      this.#options.pace.pause(waitMs);
    }
  }

  /** Drops every connection. Idempotent. */
  close(): void {
    this.#latest?.requester.close();
    this.#latest = null;
  }

  /** False where `signal` was aborted meanwhile. */
  async #turn(signal: AbortSignal): Promise<boolean> {
    const { pace, onWait = () => undefined } = this.#options;
    const waitMs = pace.waitMs();
    if (waitMs < NOTICED_WAIT_MS) {
      return await pace.turn(signal);
    }
    onWait(this.#wallMs() + waitMs);
    const isTurn = await pace.turn(signal);
    onWait(null);
    return isTurn;
  }

  #wallMs(): number {
    return (this.#options.wallMs ?? Date.now)();
  }

  /** `null` where the answer is not about pace. */
  #wishedWaitMs(reply: Reply, tries: number): number | null {
    if (
      reply.kind !== 'answered' ||
      (reply.status !== 429 && !(reply.status === 503 && reply.retryAfter !== null))
    ) {
      return null;
    }
    return retryAfterMs(reply.retryAfter, reply.date, this.#wallMs()) ?? FIRST_WAIT_MS * 2 ** (tries - 1);
  }

  async #request(call: SyncCall, token: string, signal: AbortSignal): Promise<Reply> {
    const body = call.body === null ? '' : JSON.stringify(call.body);
    const headers = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'User-Agent': 'telecrm-lead-importer',
      ...(call.body === null
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
    };
    const method = call.body === null ? 'GET' : 'POST';
    const timeout = AbortSignal.timeout(this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const reply = await this.#requesterFor(call.path).send(
      { method, headers, body },
      AbortSignal.any([signal, timeout]),
    );
    // A server that echoes what it was sent must not bring the token anywhere.
    return reply.kind === 'answered' ? { ...reply, body: reply.body.replaceAll(token, HIDDEN) } : reply;
  }

  /** Calls to one address share a connection; searches, the only ones by the thousand, all have the same. */
  #requesterFor(path: string): Requester {
    const { syncUrl, enterpriseId, proxies, trusted } = this.#options;
    const url = `${syncUrl}/enterprise/${encodeURIComponent(enterpriseId)}/${path}`;
    if (this.#latest?.url !== url) {
      this.close();
      const options = {
        maxSockets: 1,
        proxies: proxies ?? null,
        trusted: trusted ?? null,
        readBody: readWhole,
      };
      this.#latest = { url, requester: new Requester(new URL(url), options) };
    }
    return this.#latest.requester;
  }
}
