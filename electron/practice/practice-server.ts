import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { STANDARD_FIELDS } from '../../shared/catalog/standard-fields.ts';
import { answerError, answerQueued, effectOf } from './answers.ts';
import { faultOf, type Fault, type FaultPlan } from './faults.ts';
import { isBearer } from './is-bearer.ts';
import { LeadBook, type BookedLead, type LostLead } from './lead-book.ts';
import { parseLead } from './parse-lead.ts';
import { Quota } from './quota.ts';
import { readBody } from './read-body.ts';
import { showReceived } from './received-page.ts';
import { answerSync, SYNC_PATH, type SyncSources } from './sync-answers.ts';

/** Telecrm's own quota. */
const DEFAULT_QUOTA_PER_HOUR = 18_000;
const DEFAULT_KEPT_REQUESTS = 20_000;

export type PracticeServerOptions = {
  /** Made up in Telecrm's shape unless given. */
  readonly token?: string;
  /** The token of the pretend Sync API; made up in Telecrm's shape unless given. */
  readonly syncToken?: string;
  /** 24 hex characters, made up unless given. */
  readonly enterpriseId?: string;
  /** Requests in any rolling hour, 18,000 unless given; beyond it 429. */
  readonly quotaPerHour?: number;
  /** How a 429 for the quota says how long to wait: in seconds (unless given), as a date, or not at all. */
  readonly retryAfter?: 'seconds' | 'date' | 'none';
  /** What goes wrong; nothing unless given. */
  readonly faults?: FaultPlan;
  /** The workspace's fields at the moment of a request; the standard six with the phone as identifier unless given. */
  readonly catalog?: () => SyncSources['catalog'];
  /** Fields of leads that are there from the beginning; none unless given. */
  readonly existing?: readonly Readonly<Record<string, unknown>>[];
  /** How many requests `received` remembers; 20,000 unless given. */
  readonly keptRequests?: number;
  /** Milliseconds since 1970; the system's clock unless given. */
  readonly nowMs?: () => number;
};

/** A request for Telecrm's one call, as it arrived. */
export type ReceivedRequest = {
  /** From 1, in the order of arrival. */
  readonly number: number;
  readonly atMs: number;
  /** Byte for byte; empty where a fault cut in before it was read. */
  readonly body: Buffer;
  /** The body as JSON; `undefined` when it is none. */
  readonly parsed: unknown;
  /** Whether the lead was taken in: what Telecrm calls queued. */
  readonly isTakenIn: boolean;
  /** Status of the answer; `null` when no whole answer was given. */
  readonly status: number | null;
};

/** Where the practice server listens and what it wants. */
export type PracticeAddress = {
  /** `http://127.0.0.1:PORT`: the base address to use in Telecrm's place. */
  readonly url: string;
  readonly enterpriseId: string;
  readonly token: string;
  /** Of the Sync API, which is under `/autoupdate/v2` of the same address. */
  readonly syncToken: string;
};

/**
 * A pretend Telecrm on this machine: the Async call with the documented answers, its own token, a quota, faults on demand,
 * and a book of leads kept by Telecrm's rules, silent drops included. For practising, demonstrations and tests alike.
 */
export class PracticeServer {
  readonly #token: string;
  readonly #enterpriseId: string;
  readonly #retryAfter: 'seconds' | 'date' | 'none';
  readonly #faults: FaultPlan;
  readonly #keptRequests: number;
  readonly #nowMs: () => number;
  readonly #quota: Quota;
  readonly #syncToken: string;
  readonly #catalog: () => SyncSources['catalog'];
  readonly #book: LeadBook;
  readonly #received: ReceivedRequest[] = [];
  #requestCount = 0;
  #server: Server | null = null;

  constructor(options: PracticeServerOptions = {}) {
    this.#token = options.token ?? newToken();
    this.#syncToken = options.syncToken ?? newToken();
    this.#enterpriseId = options.enterpriseId ?? randomBytes(12).toString('hex');
    this.#retryAfter = options.retryAfter ?? 'seconds';
    this.#faults = options.faults ?? [];
    this.#keptRequests = options.keptRequests ?? DEFAULT_KEPT_REQUESTS;
    this.#nowMs = options.nowMs ?? Date.now;
    this.#quota = new Quota(options.quotaPerHour ?? DEFAULT_QUOTA_PER_HOUR);
    this.#catalog = options.catalog ?? (() => ({ fields: STANDARD_FIELDS, identifier: 'phone' }));
    this.#book = new LeadBook(this.#catalog, options.existing);
  }

  /** All requests so far, those that are no longer remembered included. */
  get requestCount(): number {
    return this.#requestCount;
  }

