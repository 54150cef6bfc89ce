import type { TelecrmFailure } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import {
  PROXY_NO_WAY,
  PROXY_PASSWORD,
  PROXY_REFUSED,
  PROXY_UNREACHABLE,
  PROXY_UNSUPPORTED,
} from './reply.ts';

/** What is wrong with the way to Telecrm, as opposed to a lead. Sending waits and tries again by itself. */
export type Trouble =
  /** No connection. */
  | 'offline'
  /** Telecrm answers with errors of its own, or not at all. */
  | 'server-trouble'
  /** Something else answers in Telecrm's place: a Wi-Fi's log-in page, a filter, another server. */
  | 'not-telecrm'
  /** It cannot be made sure that it is Telecrm that answers. */
  | 'certificate'
  | 'proxy-down'
  | 'proxy-password'
  | 'proxy-refused'
  /** The network only has a kind of proxy that we do not speak. */
  | 'proxy-unsupported';

/** So often at least, so that a night asleep between two tries is no night of trouble. */
const TRIES_BEFORE_STOP = 20;
/**
 * How long a trouble may last before a person has to look at it: a quarter of an hour, in which people log in at a portal or
 * set their clock right. Telecrm's own troubles pass without anybody, but half a day is too long to say nothing. Without a
 * connection nothing is asked of anybody: it is waited for without end.
 */
const MINUTES_BEFORE_STOP: Readonly<Record<Trouble, number>> = {
  offline: Infinity,
  'proxy-down': Infinity,
  'server-trouble': 720,
  'not-telecrm': 15,
  certificate: 15,
  'proxy-password': 15,
  'proxy-refused': 15,
  'proxy-unsupported': 15,
};

/** Whether a trouble that was met so many times in a row over `lastedMs` is not going to pass by itself. */
export function isTooLong(trouble: Trouble, times: number, lastedMs: number): boolean {
  return times >= TRIES_BEFORE_STOP && lastedMs >= MINUTES_BEFORE_STOP[trouble] * 60_000;
}

/** By Node's and OpenSSL's names: a certificate that has expired, is for another host, or that nobody vouches for. */
const ABOUT_A_CERTIFICATE =
  /CERT|SELF_SIGNED|HOSTNAME_MISMATCH|^UNABLE_TO_|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/u;
/** Whoever listens there does not speak TLS, or in no way that is safe. */
const ABOUT_TLS = /^ERR_SSL_|^ERR_TLS_|^EPROTO$/u;

/** Whether an error of this name is about a certificate. */
export function isAboutCertificate(code: string): boolean {
  return ABOUT_A_CERTIFICATE.test(code);
}

/** What the name of the error says about the way, where no connection could be made. */
export function troubleOfCode(code: string): Exclude<Trouble, 'server-trouble' | 'not-telecrm'> {
  switch (code) {
    case PROXY_UNREACHABLE:
      return 'proxy-down';
    case PROXY_PASSWORD:
      return 'proxy-password';
    case PROXY_REFUSED:
      return 'proxy-refused';
    case PROXY_UNSUPPORTED:
      return 'proxy-unsupported';
    case PROXY_NO_WAY:
      return 'offline';
    default:
      return isAboutCertificate(code) || ABOUT_TLS.test(code) ? 'certificate' : 'offline';
  }
}

/** Why sending stops when a trouble lasts; `null` for one that is waited for without end. `words` are those of the last try. */
export function failureOfTrouble(trouble: Trouble, words: string): TelecrmFailure | null {
  switch (trouble) {
    case 'offline':
    case 'proxy-down':
      return null;
    case 'server-trouble':
      return { kind: 'server-trouble-lasts', words };
    case 'not-telecrm':
      return { kind: 'not-telecrm', words };
    case 'certificate':
      return { kind: 'certificate-refused', code: words };
    case 'proxy-password':
    case 'proxy-refused':
    case 'proxy-unsupported':
      return { kind: trouble };
    default:
      return unreachable(trouble);
  }
}
