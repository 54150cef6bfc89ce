import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a pretend Sync API answers to one call. */
export type SyncAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body: unknown;
};

/** One call as it arrived. */
export type SyncCallSeen = {
  /** `GET metadata`, with the query. */
  readonly call: string;
  readonly authorization: string;
  readonly body: string;
};

/** A server that answers calls by a table, whatever shape the table says; a call that is not in it gets a 404. */
export async function startPretendSync(
  answers: Readonly<Record<string, SyncAnswer | ((seen: SyncCallSeen) => SyncAnswer)>>,
): Promise<{ readonly url: string; readonly seen: readonly SyncCallSeen[] }> {
  const seen: SyncCallSeen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = `${request.method} ${request.url?.replace(/^\/autoupdate\/v2\/enterprise\/acme\//u, '')}`;
      const one = {
        call,
        authorization: request.headers.authorization ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
      };
      seen.push(one);
      const known = answers[call] ?? answers[call.replace(/\?.*$/u, '')];
      const answer = typeof known === 'function' ? known(one) : known;
      const { status, headers, body } = answer ?? { status: 404, body: { error: 'NOT_FOUND' } };
      response.writeHead(status ?? 200, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
