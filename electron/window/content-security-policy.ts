/** Stands in index.html where the nonce of this load belongs. */
export const NONCE_PLACE = '__CSP_NONCE__';

/**
 * What the page may do: run and show its own files, and nothing else. `nonce` is new for every load and lets in the
 * style elements that the component library writes at run time.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
