import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../shared/sending/redact.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';

describe('what is taken out of a server’s words', () => {
  test.each([
    ['Bearer abc.def is not valid', '[hidden] is not valid', 'what follows Bearer'],
    ['Bearer token is missing', 'Bearer token is missing', 'but not the words that explain it'],
    [`No token ${TOKEN} here`, 'No token [hidden] here', 'Telecrm’s token'],
    [`"${TOKEN.slice(0, 60)}`, '"[hidden]', 'a token that was cut off'],
    [
      'Enterprise 65a1b2c3d4e5f60718293a4b unknown',
      'Enterprise [hidden] unknown',
      'an id of 24 hex characters',
    ],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', '[hidden]', 'a JSON web token'],
    ['asha.rao@example.com is taken', '[hidden] is taken', 'an e-mail address'],
    ['<asha@example.com>', '<[hidden]>', 'an e-mail address in brackets'],
    ['phone=919876543210 is wrong', 'phone=[hidden] is wrong', 'a telephone number'],
    ['phone +91 98765 43210 is wrong', 'phone +[hidden] is wrong', 'with blanks'],
    ['(98765) 432-10', '([hidden]', 'with other marks'],
    ['फ़ोन ९८७६५४३२१० ग़लत', 'फ़ोन [hidden] ग़लत', 'in Devanagari digits'],
    ['Field rating must be 1 to 5', 'Field rating must be 1 to 5', 'ordinary words stay'],
    ['Limit of 18000 requests', 'Limit of 18000 requests', 'short numbers stay'],
    ['internationalisationcommittees', 'internationalisationcommittees', 'long words without digits stay'],
  ])('%j becomes %j (%s)', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('no token, address or number survives, wherever it stands', () => {
    const digits = fc.stringMatching(/^\d{6,15}$/u);
    const email = fc.emailAddress();
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(fc.uuid(), fc.constant(TOKEN), digits, email),
        fc.string(),
        (before, secret, after) => {
          expect(redact(`${before} ${secret} ${after}`)).not.toContain(secret);
        },
      ),
    );
  });

  test('what was hidden once stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.uuid()), (text) => {
        expect(redact(redact(text))).toBe(redact(text));
      }),
    );
  });
});
