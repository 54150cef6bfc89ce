import { DIRECT, type ProxyFinder, type Route } from './route.ts';

/** Variables of the environment; those that are not set are absent. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where there is no window, the variables that every command line tool honours say where the proxy is. They are looked up
 * anew for each connection, so nothing has to be forgotten.
 */
export function environmentProxies(environment: Environment): ProxyFinder {
  return {
    routesTo: (url) => Promise.resolve(routesByEnvironment(environment, url)),
    forget: () => {},
  };
}

/**
 * The way to an address by `HTTPS_PROXY` (for plain http `HTTP_PROXY`), `ALL_PROXY` and `NO_PROXY`; in lower case they win, as
 * they do for curl. A value without scheme is an http proxy.
 */
export function routesByEnvironment(environment: Environment, url: URL): readonly Route[] {
  const read = (name: string): string =>
    (environment[name.toLowerCase()] || environment[name.toUpperCase()] || '').trim();
  const proxy = read(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') || read('all_proxy');
  return proxy === '' || isExcepted(read('no_proxy'), url) ? DIRECT : [routeOf(proxy)];
}

/**
 * Whether `NO_PROXY` names the address: `*`, a host (and all hosts under it, with or without `*.` or `.` in front), either
 * with a port if need be; several are parted by commas or blanks. Ranges of addresses are not read: Telecrm's hosts have names.
 */
function isExcepted(exceptions: string, url: URL): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((exception) => exception !== '')
    .some((exception) => {
      const { host = '', onlyPort } =
        /^(?<host>\[[^\]]*\]|[^:]*)(?::(?<onlyPort>\d+))?$/u.exec(exception)?.groups ?? {};
      const domain = host.replace(/^\*?\./u, '');
      return (
        (onlyPort === undefined || onlyPort === port) &&
        (domain === '*' ||
          (domain !== '' && (url.hostname === domain || url.hostname.endsWith(`.${domain}`))))
      );
    });
}

function routeOf(value: string): Route {
  const text = /^[a-z][a-z\d+.-]*:\/\//iu.test(value) ? value : `http://${value}`;
  if (!URL.canParse(text)) {
    return { kind: 'unsupported', scheme: 'unknown' };
  }
  const url = new URL(text);
  const scheme = url.protocol.slice(0, -1);
  if ((scheme !== 'http' && scheme !== 'https') || url.hostname === '') {
    return { kind: 'unsupported', scheme };
  }
  const isSecure = scheme === 'https';
  const name = unescaped(url.username);
  const password = unescaped(url.password);
  return {
    kind: 'proxy',
    isSecure,
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: Number(url.port || (isSecure ? 443 : 80)),
    credentials: name === '' && password === '' ? null : `${name}:${password}`,
  };
}

/** A percent sign that begins nothing stands for itself: people write passwords as they are. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
