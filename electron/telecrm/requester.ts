import http, { type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { SecureContext } from 'node:tls';
import { PROXY_UNREACHABLE, PROXY_UNSUPPORTED, type Reply } from '../../shared/sending/reply.ts';
import { troubleOfCode } from '../../shared/sending/trouble.ts';
import { codeOf } from './connection-error.ts';
import { readStart } from './read-start.ts';
import { DIRECT, isOnThisMachine, type ProxyFinder, type Route } from './route.ts';
import { trustedAuthorities } from './trusted-authorities.ts';
import { TunnelAgent } from './tunnel-agent.ts';
import { answerTo, waitForAbort, watchConnection } from './watch-request.ts';

/** A connection idle for this long is dropped: servers do so after 5 s and more, and a request must not cross that. */
const IDLE_SOCKET_MS = 4_000;
/** So long a proxy that could not be reached comes after the other ways, as in browsers: each try may take many seconds. */
const AVOIDED_FOR_MS = 300_000;

export type RequesterOptions = {
  /** Connections at the same time. */
  readonly maxSockets: number;
  /** Not asked about addresses on this machine; `null` means that every address is reached directly. */
  readonly proxies: ProxyFinder | null;
  /** Whom to trust; `null` means those whom Node and the system trust. */
  readonly trusted: SecureContext | null;
  /** How an answer's body is read; its first 4,096 characters unless given. */
  readonly readBody?: (response: IncomingMessage) => Promise<string>;
};

/** One request as it leaves. */
export type OutgoingRequest = {
  readonly method: 'POST' | 'GET';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
};

/**
 * Requests to one address over kept connections, directly or through proxies, and how each of them ended, as a fact.
 *
 * [Note: Why node:http] What becomes of a lead hangs on one fact: had a connection been made when the request failed? Before
 * it, the request certainly did not leave (`not-sent`); after it, it may have arrived (`no-answer`). Sockets tell. `fetch`
 * does not, and Chromium's network stack (Electron's `net`) is worse: when a kept-alive connection turns out to be closed it
 * sends the POST again by itself, so that a lead with actions could be appended twice and nobody would know.
 */
export class Requester {
  readonly #url: URL;
  readonly #proxies: ProxyFinder | null;
  readonly #readBody: (response: IncomingMessage) => Promise<string>;
  readonly #agentOptions: https.AgentOptions;
  /** By way; most networks need one. */
  readonly #agents = new Map<string, Agent>();
  /** By way: until when it comes last, by `performance.now`. */
  readonly #avoidedUntilMs = new Map<string, number>();

  constructor(url: URL, options: RequesterOptions) {
    this.#url = url;
    this.#readBody = options.readBody ?? readStart;
    this.#proxies = isOnThisMachine(url) || url.protocol !== 'https:' ? null : options.proxies;
    const secureContext = url.protocol === 'https:' ? (options.trusted ?? trustedAuthorities()) : undefined;
    this.#agentOptions = {
      keepAlive: true,
      maxSockets: options.maxSockets,
      timeout: IDLE_SOCKET_MS,
      // Said outright, because otherwise a variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) could switch it off.
      rejectUnauthorized: true,
      ...(secureContext === undefined ? {} : { secureContext }),
    };
  }

  /**
   * One request by the first way that leads anywhere; another way is only tried where the request certainly did not leave
   * by the one before. Never rejects. Aborting `signal` ends it soon.
   */
  async send(request: OutgoingRequest, signal: AbortSignal): Promise<Reply> {
    const startedMs = performance.now();
    let furthest: { readonly ledTo: number; readonly reply: Reply } | null = null;
    for (const route of this.#inOrder(await this.#routes(signal))) {
      const end = await this.#sendBy(route, request, signal);
      const reply: Reply = { ...end, durationMs: performance.now() - startedMs };
      if (reply.kind !== 'not-sent') {
        return reply;
      }
      if (reply.code === PROXY_UNREACHABLE) {
        this.#avoidedUntilMs.set(keyOf(route), performance.now() + AVOIDED_FOR_MS);
      }
      const ledTo = howFar(route, reply.code);
      furthest = furthest === null || ledTo > furthest.ledTo ? { ledTo, reply } : furthest;
      if (signal.aborted || ledTo === LED_TO_AN_ANSWER) {
        break;
      }
    }
    // The next request asks the system anew: the way may be another one by now.
    this.#proxies?.forget();
    return (
      furthest?.reply ?? { kind: 'not-sent', code: 'TIMEOUT', durationMs: performance.now() - startedMs }
    );
  }

  /** Drops every connection; a request that is still under way ends without an answer. Idempotent. */
  close(): void {
    for (const agent of this.#agents.values()) {
      agent.destroy();
    }
  }

  /** None when it was given up before they were known. */
  async #routes(signal: AbortSignal): Promise<readonly Route[]> {
    if (this.#proxies === null) {
      return DIRECT;
    }
    const aborted = waitForAbort(signal);
    const routes = await Promise.race([this.#proxies.routesTo(this.#url), aborted.promise]);
    aborted.forget();
    return routes ?? [];
  }

  #inOrder(routes: readonly Route[]): readonly Route[] {
    const nowMs = performance.now();
    const isAvoided = (route: Route): boolean => (this.#avoidedUntilMs.get(keyOf(route)) ?? 0) > nowMs;
    return [...routes.filter((route) => !isAvoided(route)), ...routes.filter(isAvoided)];
  }

  async #sendBy(route: Route, outgoing: OutgoingRequest, signal: AbortSignal): Promise<ReplyFacts> {
    if (route.kind === 'unsupported') {
      return { kind: 'not-sent', code: PROXY_UNSUPPORTED };
    }
    const request = this.#open(this.#agentOf(route), outgoing, signal);
    const connection = watchConnection(request);
    try {
      const response = await answerTo(request, signal);
      const body = await this.#readBody(response);
      const { headers } = response;
      return {
        kind: 'answered',
        status: response.statusCode ?? 0,
        contentType: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
        retryAfter: headers['retry-after'] ?? null,
        date: headers.date ?? null,
        body,
      };
    } catch (error) {
      request.destroy();
      const code = signal.aborted ? 'TIMEOUT' : codeOf(error);
      return { kind: connection.isMade() ? 'no-answer' : 'not-sent', code };
    }
  }

  /** Redirects are not followed: they would carry the token elsewhere, and Telecrm never answers with one. */
  #open(agent: Agent, { method, headers, body }: OutgoingRequest, signal: AbortSignal): ClientRequest {
    const { request } = this.#url.protocol === 'https:' ? https : http;
    return request(this.#url, { method, agent, signal, headers }).end(body);
  }

  #agentOf(route: UsableRoute): Agent {
    const key = keyOf(route);
    const agent = this.#agents.get(key) ?? this.#newAgent(route);
    this.#agents.set(key, agent);
    return agent;
  }

  #newAgent(route: UsableRoute): Agent {
    if (route.kind === 'proxy') {
      return new TunnelAgent(route, this.#agentOptions);
    }
    return this.#url.protocol === 'https:'
      ? new https.Agent(this.#agentOptions)
      : new http.Agent(this.#agentOptions);
  }
}

type UsableRoute = Exclude<Route, { readonly kind: 'unsupported' }>;
type ReplyFacts = Reply extends infer Kind ? (Kind extends Reply ? Omit<Kind, 'durationMs'> : never) : never;

const LED_TO_AN_ANSWER = 3;

/** How far a way led that did not lead to Telecrm: of several, the one that led furthest says best what is wrong. */
function howFar(route: Route, code: string): number {
  if (code === PROXY_UNSUPPORTED) {
    return 0;
  }
  if (route.kind === 'direct' && troubleOfCode(code) === 'offline') {
    return 1;
  }
  return code === PROXY_UNREACHABLE ? 2 : LED_TO_AN_ANSWER;
}

function keyOf(route: Route): string {
  return JSON.stringify(route);
}
