import https, { type AgentOptions, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { TLSSocket, type SecureContext } from 'node:tls';
import { ConnectionError } from './connection-error.ts';
import { openTunnel } from './open-tunnel.ts';
import type { ProxyRoute } from './route.ts';

type HandOver = (error: Error | null, stream: Duplex) => void;

/** A tunnel that does not stand after this long never will; the sender would give its request up only a little later. */
const LONGEST_TUNNELLING_MS = 20_000;

/**
 * Connections to an https address through a proxy, kept and used again as Node's own agent does.
 *
 * [Note: Why not https-proxy-agent] It was tried. It replays a proxy's refusal as if Telecrm had answered, it hands a connection
 * over before the certificate was looked at, its connections stay idle for ever, and a request that is given up while the
 * proxy says nothing does not end. Here a request is given a connection only when the tunnel stands and the certificate of
 * Telecrm's host is trusted, so that for tunnels the same holds as without: no connection, certainly not sent.
 */
export class TunnelAgent extends https.Agent {
  readonly #proxy: ProxyRoute;
  readonly #secureContext: SecureContext | undefined;
  readonly #closing = new AbortController();

  constructor(proxy: ProxyRoute, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#secureContext = options.secureContext;
  }

  /** Called by Node when a request finds no idle connection. */
  override createConnection(options: RequestOptions, callback?: HandOver): undefined {
    void this.#handOver(options, callback);
  }

  /** Ends every connection, and the attempts to make one. */
  override destroy(): void {
    this.#closing.abort();
    super.destroy();
  }

  async #handOver(options: RequestOptions, callback: HandOver | undefined): Promise<void> {
    let socket: Duplex;
    try {
      socket = await this.#connect(options);
    } catch (error) {
      // Node takes the error alone; only its types want a stream beside it.
      (callback as ((error: unknown) => void) | undefined)?.(error);
      return;
    }
    callback?.(null, socket);
  }

  async #connect(options: RequestOptions): Promise<Duplex> {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(LONGEST_TUNNELLING_MS)]);
    const target = { host: options.host ?? '', port: Number(options.port) };
    const secureContext = this.#secureContext;
    const tunnel = await openTunnel(this.#proxy, target, { secureContext, signal });
    // Node's own: checks the certificate against the host of the request, remembers TLS sessions.
    const overTunnel: RequestOptions & { readonly socket: Duplex } = { ...options, socket: tunnel };
    const secured = super.createConnection(overTunnel);
    if (!(secured instanceof TLSSocket)) {
      throw new TypeError('An https agent made a connection without TLS');
    }
    return await whenTrusted(secured, signal);
  }
}

/** Resolves when the certificate was found good; until then nothing of a request may be written. */
function whenTrusted(socket: TLSSocket, signal: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      socket.destroy(new ConnectionError('ETIMEDOUT'));
    };
    const settle = (): void => {
      signal.removeEventListener('abort', giveUp);
      socket.off('close', closed);
    };
    const closed = (): void => {
      settle();
      reject(new ConnectionError('ECONNRESET'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('close', closed);
    // Stays until the connection is over: nobody else listens between this moment and the next request.
    socket.on('error', (error: Error) => {
      settle();
      reject(error);
    });
    socket.once('secureConnect', () => {
      settle();
      resolve(socket);
    });
    if (signal.aborted) {
      giveUp();
    }
  });
}
