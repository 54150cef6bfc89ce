import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeReply, type Verdict } from '../../../shared/sending/judge-reply.ts';
import { TOKEN_MISSING, TOKEN_UNUSABLE, type Reply } from '../../../shared/sending/reply.ts';

function answered(status: number, body = '', contentType = 'application/json'): Reply {
  return { kind: 'answered', status, contentType, retryAfter: null, date: null, body, durationMs: 5 };
}

function error(code: string, message = 'No'): string {
  return JSON.stringify({ error: { code, message } });
}

const PAGE = '<html><head><title>Log in</title></head></html>';

describe('what an answer means', () => {
  test.each<[string, Reply, Partial<Verdict>]>([
    ['Telecrm’s own', answered(200, '{"status":"QUEUED"}'), { kind: 'accepted', status: 200 }],
    ['another 2xx', answered(202, '{}'), { kind: 'accepted', status: 202 }],
    ['an older host’s OK', answered(200, 'OK', 'text/plain'), { kind: 'accepted' }],
    ['OK that its server calls a web page', answered(200, 'OK', 'text/html'), { kind: 'accepted' }],
    ['an empty body', answered(204), { kind: 'accepted' }],
    ['an empty error', answered(200, '{"error":null}'), { kind: 'accepted' }],
    ['a word in quotation marks', answered(200, '"Queued"'), { kind: 'accepted' }],
    ['JSON with other things in it', answered(200, '{"message":"ok"}'), { kind: 'accepted' }],
    ['JSON too long to be kept whole', answered(200, `{"lead":"${'x'.repeat(4_087)}`), { kind: 'accepted' }],
    [
      'an error too long to be kept whole',
      answered(200, `{"error":{"stack":"${'x'.repeat(4_078)}`),
      { kind: 'unknown' },
    ],
    [
      'a portal’s page',
      answered(200, PAGE, 'text/html'),
      { kind: 'unknown', trouble: 'not-telecrm', words: 'Log in' },
    ],
    ['a page that says it is JSON', answered(200, PAGE), { kind: 'unknown', trouble: 'not-telecrm' }],
    ['a sentence', answered(200, 'Please log in first', 'text/plain'), { kind: 'unknown' }],
    ['a word that says no', answered(200, 'Unauthorized', 'text/plain'), { kind: 'unknown' }],
    ['a picture', answered(200, '', 'image/gif'), { kind: 'unknown', trouble: 'not-telecrm' }],
    [
      'a portal that introduces itself',
      answered(200, '{"captive":true}', 'application/captive+json'),
      { kind: 'unknown' },
    ],
    ['half an object', answered(200, '{"status":'), { kind: 'unknown' }],
    [
      'a 2xx that says it failed',
      answered(200, '{"status":"FAILED"}'),
      { kind: 'unknown', trouble: 'server-trouble' },
    ],
    ['a 2xx without success', answered(200, '{"success":false}'), { kind: 'unknown' }],
    [
      'a bad token as 200',
      answered(200, error('NOT_AUTHORIZED')),
      { kind: 'stop', failure: { kind: 'token-refused' } },
    ],
    [
      'an expired licence as a bare word',
      answered(400, '{"error":"ENTERPRISE_LICENSE_EXPIRED"}'),
      { kind: 'stop', failure: { kind: 'licence-expired', words: 'ENTERPRISE_LICENSE_EXPIRED' } },
    ],
    [
      'a 2xx that speaks of an error',
      answered(200, error('X', 'Failed')),
      { kind: 'unknown', trouble: 'server-trouble', words: 'Failed' },
    ],
    ['a redirect', answered(302), { kind: 'unknown', trouble: 'not-telecrm', status: 302 }],
    ['not modified', answered(304), { kind: 'unknown' }],
    ['an odd status', answered(101), { kind: 'unknown' }],
    [
      '400',
      answered(400, error('VALIDATION_ERROR', 'Wrong phone')),
      { kind: 'rejected', status: 400, words: 'Wrong phone' },
    ],
    ['409', answered(409, ''), { kind: 'rejected', words: null }],
    ['413', answered(413, PAGE), { kind: 'rejected', words: 'Log in' }],
    ['422', answered(422, 'No'), { kind: 'rejected' }],
    ['401', answered(401, error('NOT_AUTHORIZED')), { kind: 'stop', failure: { kind: 'token-refused' } }],
    ['401 without a body', answered(401), { kind: 'stop', failure: { kind: 'token-refused' } }],
    [
      'a bad token as 400',
      answered(400, error('INVALID_TOKEN')),
      { kind: 'stop', failure: { kind: 'token-refused' } },
    ],
    [
      'a bad token as 403',
      answered(403, error('UNAUTHORIZED')),
      { kind: 'stop', failure: { kind: 'token-refused' } },
    ],
    [
      '403',
      answered(403, error('FORBIDDEN', 'Go away')),
      { kind: 'stop', failure: { kind: 'workspace-refused', status: 403, words: 'Go away' } },
    ],
    [
      '404',
      answered(404, ''),
      { kind: 'stop', failure: { kind: 'workspace-refused', status: 404, words: '' } },
    ],
    [
      'no such enterprise as 400',
      answered(400, error('ENTERPRISE_NOT_FOUND', 'Which?')),
      { kind: 'stop', failure: { kind: 'workspace-refused', status: 400, words: 'Which?' } },
    ],
    [
      'an expired licence',
      answered(403, error('ENTERPRISE_LICENSE_EXPIRED', 'Pay')),
      { kind: 'stop', failure: { kind: 'licence-expired', words: 'Pay' } },
    ],
    [
      'an expired licence as 401',
      answered(401, error('ENTERPRISE_LICENSE_EXPIRED', 'Pay')),
      { kind: 'stop' },
    ],
    [
      '429',
      answered(429, error('X', 'Slow down')),
      { kind: 'back-in-queue', why: 'slow-down', words: 'Slow down' },
    ],
    ['a proxy that wants a password', answered(407, PAGE), { kind: 'back-in-queue', why: 'proxy-password' }],
    ['408', answered(408), { kind: 'unknown', status: 408 }],
    ['500', answered(500, error('X', 'Oops')), { kind: 'unknown', trouble: 'server-trouble', words: 'Oops' }],
    [
      '502 as a page',
      answered(502, PAGE, 'text/html'),
      { kind: 'unknown', trouble: 'server-trouble', words: 'Log in' },
    ],
    ['a network that wants a log-in', answered(511, PAGE), { kind: 'back-in-queue', why: 'not-telecrm' }],
    [
      'no connection',
      { kind: 'not-sent', code: 'ECONNREFUSED', durationMs: 1 },
      { kind: 'back-in-queue', why: 'offline', words: 'ECONNREFUSED' },
    ],
    [
      'no answer',
      { kind: 'no-answer', code: 'TIMEOUT', durationMs: 1 },
      { kind: 'unknown', status: null, words: 'TIMEOUT' },
    ],
    [
      'no token',
      { kind: 'not-sent', code: TOKEN_MISSING, durationMs: 0 },
      { kind: 'stop', failure: { kind: 'token-missing' } },
    ],
    [
      'a token that no header carries',
      { kind: 'not-sent', code: TOKEN_UNUSABLE, durationMs: 0 },
      { kind: 'stop', failure: { kind: 'token-refused' } },
    ],
  ])('%s', (_, reply, expected) => {
    expect(judgeReply(reply, false)).toMatchObject(expected);
  });

  test('the server’s wish to wait is kept with 429 and with trouble', () => {
    for (const status of [429, 503]) {
      const reply: Reply = {
        kind: 'answered',
        status,
        contentType: '',
        retryAfter: '7',
        date: 'D',
        body: '',
        durationMs: 1,
      };
      expect(judgeReply(reply, false)).toMatchObject({ retryAfter: '7', date: 'D' });
    }
  });

  const anyReply: fc.Arbitrary<Reply> = fc.oneof(
    fc.record({
      kind: fc.constant('answered' as const),
      status: fc.integer({ min: 100, max: 599 }),
      contentType: fc.constantFrom('', 'text/html', 'application/json'),
      retryAfter: fc.option(fc.string()),
      date: fc.option(fc.string()),
      body: fc.oneof(fc.string(), fc.json(), fc.constant(PAGE)),
      durationMs: fc.nat(),
    }),
    fc.record({
      kind: fc.constantFrom('not-sent' as const, 'no-answer' as const),
      code: fc.string(),
      durationMs: fc.nat(),
    }),
  );

  test('a lead is accepted by nothing but a 2xx, and a lead with actions may never be repeated', () => {
    fc.assert(
      fc.property(anyReply, fc.boolean(), (reply, hasActions) => {
        const verdict = judgeReply(reply, hasActions);
        if (verdict.kind === 'accepted') {
          expect(reply.kind === 'answered' && reply.status >= 200 && reply.status < 300).toBe(true);
        }
        if (verdict.kind === 'unknown') {
          expect(verdict.mayRepeat).toBe(!hasActions);
        }
        // Where the request may have been taken in, the lead is never called back in the queue or rejected.
        if (
          reply.kind === 'no-answer' ||
          (reply.kind === 'answered' && reply.status >= 500 && reply.status !== 511)
        ) {
          expect(verdict.kind).toBe('unknown');
        }
      }),
    );
  });
});
