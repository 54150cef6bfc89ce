import type { TelecrmFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import { redact } from '../sending/redact.ts';

/** Where requests of a workspace go. */
export type Endpoint = {
  /** `https://host[:port][/path]` without a trailing slash; plain `http` for this machine alone. */
  readonly apiUrl: string;
  readonly enterpriseId: string;
};

/** Longest address that is kept in a failure, to be shown. */
const LONGEST_URL = 200;

/** Scheme, host (with IPv6 in brackets), port, path. No user name, query or fragment: they have no place here. */
const URL_PARTS =
  /^(?<scheme>https?):\/\/(?<host>\[[0-9a-f:.]+\]|[^\s/:@?#[\]\\]+)(?::(?<port>\d{1,5}))?(?<path>\/[^\s?#\\]*)?$/iu;
const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu;

/** Seen in every token so far, documented nowhere: a uuid, 13 digits, a colon, a uuid. Only good for telling mix-ups. */
const TOKEN_SHAPE =
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\d{0,20}:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
/** Seen in every enterprise id so far, documented nowhere. */
const ENTERPRISE_ID_SHAPE = /^[0-9a-f]{24}$/iu;

/** Checks the address before `/enterprise/…`. Blanks around it and slashes at its end are forgiven. */
export function checkApiUrl(text: string): Result<string, TelecrmFailure> {
  const url = text.trim().replace(/\/+$/u, '');
  const parts = URL_PARTS.exec(url)?.groups;
  if (parts === undefined || !isPort(parts['port'])) {
    return failed({ kind: 'url-unreadable', url: withoutSecrets(url).slice(0, LONGEST_URL) });
  }
  const { scheme = '', host = '', port } = parts;
  if (scheme.toLowerCase() === 'http' && !THIS_MACHINE.test(host)) {
    const shown = `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
    return failed({ kind: 'url-not-secure', url: shown.slice(0, LONGEST_URL) });
  }
  return success(url);
}

/** Checks an enterprise id for what people paste in its place. Its shape is not documented, so an unusual one may pass. */
export function checkEnterpriseId(text: string): Result<string, TelecrmFailure> {
  const enterpriseId = text.trim();
  if (enterpriseId === '') {
    return failed({ kind: 'enterprise-id-missing' });
  }
  if (TOKEN_SHAPE.test(withoutBearer(enterpriseId))) {
    return failed({ kind: 'enterprise-id-is-token' });
  }
  return /^[\w-]{1,100}$/u.test(enterpriseId) ? success(enterpriseId) : failed({ kind: 'enterprise-id-odd' });
}

/**
 * Checks a token as it was typed or pasted, and answers with it as it is sent: without blanks around it and without the word
 * "Bearer". Its shape is not documented, so whatever a header can carry may pass; only an enterprise id in its place does not.
 */
export function checkToken(text: string): Result<string, TelecrmFailure> {
  const token = withoutBearer(text.trim());
  if (token === '') {
    return failed({ kind: 'token-missing' });
  }
  if (ENTERPRISE_ID_SHAPE.test(token)) {
    return failed({ kind: 'token-is-enterprise-id' });
  }
  return /^[\x21-\x7E]+$/u.test(token) ? success(token) : failed({ kind: 'token-refused' });
}

/** Checks all three at once, the first that is wrong first; what the receipt and the command line ask before sending. */
export function checkEndpoint(given: {
  readonly apiUrl: string;
  readonly enterpriseId: string;
  /** `null` when there is none. */
  readonly token: string | null;
}): Result<Endpoint, TelecrmFailure> {
  const apiUrl = checkApiUrl(given.apiUrl);
  if (!apiUrl.ok) {
    return apiUrl;
  }
  const enterpriseId = checkEnterpriseId(given.enterpriseId);
  if (!enterpriseId.ok) {
    return enterpriseId;
  }
  const token = checkToken(given.token ?? '');
  if (!token.ok) {
    return token;
  }
  return success({ apiUrl: apiUrl.value, enterpriseId: enterpriseId.value });
}

function withoutBearer(text: string): string {
  return text.replace(/^bearer(?:\s+|$)/iu, '');
}

function isPort(port: string | undefined): boolean {
  return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
}

/** What was typed as an address may be a token or hold a password; an ordinary slip is shown as it was typed. */
function withoutSecrets(text: string): string {
  return /@|[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{24}|^bearer/iu.test(text) ? redact(text) : text;
}