  /**
   * Listens on 127.0.0.1, on a free port unless one is given. Rejects with the system's error when it cannot (`EADDRINUSE`).
   */
  async start(port = 0): Promise<PracticeAddress> {
    const server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    this.#server = server;
    return {
      url: `http://127.0.0.1:${portOf(server)}`,
      enterpriseId: this.#enterpriseId,
      token: this.#token,
      syncToken: this.#syncToken,
    };
  }

  /** Ends every connection. Idempotent. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server !== null) {
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.close();
      server.closeAllConnections();
      await closed;
    }
  }

  /** The newest requests, oldest first; at most `keptRequests`. */
  received(): readonly ReceivedRequest[] {
    return this.#received.slice(-this.#keptRequests);
  }

  /** The leads that requests created or changed, as Telecrm would hold them, changed last first. */
  leads(): readonly BookedLead[] {
    return this.#book.leads();
  }

  /** Requests that Telecrm would have lost whole, newest first. */
  lost(): readonly LostLead[] {
    return this.#book.lost();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith(SYNC_PATH) === true) {
      await answerSync(request, response, {
        enterpriseId: this.#enterpriseId,
        token: this.#syncToken,
        catalog: this.#catalog(),
        book: this.#book,
      });
      return;
    }
    if (request.method === 'GET') {
      showReceived(request, response, {
        leads: this.leads(),
        lost: this.lost(),
        requestCount: this.#requestCount,
      });
      return;
    }
    const called = /^\/enterprise\/([^/?]+)\/autoupdatelead(?:\?|$)/u.exec(request.url ?? '')?.[1];
    if (request.method !== 'POST' || called === undefined) {
      answerError(response, 404, { code: 'NOT_FOUND', message: 'There is nothing here' });
      return;
    }
    this.#requestCount += 1;
    const number = this.#requestCount;
    const fault = faultOf(this.#faults, number);
    if (fault?.kind === 'reset-before') {
      this.#remember(number, Buffer.alloc(0), undefined, { isTakenIn: false, status: null });
      effectOf(fault).act(response);
      return;
    }
    const body = await readBody(request);
    if (body !== null) {
      this.#answerCall(
        { number, fault, body, called, isAllowed: this.#isAllowed(request, called) },
        response,
      );
    }
  }

  #answerCall(call: Call, response: ServerResponse): void {
    const { number, fault, body } = call;
    const { parsed, lead } = parseLead(body);
    const refuse = (
      status: number,
      error: { readonly code: string; readonly message: string },
      headers: Readonly<Record<string, string>> = {},
    ): void => {
      this.#remember(number, body, parsed, { isTakenIn: false, status });
      answerError(response, status, error, headers);
    };
    if (!call.isAllowed) {
      refuse(401, { code: 'NOT_AUTHORIZED', message: `Not authorized for enterprise ${call.called}` });
      return;
    }
    const waitMs = this.#quota.take(this.#nowMs());
    if (waitMs > 0) {
      const error = { code: 'TOO_MANY_REQUESTS', message: 'The limit of requests in an hour is reached' };
      refuse(429, error, this.#retryAfterHeader(waitMs));
      return;
    }
    if (lead === null) {
      refuse(400, { code: 'BAD_REQUEST', message: 'The body must be JSON with an object "fields"' });
      return;
    }
    const effect = fault === null ? { isTakenIn: true, status: 200, act: answerQueued } : effectOf(fault);
    if (effect.isTakenIn) {
      this.#book.takeIn(lead.fields, lead.actions, this.#nowMs());
    }
    this.#remember(number, body, parsed, effect);
    effect.act(response);
  }

  #isAllowed(request: IncomingMessage, called: string): boolean {
    return called === this.#enterpriseId && isBearer(request, this.#token);
  }

  #retryAfterHeader(waitMs: number): Readonly<Record<string, string>> {
    if (this.#retryAfter === 'none') {
      return {};
    }
    const seconds = Math.ceil(waitMs / 1000);
    const date = new Date(Math.ceil((this.#nowMs() + waitMs) / 1000) * 1000).toUTCString();
    return { 'retry-after': this.#retryAfter === 'seconds' ? String(seconds) : date };
  }

  #remember(
    number: number,
    body: Buffer,
    parsed: unknown,
    end: { readonly isTakenIn: boolean; readonly status: number | null },
  ): void {
    const { isTakenIn, status } = end;
    this.#received.push({ number, atMs: this.#nowMs(), body, parsed, isTakenIn, status });
    // Twice as many are let in before half is thrown out, so that forgetting costs nothing per request.
    if (this.#received.length >= 2 * this.#keptRequests) {
      this.#received.splice(0, this.#received.length - this.#keptRequests);
    }
  }
}

type Call = {
  readonly number: number;
  readonly fault: Fault | null;
  readonly body: Buffer;
  /** Enterprise id in the address. */
  readonly called: string;
  readonly isAllowed: boolean;
};

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** In the shape that Telecrm's have. */
function newToken(): string {
  return `${randomUUID()}${Date.now()}:${randomUUID()}`;
}
