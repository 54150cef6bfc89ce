import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import {
  PROXY_NO_WAY,
  PROXY_PASSWORD,
  PROXY_REFUSED,
  PROXY_UNREACHABLE,
} from '../../shared/sending/reply.ts';
import { isAboutCertificate } from '../../shared/sending/trouble.ts';
import { ConnectionError, codeOf } from './connection-error.ts';
import type { ProxyRoute } from './route.ts';

/**
 * Asks a proxy for a tunnel to `host:port` (`CONNECT`, RFC 9110 9.3.6) and answers with the bare connection through it. Rejects
 * with a `ConnectionError` when there is none; whatever the reason, nothing but the host's name has left then. The proxy's
 * own words are not read: anybody may have written them.
 */
export function openTunnel(
  proxy: ProxyRoute,
  target: { readonly host: string; readonly port: number },
  options: {
    /** Whom to trust besides Node's own list, for a proxy that is spoken to over TLS. */
    readonly secureContext: SecureContext | undefined;
    /** Gives up. Once the tunnel is handed over it has no effect. */
    readonly signal: AbortSignal;
  },
): Promise<Duplex> {
  const authority = `${isIPv6(target.host) ? `[${target.host}]` : target.host}:${target.port}`;
  const { request } = proxy.isSecure ? https : http;
  const { secureContext, signal } = options;
  return new Promise((resolve, reject) => {
    const connect = request({
      method: 'CONNECT',
      host: proxy.host,
      port: proxy.port,
      path: authority,
      agent: false,
      setHost: false,
      signal,
      headers: headersFor(proxy, authority),
      rejectUnauthorized: true,
      ...(secureContext === undefined ? {} : { secureContext }),
    });
    connect.once('connect', (answer: IncomingMessage, socket: Duplex, head: Buffer) => {
      const code = codeOfAnswer(answer.statusCode ?? 0);
      if (code === null) {
        socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.on('error', () => {});
      socket.destroy();
      reject(new ConnectionError(code));
    });
    // Stays: an error after the answer must not end the program.
    connect.on('error', (error) => {
      const code = codeOf(error);
      reject(new ConnectionError(isAboutCertificate(code) ? code : PROXY_UNREACHABLE));
    });
    connect.end();
  });
}

function headersFor(proxy: ProxyRoute, authority: string): Readonly<Record<string, string>> {
  const { credentials } = proxy;
  return {
    Host: authority,
    'User-Agent': 'telecrm-lead-importer',
    Connection: 'keep-alive',
    // Never standardised, but some proxies end the tunnel at once without it.
    'Proxy-Connection': 'keep-alive',
    ...(credentials === null
      ? {}
      : { 'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }),
  };
}

/** `null` when the tunnel stands: any 2xx, whatever it is called. */
function codeOfAnswer(status: number): string | null {
  if (status >= 200 && status <= 299) {
    return null;
  }
  if (status === 407) {
    return PROXY_PASSWORD;
  }
  return status >= 500 ? PROXY_NO_WAY : PROXY_REFUSED;
}
