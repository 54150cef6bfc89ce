import { DIRECT, type Route } from './route.ts';

/** Where the port is left out: as browsers take it. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { proxy: 80, http: 80, https: 443 };
/** `HOST`, `HOST:PORT`, `[IPv6]`, `[IPv6]:PORT`. */
const HOST_AND_PORT = /^(?:\[(?<ipv6>[0-9a-f:.]+)\]|(?<name>[^\s:[\]/@]+))(?::(?<port>\d{1,5}))?$/iu;

/**
 * Reads what a proxy script (PAC) or the system answers to "how do I get there?": `PROXY a:8080; HTTPS b:443; DIRECT`, the
 * first way first. As in browsers, a part that makes no sense is left out, and where nothing makes sense the way is direct.
 */
export function parsePacAnswer(answer: string): readonly Route[] {
  const routes = answer
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => routeOf(part) ?? []);
  return routes.length === 0 ? DIRECT : routes;
}

function routeOf(part: string): Route | null {
  const [scheme = '', place = '', ...surplus] = part.split(/\s+/u);
  const kind = scheme.toLowerCase();
  if (kind === 'direct') {
    return place === '' ? { kind: 'direct' } : null;
  }
  const found = surplus.length === 0 ? HOST_AND_PORT.exec(place)?.groups : undefined;
  if (found === undefined) {
    return null;
  }
  const defaultPort = DEFAULT_PORTS[kind];
  if (defaultPort === undefined) {
    return /^(?:socks\d?|quic)$/u.test(kind) ? { kind: 'unsupported', scheme: kind } : null;
  }
  const port = Number(found['port'] ?? defaultPort);
  const host = found['ipv6'] ?? found['name'] ?? '';
  const isPort = port >= 1 && port <= 65_535;
  return isPort ? { kind: 'proxy', isSecure: kind === 'https', host, port, credentials: null } : null;
}
