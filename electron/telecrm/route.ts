/** A way to Telecrm. */
export type Route =
  | { readonly kind: 'direct' }
  | ProxyRoute
  /** A kind of proxy that this program does not speak, such as `socks5`; `unknown` when it could not be read. */
  | { readonly kind: 'unsupported'; readonly scheme: string };

/** Through a proxy, by a tunnel (`CONNECT`): it sees the name of Telecrm's host and nothing of what is sent. */
export type ProxyRoute = {
  readonly kind: 'proxy';
  /** Whether the proxy itself is spoken to over TLS. */
  readonly isSecure: boolean;
  /** Name or address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** `name:password` as they are; `null` when the proxy wants none. Secret: never in a log or a failure. */
  readonly credentials: string | null;
};

/** Without any proxy. */
export const DIRECT: readonly Route[] = [{ kind: 'direct' }];

/** Who knows by which ways an address is reached. */
export interface ProxyFinder {
  /** The ways to this address, the first one first; never empty. Never rejects: in doubt the way is direct. */
  routesTo(url: URL): Promise<readonly Route[]>;
  /** No connection could be made: what was known may be out of date, because the network is another one. */
  forget(): void;
}

const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu;

/** Whether an address is on this machine; nothing for this machine ever goes through a proxy. */
export function isOnThisMachine(url: URL): boolean {
  return THIS_MACHINE.test(url.hostname);
}
