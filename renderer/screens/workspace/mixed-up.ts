/** All enterprise ids that were seen are 24 hex characters; no token is. */
export function looksLikeEnterpriseId(token: string): boolean {
  return /^[0-9a-f]{24}$/iu.test(token.trim());
}

/** Tokens that were seen are a uuid with more behind it; an enterprise id has neither dashes nor colons. */
export function looksLikeToken(enterpriseId: string): boolean {
  const text = enterpriseId.trim();
  return text.length > 40 || /^[0-9a-f]{8}-[0-9a-f]{4}-/iu.test(text);
}
