import { parsePacAnswer } from './pac-answer.ts';
import { DIRECT, type ProxyFinder, type Route } from './route.ts';

/** After this long the system is asked again, because computers are carried from network to network. */
const KNOWN_FOR_MS = 60_000;

/** Asks somebody who answers like a proxy script, and remembers the answer for a minute. */
export class RememberedProxies implements ProxyFinder {
  readonly #resolve: (url: string) => Promise<string>;
  readonly #nowMs: () => number;
  /** By scheme, host and port. A promise, so that requests that leave together ask once. */
  readonly #known = new Map<
    string,
    { readonly untilMs: number; readonly routes: Promise<readonly Route[]> }
  >();

  /** `resolve` answers in a script's words (`PROXY a:8080; DIRECT`). `nowMs` never goes back; the system's unless given. */
  constructor(resolve: (url: string) => Promise<string>, nowMs: () => number = () => performance.now()) {
    this.#resolve = resolve;
    this.#nowMs = nowMs;
  }

  routesTo(url: URL): Promise<readonly Route[]> {
    const nowMs = this.#nowMs();
    const known = this.#known.get(url.origin);
    if (known !== undefined && nowMs < known.untilMs) {
      return known.routes;
    }
    const routes = this.#ask(url);
    this.#known.set(url.origin, { untilMs: nowMs + KNOWN_FOR_MS, routes });
    return routes;
  }

  forget(): void {
    this.#known.clear();
  }

  /** Only the address's origin is handed on: the rest is nobody's business, least of all a script's from the network. */
  async #ask(url: URL): Promise<readonly Route[]> {
    try {
      return parsePacAnswer(await this.#resolve(`${url.origin}/`));
    } catch {
      return DIRECT;
    }
  }
}
