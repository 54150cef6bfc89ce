/** A web address taken apart. */
export type WebAddress = {
  readonly scheme: 'http' | 'https';
  /** True where the text began with `http://`, `https://` or `//`. */
  readonly hasScheme: boolean;
  /** Name or IPv4 address; ASCII letters in lower case. IPv6 addresses are not read: nobody hands them on. */
  readonly host: string;
  /** `:8080`, or empty. */
  readonly port: string;
  /** Path, query and fragment as written; empty, or begins with `/`, `?` or `#`. */
  readonly rest: string;
};

/** Longer ones are cut off by browsers and servers here and there. */
export const LONGEST_ADDRESS = 2000;

/** No user name and password before the host: they are secrets, or an e-mail address. */
const PARTS =
  /^(?:(?<scheme>https?):\/\/|\/\/)?(?<host>[^\s/:?#@[\]\\]+)(?<port>:\d{1,5})?(?<rest>[/?#].*)?$/isu;

/** What no address holds as it stands (RFC 3986); letters of all scripts are allowed, as browsers do. */
const FORBIDDEN = /[\s\p{C}"<>\\^`{}|]/u;

/** A label of a name: letters, vowel signs and digits of every script, hyphens and underscores inside. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** A last label: no top-level domain has digits, but for encoded ones. */
const TOP_LEVEL = /^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,58}[a-z0-9])$/iu;

/** Takes a web address apart; `null` when the text is none. `www.example.com/about` is one without scheme. */
export function parseWebAddress(text: string): WebAddress | null {
  if (text.length > LONGEST_ADDRESS || FORBIDDEN.test(text)) {
    return null;
  }
  const parts = PARTS.exec(text)?.groups;
  if (parts === undefined) {
    return null;
  }
  const { scheme, port = '', rest = '' } = parts;
  const host = asciiLowerCase(parts['host'] ?? '');
  const isPort = port === '' || (Number(port.slice(1)) > 0 && Number(port.slice(1)) < 65_536);
  return isPort && isHost(host)
    ? {
        scheme: scheme?.toLowerCase() === 'http' ? 'http' : 'https',
        hasScheme: scheme !== undefined || text.startsWith('//'),
        host,
        port,
        rest,
      }
    : null;
}

/** The address as it is sent: with a scheme. */
export function writtenOut({ scheme, host, port, rest }: WebAddress): string {
  return `${scheme}://${host}${port}${rest}`;
}

/** The four numbers of an IPv4 address; `null` for a name. */
export function ipv4Of(host: string): readonly number[] | null {
  const bytes = /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host) ? host.split('.').map(Number) : [];
  return bytes.length === 4 && bytes.every((byte) => byte < 256) ? bytes : null;
}

/** Names without a dot are hosts too, of an office's own network. What to think of them is for the caller. */
function isHost(host: string): boolean {
  return ipv4Of(host) !== null || isName(host);
}

/** A last label of digits, or in hexadecimal, is no name: browsers read `127.1` and `0x7f.1` as numbers. */
function isName(host: string): boolean {
  const labels = host.split('.');
  return (
    host.length <= 253 && labels.every((label) => LABEL.test(label)) && TOP_LEVEL.test(labels.at(-1) ?? '')
  );
}

function asciiLowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}
