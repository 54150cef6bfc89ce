import type { SecureContext } from 'node:tls';
import { checkToken, type Endpoint } from '../../shared/catalog/endpoint.ts';
import { TOKEN_MISSING, TOKEN_UNUSABLE, type Reply } from '../../shared/sending/reply.ts';
import { HIDDEN } from '../../shared/sending/redact.ts';
import type { LeadSink } from '../sending/ports.ts';
import { Requester } from './requester.ts';
import type { ProxyFinder } from './route.ts';

const DEFAULT_MAX_SOCKETS = 16;

export type AsyncClientOptions = Endpoint & {
  /** The token at the moment of a request; `null` when there is none. What it returns is used once and not kept. */
  readonly readToken: () => string | null;
  /** Connections at the same time; 16 unless given. */
  readonly maxSockets?: number;
  /** Who knows the proxies of the network. Not asked about this machine itself; without it every way is direct. */
  readonly proxies?: ProxyFinder;
  /** Whose certificates are good; those whom Node and the system trust unless given. */
  readonly trusted?: SecureContext;
};

/** Telecrm's Async API: one lead, one POST. */
export class AsyncClient implements LeadSink {
  readonly #requester: Requester;
  readonly #readToken: () => string | null;

  /** `apiUrl` and `enterpriseId` as `checkEndpoint` let them pass; throws a `TypeError` for an address that it would not. */
  constructor(options: AsyncClientOptions) {
    const { apiUrl, enterpriseId, readToken } = options;
    const base = apiUrl.replace(/\/+$/u, '');
    const url = new URL(`${base}/enterprise/${encodeURIComponent(enterpriseId)}/autoupdatelead`);
    this.#requester = new Requester(url, {
      maxSockets: options.maxSockets ?? DEFAULT_MAX_SOCKETS,
      proxies: options.proxies ?? null,
      trusted: options.trusted ?? null,
    });
    this.#readToken = readToken;
  }

  async send(body: string, signal: AbortSignal): Promise<Reply> {
    const token = checkToken(this.#readToken() ?? '');
    if (!token.ok) {
      const code = token.failure.kind === 'token-missing' ? TOKEN_MISSING : TOKEN_UNUSABLE;
      return { kind: 'not-sent', code, durationMs: 0 };
    }
    const headers = {
      Authorization: `Bearer ${token.value}`,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'telecrm-lead-importer',
    };
    const reply = await this.#requester.send({ method: 'POST', headers, body }, signal);
    // A server that echoes what it was sent must not bring the token into a journal.
    return reply.kind === 'answered' ? { ...reply, body: reply.body.replaceAll(token.value, HIDDEN) } : reply;
  }

  /** Drops every connection; a request that is still under way ends without an answer. Idempotent. */
  close(): void {
    this.#requester.close();
  }
}
