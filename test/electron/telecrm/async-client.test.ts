import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { PracticeServer, type PracticeServerOptions } from '../../../electron/practice/practice-server.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import { SELF_SIGNED } from './self-signed.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';
const BODY = JSON.stringify({ fields: { name: 'आशा "Asha" Rao', phone: '919876543210' } });

const cleanUps: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) {
    await cleanUp();
  }
});

/** Listens on a free port of this machine and answers with it. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUps.push(async () => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

function clientTo(
  apiUrl: string,
  changes: { readonly token?: string | null; readonly maxSockets?: number } = {},
): AsyncClient {
  const { token = TOKEN, maxSockets = 16 } = changes;
  const client = new AsyncClient({ apiUrl, enterpriseId: 'acme', readToken: () => token, maxSockets });
  cleanUps.push(() => client.close());
  return client;
}

async function practice(
  options: PracticeServerOptions,
): Promise<{ server: PracticeServer; client: AsyncClient }> {
  const server = new PracticeServer({ token: TOKEN, enterpriseId: 'acme', ...options });
  const { url } = await server.start();
  cleanUps.push(() => server.stop());
  return { server, client: clientTo(url) };
}

/** A server that answers every request with what `answer` writes to the bare socket. */
async function rawServer(answer: (socket: Socket, requestText: string) => void): Promise<string> {
  const port = await listen(
    net.createServer((socket) => socket.on('data', (chunk) => answer(socket, chunk.toString('utf8')))),
  );
  return `http://127.0.0.1:${port}`;
}

function send(client: AsyncClient, signal = new AbortController().signal): ReturnType<AsyncClient['send']> {
  return client.send(BODY, signal);
}

describe('the request', () => {
  test('is the documented call, its body byte for byte what it was given', async () => {
    const requests: {
      readonly line: string;
      readonly headers: http.IncomingHttpHeaders;
      readonly body: Buffer;
    }[] = [];
    const port = await listen(
      http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          requests.push({
            line: `${request.method} ${request.url}`,
            headers: request.headers,
            body: Buffer.concat(chunks),
          });
          response.end('{"status":"QUEUED"}');
        });
      }),
    );
    await send(clientTo(`http://127.0.0.1:${port}/some/path/`));
    expect(requests).toMatchObject([
      {
        line: 'POST /some/path/enterprise/acme/autoupdatelead',
        headers: {
          authorization: `Bearer ${TOKEN}`,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(BODY)),
          'user-agent': 'telecrm-lead-importer',
        },
      },
    ]);
    expect(requests[0]?.body.equals(Buffer.from(BODY))).toBe(true);
    expect(requests[0]?.headers).not.toHaveProperty('transfer-encoding');
  });

  test('reads the token anew each time, so that a new one counts at once', async () => {
    const server = new PracticeServer({ token: TOKEN, enterpriseId: 'acme' });
    const { url } = await server.start();
    cleanUps.push(() => server.stop());
    const tokens = ['wrong-token', TOKEN, null, 'not\na token', `Bearer ${TOKEN}`];
    const client = new AsyncClient({
      apiUrl: url,
      enterpriseId: 'acme',
      readToken: () => tokens.shift() ?? null,
    });
    cleanUps.push(() => client.close());
    expect(await send(client)).toMatchObject({ kind: 'answered', status: 401 });
    expect(await send(client)).toMatchObject({ kind: 'answered', status: 200 });
    expect(await send(client)).toMatchObject({ kind: 'not-sent', code: 'TOKEN_MISSING' });
    expect(await send(client)).toMatchObject({ kind: 'not-sent', code: 'TOKEN_UNUSABLE' });
    expect(await send(client)).toMatchObject({ kind: 'answered', status: 200 });
    expect(server.requestCount).toBe(3);
  });

  test('uses one connection for many requests one after another', async () => {
    let connections = 0;
    const server = http.createServer((_, response) => response.end('OK'));
    server.on('connection', () => {
      connections += 1;
    });
    const client = clientTo(`http://127.0.0.1:${await listen(server)}`);
    for (let request = 0; request < 10; request += 1) {
      expect((await send(client)).kind).toBe('answered');
    }
    expect(connections).toBe(1);
  });

  test('never follows a redirect: the token stays with the address it was given for', async () => {
    let elsewhere = 0;
    const port = await listen(
      http.createServer((_, response) => {
        elsewhere += 1;
        response.end();
      }),
    );
    const { client } = await practice({
      faults: [{ atRequest: 1, kind: 'redirect', location: `http://127.0.0.1:${port}/` }],
    });
    expect(await send(client)).toMatchObject({ kind: 'answered', status: 302 });
    expect(elsewhere).toBe(0);
  });
});

