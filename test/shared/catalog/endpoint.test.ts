import { describe, expect, test } from 'vitest';
import {
  checkApiUrl,
  checkEndpoint,
  checkEnterpriseId,
  checkToken,
} from '../../../shared/catalog/endpoint.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';
const ENTERPRISE_ID = '65a1b2c3d4e5f60718293a4b';

describe('the address of Telecrm', () => {
  test.each([
    ['https://next-api.telecrm.in', 'https://next-api.telecrm.in'],
    [' https://next-api.telecrm.in// ', 'https://next-api.telecrm.in'],
    ['https://example.com:8443/telecrm/v1/', 'https://example.com:8443/telecrm/v1'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['HTTP://LOCALHOST', 'HTTP://LOCALHOST'],
    ['http://[::1]:80', 'http://[::1]:80'],
  ])('%j is taken as %j', (given, taken) => {
    expect(checkApiUrl(given)).toEqual({ ok: true, value: taken });
  });

  test.each([
    'http://next-api.telecrm.in',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://192.168.1.5:3000',
  ])('%j would show the token to the network', (given) => {
    expect(checkApiUrl(given)).toEqual({ ok: false, failure: { kind: 'url-not-secure', url: given } });
  });

  test.each([
    '',
    'next-api.telecrm.in',
    'ftp://next-api.telecrm.in',
    'https://',
    'https://user:pass@next-api.telecrm.in',
    'https://localhost@example.com',
    'http://127.0.0.1\\@example.com',
    'https://next-api.telecrm.in?x=1',
    'https://next-api.telecrm.in#x',
    'https://next-api.telecrm.in:0',
    'https://next-api.telecrm.in:99999',
    'https://next api.telecrm.in',
  ])('%j cannot be read', (given) => {
    expect(checkApiUrl(given)).toMatchObject({ ok: false, failure: { kind: 'url-unreadable' } });
  });

  test('a slip is shown as it was typed, a password is not', () => {
    expect(checkApiUrl('https://a.example:99999')).toMatchObject({
      failure: { url: 'https://a.example:99999' },
    });
    expect(JSON.stringify(checkApiUrl('https://me:secret@a.example'))).not.toContain('secret');
  });

  test('a token pasted as address is not shown back', () => {
    expect(JSON.stringify(checkApiUrl(TOKEN))).not.toContain('3f2b8c1e');
  });
});

describe('the enterprise id', () => {
  test.each([ENTERPRISE_ID, ` ${ENTERPRISE_ID}\n`, 'acme-1', 'E'])('%j may pass', (given) => {
    expect(checkEnterpriseId(given)).toEqual({ ok: true, value: given.trim() });
  });

  test.each([
    ['', 'enterprise-id-missing'],
    ['  ', 'enterprise-id-missing'],
    [TOKEN, 'enterprise-id-is-token'],
    [`Bearer ${TOKEN}`, 'enterprise-id-is-token'],
    ['65a1/../x', 'enterprise-id-odd'],
    ['two words', 'enterprise-id-odd'],
    ['x'.repeat(101), 'enterprise-id-odd'],
  ])('%j: %s', (given, kind) => {
    expect(checkEnterpriseId(given)).toEqual({ ok: false, failure: { kind } });
  });
});

describe('the token', () => {
  test.each([
    [TOKEN, TOKEN],
    [` Bearer ${TOKEN}\r\n`, TOKEN],
    ['any-other-shape', 'any-other-shape'],
  ])('%j is sent as %j', (given, sent) => {
    expect(checkToken(given)).toEqual({ ok: true, value: sent });
  });

  test.each([
    ['', 'token-missing'],
    ['Bearer ', 'token-missing'],
    [ENTERPRISE_ID, 'token-is-enterprise-id'],
    ['two words', 'token-refused'],
    ['line\nbreak', 'token-refused'],
    ['टोकन', 'token-refused'],
  ])('%j: %s', (given, kind) => {
    expect(checkToken(given)).toMatchObject({ ok: false, failure: { kind } });
  });

  test('no failure carries the token', () => {
    const given = { apiUrl: 'https://a.example', enterpriseId: TOKEN, token: `${TOKEN}\n${TOKEN}` };
    expect(JSON.stringify([checkEndpoint(given), checkToken(given.token)])).not.toContain('3f2b8c1e');
  });
});

test('all three are checked, the first that is wrong first', () => {
  const good = { apiUrl: 'https://a.example/', enterpriseId: ENTERPRISE_ID, token: TOKEN };
  expect(checkEndpoint(good)).toEqual({
    ok: true,
    value: { apiUrl: 'https://a.example', enterpriseId: ENTERPRISE_ID },
  });
  const kinds = [
    { token: null },
    { token: null, enterpriseId: '' },
    { token: null, enterpriseId: '', apiUrl: 'x' },
  ].map((changes) => checkEndpoint({ ...good, ...changes }));
  expect(kinds).toMatchObject([
    { failure: { kind: 'token-missing' } },
    { failure: { kind: 'enterprise-id-missing' } },
    { failure: { kind: 'url-unreadable' } },
  ]);
});
