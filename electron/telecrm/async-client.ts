import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { checkToken, type Endpoint } from '../../shared/catalog/endpoint.ts';
import { TOKEN_MISSING, TOKEN_UNUSABLE, type Reply } from '../../shared/sending/reply.ts';
import { HIDDEN } from '../../shared/sending/redact.ts';
import type { LeadSink } from '../sending/ports.ts';
import { readStart } from './read-start.ts';
import { trustedAuthorities } from './trusted-authorities.ts';

const DEFAULT_MAX_SOCKETS = 16;
/** A connection idle for this long is dropped: servers do so after 5 s and more, and a request must not cross that. */
const IDLE_SOCKET_MS = 4_000;

export type AsyncClientOptions = Endpoint & {
  /** The token at the moment of a request; `null` when there is none. What it returns is used once and not kept. */
  readonly readToken: () => string | null;
  /** Connections at the same time; 16 unless given. */
  readonly maxSockets?: number;
};

/**
 * Telecrm's Async API: one lead, one POST.
 *
 * [Note: Why node:http] What becomes of a lead hangs on one fact: had a connection been made when the request failed? Before
 * it, the request certainly did not leave (`not-sent`); after it, it may have arrived (`no-answer`). Sockets tell. `fetch`
 * does not, and Chromium's network stack (Electron's `net`) is worse: when a kept-alive connection turns out to be closed it
 * sends the POST again by itself, so that a lead with actions could be appended twice and nobody would know.
 */
export class AsyncClient implements LeadSink {
  readonly #url: URL;
  readonly #readToken: () => string | null;
  readonly #agent: http.Agent;

  /** `apiUrl` and `enterpriseId` as `checkEndpoint` let them pass; throws a `TypeError` for an address that it would not. */
  constructor(options: AsyncClientOptions) {
    const { apiUrl, enterpriseId, readToken, maxSockets = DEFAULT_MAX_SOCKETS } = options;
    const base = apiUrl.replace(/\/+$/u, '');
    this.#url = new URL(`${base}/enterprise/${encodeURIComponent(enterpriseId)}/autoupdatelead`);
    this.#readToken = readToken;
    const agentOptions = { keepAlive: true, maxSockets, timeout: IDLE_SOCKET_MS };
    if (this.#url.protocol === 'https:') {
      const secureContext = trustedAuthorities();
      // Said outright, because otherwise a variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) could switch it off.
      const tlsOptions = {
        rejectUnauthorized: true,
        ...(secureContext === undefined ? {} : { secureContext }),
      };
      this.#agent = new https.Agent({ ...agentOptions, ...tlsOptions });
    } else {
      this.#agent = new http.Agent(agentOptions);
    }
  }

  async send(body: string, signal: AbortSignal): Promise<Reply> {
    const startedMs = performance.now();
    const durationMs = (): number => performance.now() - startedMs;
    const token = checkToken(this.#readToken() ?? '');
    if (!token.ok) {
      const code = token.failure.kind === 'token-missing' ? TOKEN_MISSING : TOKEN_UNUSABLE;
      return { kind: 'not-sent', code, durationMs: durationMs() };
    }
    const request = this.#open(token.value, body, signal);
    const connection = watchConnection(request);
    try {
      const response = await answerTo(request);
      const start = await readStart(response);
      const { headers } = response;
      return {
        kind: 'answered',
        status: response.statusCode ?? 0,
        contentType: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
        retryAfter: headers['retry-after'] ?? null,
        date: headers.date ?? null,
        // A server that echoes what it was sent must not bring the token into a journal.
        body: start.replaceAll(token.value, HIDDEN),
        durationMs: durationMs(),
      };
    } catch (error) {
      request.destroy();
      const code = signal.aborted ? 'TIMEOUT' : codeOf(error);
      return { kind: connection.isMade() ? 'no-answer' : 'not-sent', code, durationMs: durationMs() };
    }
  }

  /** Drops every connection; a request that is still under way ends without an answer. Idempotent. */
  close(): void {
    this.#agent.destroy();
  }

  /** Redirects are not followed: they would carry the token elsewhere, and Telecrm never answers with one. */
  #open(token: string, body: string, signal: AbortSignal): ClientRequest {
    const { request } = this.#url.protocol === 'https:' ? https : http;
    return request(this.#url, {
      method: 'POST',
      agent: this.#agent,
      signal,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'telecrm-lead-importer',
      },
    }).end(body);
  }
}

/** Knows whether the request had a connection over which it may have left; with TLS, one whose certificate is trusted. */
function watchConnection(request: ClientRequest): { isMade(): boolean } {
  let isMade = false;
  request.once('socket', (socket) => {
    // A new socket is always still connecting here; one that is not served an earlier request (`reusedSocket` does not say
    // so for a request that had to wait for it).
    if (!socket.connecting) {
      isMade = true;
      return;
    }
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      isMade = true;
    });
  });
  return { isMade: () => isMade };
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // Stays: an error after the answer (a connection that is closed) must not end the program.
    request.on('error', reject);
  });
}

/** The system's name of an error. Of several attempts at several addresses, the first one's. Never a message: it may quote. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !('code' in error) && error.errors.length > 0) {
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
