import { once } from 'node:events';
import http, { type IncomingMessage, type Server } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Route } from '../../../electron/telecrm/route.ts';

/** What a proxy does with a request for a tunnel. */
export type ProxyManner =
  | { readonly kind: 'tunnel' }
  /** Answers so instead of opening a tunnel. */
  | { readonly kind: 'answers'; readonly head: string; readonly body?: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'closes' }
  /** Opens the tunnel and cuts it as soon as anything comes back through it. */
  | { readonly kind: 'cuts' };

/** A proxy on this machine whose every tunnel leads to the same port here, whatever host was asked for. */
export class PretendProxy {
  manner: ProxyManner = { kind: 'tunnel' };
  /** The requests for a tunnel so far: `HOST:PORT` and their headers. */
  readonly asked: { readonly authority: string; readonly headers: http.IncomingHttpHeaders }[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  readonly #targetPort: number;

  /** Speaks TLS itself when given a certificate. */
  constructor(targetPort: number, certificate?: { readonly key: string; readonly cert: string }) {
    this.#targetPort = targetPort;
    this.#server = certificate === undefined ? http.createServer() : https.createServer(certificate);
    this.#server.on('connection', (socket) => this.#keep(socket));
    this.#server.on('tlsClientError', () => {});
    this.#server.on('connect', (request, socket, head) => this.#connect(request, socket, head));
  }

  get openSockets(): number {
    return this.#sockets.size;
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  route(changes: Partial<Extract<Route, { kind: 'proxy' }>> = {}): Route {
    const { port } = this.#server.address() as AddressInfo;
    return { kind: 'proxy', isSecure: false, host: '127.0.0.1', port, credentials: null, ...changes };
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await once(this.#server, 'close');
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #connect(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.asked.push({ authority: request.url ?? '', headers: request.headers });
    socket.on('error', () => {});
    const { manner } = this;
    switch (manner.kind) {
      case 'silent':
        socket.resume();
        socket.once('end', () => socket.destroy());
        return;
      case 'closes':
        socket.destroy();
        return;
      case 'answers': {
        const { head: status, body = '' } = manner;
        socket.end(`HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        return;
      }
      case 'tunnel':
      case 'cuts':
        this.#tunnel(socket, head, manner.kind === 'cuts');
    }
  }

  #tunnel(socket: Duplex, head: Buffer, isCut: boolean): void {
    const upstream: Socket = net.connect(this.#targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      socket.pipe(upstream);
      if (isCut) {
        upstream.once('data', () => socket.destroy());
      } else {
        upstream.pipe(socket);
      }
    });
    this.#keep(upstream);
    socket.once('close', () => upstream.destroy());
    upstream.once('close', () => socket.destroy());
  }
}
