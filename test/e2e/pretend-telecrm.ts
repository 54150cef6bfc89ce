import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { quietPort } from '../electron/telecrm/quiet-port.ts';

/** A lead as it arrived. */
export type ArrivedLead = { readonly body: string; readonly fields: Readonly<Record<string, unknown>> };

/**
 * A Telecrm outside the application, written without any of its code: it takes what the documentation says, and is
 * told by the test when to hold its answers (so that the application can be killed while leads are on their way) or
 * to refuse the token.
 */
export class PretendTelecrm {
  /** A token like no other text, to be looked for afterwards. */
  token = 'f00dface-1234-4abc-9def-0123456789ab1700000000042:deadbeef-4321-4cba-8fed-ba9876543210';
  readonly enterpriseId = '62ab16e5f1d2c3b4a5968778';
  /** Every request with the right token, in the order of arrival. */
  readonly arrived: ArrivedLead[] = [];
  refusedRequests = 0;
  #server: Server | null = null;
  #port = 0;
  #holdsAfter = Infinity;
  readonly #held: ServerResponse[] = [];
  #changed: () => void = () => undefined;

  /** Begins to listen at a port that no system gives to anybody by itself: nobody takes it while nobody listens there. */
  async start(): Promise<void> {
    await this.#listen(await quietPort());
  }

  /** Nobody answers at its address any more, as without a network. Requests under way are answered before. */
  async goAway(): Promise<void> {
    const server = this.#server;
    if (server === null) {
      return;
    }
    this.#port = (server.address() as AddressInfo).port;
    let isClosed = false;
    server.close(() => {
      isClosed = true;
    });
    while (!isClosed) {
      server.closeIdleConnections();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }

  /** Answers again, at the same address. */
  async comeBack(): Promise<void> {
    await this.#listen(this.#port);
  }

  get url(): string {
    const address = this.#server?.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  /** From the request after this many on, answers are held back. */
  holdAfter(count: number): void {
    this.#holdsAfter = count;
  }

  /** Requests whose answers are held back. */
  get heldCount(): number {
    return this.#held.length;
  }

  /** Answers everything again, what is held included (whoever asked may be gone). */
  release(): void {
    this.#holdsAfter = Infinity;
    for (const response of this.#held.splice(0)) {
      accept(response);
    }
  }

  /** Resolves as soon as `isTrue` says so after a request. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server !== null) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  async #listen(port: number): Promise<void> {
    const server = createServer((request, response) => void this.#take(request, response));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const isRight =
      request.method === 'POST' &&
      request.url === `/enterprise/${this.enterpriseId}/autoupdatelead` &&
      request.headers.authorization === `Bearer ${this.token}`;
    if (isRight) {
      const body = Buffer.concat(chunks).toString('utf8');
      const { fields } = JSON.parse(body) as { fields: Record<string, unknown> };
      this.arrived.push({ body, fields });
      if (this.arrived.length > this.#holdsAfter) {
        this.#held.push(response);
      } else {
        accept(response);
      }
    } else {
      this.refusedRequests += 1;
      response.writeHead(401, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({ error: { code: 'NOT_AUTHORIZED', message: `enterprise ${this.enterpriseId}` } }),
      );
    }
    this.#changed();
  }
}

function accept(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end('{"status":"QUEUED"}');
}