describe('the answer', () => {
  test('comes with all that is needed to judge it', async () => {
    const url = await rawServer((socket) =>
      socket.end(
        'HTTP/1.1 429 Too Many\r\nContent-Type: Text/HTML; charset=utf-8\r\nRetry-After: 7\r\n' +
          'Date: Wed, 21 Oct 2026 07:28:00 GMT\r\nContent-Length: 4\r\n\r\nSlow',
      ),
    );
    expect(await send(clientTo(url))).toEqual({
      kind: 'answered',
      status: 429,
      contentType: 'text/html',
      retryAfter: '7',
      date: 'Wed, 21 Oct 2026 07:28:00 GMT',
      body: 'Slow',
      durationMs: expect.any(Number) as number,
    });
  });

  test('is kept up to 4,096 characters, and its connection used again when it was not much longer', async () => {
    let connections = 0;
    const server = http.createServer((_, response) => response.end('स'.repeat(10_000)));
    server.on('connection', () => {
      connections += 1;
    });
    const client = clientTo(`http://127.0.0.1:${await listen(server)}`);
    for (let request = 0; request < 3; request += 1) {
      expect(await send(client)).toMatchObject({ kind: 'answered', body: 'स'.repeat(4_096) });
    }
    expect(connections).toBe(1);
  });

  test('without end is cut off, and is an answer all the same', async () => {
    const port = await listen(
      http.createServer((_, response) => {
        const pour = (): void => {
          while (!response.destroyed && response.write('x'.repeat(10_000))) {
            // Pours until the client stops reading.
          }
        };
        response.on('drain', pour);
        pour();
      }),
    );
    expect(await send(clientTo(`http://127.0.0.1:${port}`))).toMatchObject({ kind: 'answered', status: 200 });
  });

  test('that echoes the token does not bring it along', async () => {
    const port = await listen(
      http.createServer((request, response) => response.end(request.headers.authorization)),
    );
    const reply = await send(clientTo(`http://127.0.0.1:${port}`));
    expect(reply).toMatchObject({ kind: 'answered', body: 'Bearer [hidden]' });
    expect(JSON.stringify(reply)).not.toContain(TOKEN);
  });
});

