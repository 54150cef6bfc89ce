import { ipv4Of } from './web-address.ts';

/** Names that only exist inside one network or machine (RFC 6761, RFC 6762, RFC 8375, and what routers use). */
const INNER_NAMES =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/u;

/** Whether a name or IPv4 address may be reached from anywhere, as far as its name or number tells. */
export function isPublicHost(host: string): boolean {
  const bytes = ipv4Of(host);
  return bytes === null ? host.includes('.') && !INNER_NAMES.test(host) : isPublicIpv4(bytes);
}

/** Not this network, a private one, this machine, a provider's inside, link-local, documentation, multicast (RFC 6890). */
function isPublicIpv4([first = 0, second = 0, third = 0]: readonly number[]): boolean {
  return !(
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 192 && second === 0 && third < 3) ||
    (first === 198 && (second === 18 || second === 19)) ||
    (first === 198 && second === 51 && third === 100) ||
    (first === 203 && second === 0 && third === 113)
  );
}
