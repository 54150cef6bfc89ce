import { describe, expect, test } from 'vitest';
import {
  PROXY_NO_WAY,
  PROXY_PASSWORD,
  PROXY_REFUSED,
  PROXY_UNREACHABLE,
  PROXY_UNSUPPORTED,
} from '../../../shared/sending/reply.ts';
import { troubleOfCode, type Trouble } from '../../../shared/sending/trouble.ts';

describe('why no connection could be made', () => {
  test.each<[string, Trouble]>([
    ['ECONNREFUSED', 'offline'],
    ['ENOTFOUND', 'offline'],
    ['EAI_AGAIN', 'offline'],
    ['ENETUNREACH', 'offline'],
    ['ENETDOWN', 'offline'],
    ['EHOSTUNREACH', 'offline'],
    ['ETIMEDOUT', 'offline'],
    ['ECONNRESET', 'offline'],
    ['TIMEOUT', 'offline'],
    ['UNKNOWN', 'offline'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['CERT_NOT_YET_VALID', 'certificate'],
    ['CERT_REVOKED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['HOSTNAME_MISMATCH', 'certificate'],
    ['INVALID_CA', 'certificate'],
    ['EPROTO', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'certificate'],
    [PROXY_UNREACHABLE, 'proxy-down'],
    [PROXY_PASSWORD, 'proxy-password'],
    [PROXY_REFUSED, 'proxy-refused'],
    [PROXY_UNSUPPORTED, 'proxy-unsupported'],
    [PROXY_NO_WAY, 'offline'],
  ])('%s: %s', (code, trouble) => {
    expect(troubleOfCode(code)).toBe(trouble);
  });
});