describe('a request that certainly did not leave', () => {
  test('because nobody listens', async () => {
    const server = net.createServer();
    const port = await listen(server);
    server.close();
    expect(await send(clientTo(`http://127.0.0.1:${port}`))).toMatchObject({
      kind: 'not-sent',
      code: 'ECONNREFUSED',
    });
    // The clean-up closes every server once more.
    server.listen(0);
    await once(server, 'listening');
  });

  test('because the certificate is not trusted: nothing reaches the server', async () => {
    let requests = 0;
    const server = https.createServer(SELF_SIGNED, () => {
      requests += 1;
    });
    server.on('tlsClientError', () => {});
    const port = await listen(server);
    const reply = await send(clientTo(`https://localhost:${port}`));
    expect(reply).toMatchObject({ kind: 'not-sent', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(requests).toBe(0);
  });

  test('because the server does not speak TLS', async () => {
    const { url } = await plainPractice();
    const reply = await send(clientTo(url.replace('http:', 'https:')));
    expect(reply.kind).toBe('not-sent');
  });

  test('because it was given up while the connection was being made', async () => {
    const server = net.createServer();
    const port = await listen(server);
    const abort = new AbortController();
    const reply = send(clientTo(`https://127.0.0.1:${port}`), abort.signal);
    await once(server, 'connection');
    abort.abort();
    expect(await reply).toMatchObject({ kind: 'not-sent', code: 'TIMEOUT' });
  });

  test('because it was given up before it began', async () => {
    const { server, client } = await practice({});
    expect(await send(client, AbortSignal.abort())).toMatchObject({ kind: 'not-sent' });
    expect(server.requestCount).toBe(0);
  });
});

describe('a request that may have arrived', () => {
  test.each(['reset-before', 'reset-after', 'half-answer'] as const)('%s', async (kind) => {
    const { server, client } = await practice({ faults: [{ atRequest: 1, kind }] });
    expect(await send(client)).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
    expect(server.leads()).toHaveLength(kind === 'reset-before' ? 0 : 1);
    expect(await send(client)).toMatchObject({ kind: 'answered', status: 200 });
  });

  test('no answer until it is given up', async () => {
    const abort = new AbortController();
    const url = await rawServer(() => abort.abort());
    const reply = send(clientTo(url), abort.signal);
    expect(await reply).toMatchObject({ kind: 'no-answer', code: 'TIMEOUT' });
  });

  test('given up in the middle of the answer', async () => {
    const abort = new AbortController();
    const url = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"status"', () => abort.abort());
    });
    expect(await send(clientTo(url), abort.signal)).toMatchObject({ kind: 'no-answer', code: 'TIMEOUT' });
  });

  test('closed without a word', async () => {
    const url = await rawServer((socket) => socket.end());
    expect(await send(clientTo(url))).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
  });

  test('an answer that is not HTTP', async () => {
    const url = await rawServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    const reply = await send(clientTo(url));
    expect(reply.kind).toBe('no-answer');
  });

  test('a request that had to wait for a connection that was in use', async () => {
    let requests = 0;
    const url = await rawServer((socket) => {
      requests += 1;
      if (requests === 1) {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK');
      } else {
        socket.resetAndDestroy();
      }
    });
    const client = clientTo(url, { maxSockets: 1 });
    const replies = await Promise.all([send(client), send(client)]);
    expect(replies).toMatchObject([{ kind: 'answered' }, { kind: 'no-answer' }]);
  });
});

test('over TLS that is trusted, the connection is used again, and a reset after it was made may have arrived', async () => {
  let requests = 0;
  const server = https.createServer(SELF_SIGNED, (request, response) => {
    requests += 1;
    if (requests === 2) {
      request.socket.destroy();
    } else {
      response.end('OK');
    }
  });
  const port = await listen(server);
  const folder = mkdtempSync(path.join(tmpdir(), 'async-client-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  const certificate = path.join(folder, 'certificate.pem');
  writeFileSync(certificate, SELF_SIGNED.cert);
  const stdout = await sendInProcess(port, { NODE_EXTRA_CA_CERTS: certificate });
  expect(JSON.parse(stdout)).toMatchObject([
    { kind: 'answered', status: 200, body: 'OK' },
    { kind: 'no-answer', code: 'ECONNRESET' },
    { kind: 'answered', status: 200 },
  ]);
});

test('no variable of the environment makes it trust anyone', async () => {
  let requests = 0;
  const server = https.createServer(SELF_SIGNED, (_, response) => {
    requests += 1;
    response.end('OK');
  });
  server.on('tlsClientError', () => {});
  const port = await listen(server);
  const stdout = await sendInProcess(port, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  expect(JSON.parse(stdout)).toMatchObject([
    { kind: 'not-sent' },
    { kind: 'not-sent' },
    { kind: 'not-sent' },
  ]);
  expect(requests).toBe(0);
});

/** Authorities and such variables are read once, when a process starts, so this needs one of its own. */
async function sendInProcess(port: number, environment: Readonly<Record<string, string>>): Promise<string> {
  const script = path.join(import.meta.dirname, 'send-over-tls.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, `https://localhost:${port}`], {
    env: { ...process.env, ...environment },
  });
  return stdout;
}

test('closing drops a request that is still under way, which is then without an answer, and closing twice is no harm', async () => {
  const client = clientTo(await rawServer(() => closeTwice()));
  const closeTwice = (): void => {
    client.close();
    client.close();
  };
  expect(await send(client)).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET' });
});

async function plainPractice(): Promise<{ readonly url: string }> {
  const server = new PracticeServer();
  const address = await server.start();
  cleanUps.push(() => server.stop());
  return address;
}
