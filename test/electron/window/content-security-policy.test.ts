import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/window/content-security-policy.ts';

test('the page may run and show its own files and connect to nothing', () => {
  const policy = contentSecurityPolicy('bm9uY2U=');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:|\*/u);
});
