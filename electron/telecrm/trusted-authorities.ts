import tls, { type SecureContext } from 'node:tls';

/**
 * Whom to trust besides the authorities that come with Node: those that the system trusts, because on many office machines a
 * virus scanner or proxy reads along with a certificate that only the system knows. Trusting what every browser on the
 * machine trusts is not ignoring an error: a certificate that neither knows is still refused. `undefined`, which means
 * Node's own list alone, on runtimes before Node 22.15, which cannot ask the system, and where the system's list holds
 * something that cannot be read.
 */
export function trustedAuthorities(): SecureContext | undefined {
  if (typeof tls.getCACertificates !== 'function') {
    return undefined;
  }
  try {
    const known = new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]);
    // Made once: reading some hundred certificates anew for every connection would cost more than the connection.
    return tls.createSecureContext({ ca: [...known] });
  } catch {
    return undefined;
  }
}
