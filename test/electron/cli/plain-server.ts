import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as it arrived. */
export type Arrived = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly contentType: string;
  readonly body: string;
};

/** A server that knows nothing of ours: it writes down what arrives and answers as Telecrm's documentation says. */
export type PlainServer = {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Answers no more requests until `release` is called; they have arrived all the same. */
  hold: () => void;
  release: () => void;
  /** Resolves when `count` requests have arrived. */
  readonly whenArrived: (count: number) => Promise<void>;
};

/** Starts one for the time of a test. `answer` decides the status, 200 unless given. */
export async function startPlainServer(
  answer: (arrived: Arrived) => number = () => 200,
): Promise<PlainServer> {
  const arrived: Arrived[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let held: (() => void)[] | null = null;
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const one: Arrived = {
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        contentType: request.headers['content-type'] ?? '',
        body,
      };
      arrived.push(one);
      const status = answer(one);
      const reply = (): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(
          status < 300
            ? '{"status":"QUEUED"}'
            : `{"error":{"code":"${status === 400 ? 'BAD_LEAD' : 'NOT_AUTHORIZED'}","message":"No"}}`,
        );
      };
      if (held === null) {
        reply();
      } else {
        held.push(reply);
      }
      for (const { resolve } of waiting.filter(({ count }) => arrived.length >= count)) {
        resolve();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    hold: () => {
      held ??= [];
    },
    release: () => {
      const replies = held ?? [];
      held = null;
      replies.forEach((reply) => {
        reply();
      });
    },
    whenArrived: (count) =>
      arrived.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
