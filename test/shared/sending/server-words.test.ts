import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_WORDS, isHtml, serverWords } from '../../../shared/sending/server-words.ts';

describe('the message in an answer', () => {
  test.each<[string, string | null, string | null, string]>([
    [
      '{"error":{"code":"NOT_AUTHORIZED","message":"Not allowed"}}',
      'NOT_AUTHORIZED',
      'Not allowed',
      'Telecrm’s form',
    ],
    ['{"error":{"code":"BAD_REQUEST"}}', 'BAD_REQUEST', 'BAD_REQUEST', 'a code alone'],
    ['{"error":"Something broke"}', null, 'Something broke', 'a bare error'],
    ['{"code":"INVALID_TOKEN","message":"No"}', 'INVALID_TOKEN', 'No', 'without the frame'],
    [
      '{"error":"Bad Request","message":"phone is wrong"}',
      null,
      'phone is wrong',
      'both: the more telling one',
    ],
    ['{"errors":["phone is wrong","x"]}', null, 'phone is wrong', 'a list'],
    ['{"status":"QUEUED"}', null, null, 'no message at all'],
    ['{}', null, null, 'empty JSON'],
    ['{"error":{"code":7,"message":""}}', null, null, 'not texts'],
    ['"just text"', null, '"just text"', 'JSON that is no object is text'],
    ['Too many requests', null, 'Too many requests', 'text'],
    ['\uFEFF  \n', null, null, 'nothing but blanks'],
    ['', null, null, 'empty'],
    ['{"error":{"message":"cut of', null, '{"error":{"message":"cut of', 'JSON that was cut off is text'],
    [
      '<html><head><title>502 Bad Gateway</title></head><body>x</body></html>',
      null,
      '502 Bad Gateway',
      'a title',
    ],
    [
      '<!DOCTYPE html><body><h1>Log in</h1><script>var a=1</script><p>now &amp; here&#33;</p>',
      null,
      'Log in now & here!',
      'a page without title',
    ],
    ['<style>p{}</style><!-- x --><p>Hi', null, 'Hi', 'styles and comments are no words'],
    ['line one\r\n\tline two\u0000\u0007\u202E!', null, 'line one line two !', 'control characters'],
    [
      '{"error":{"message":"phone 9876543210 of asha@example.com"}}',
      null,
      'phone [hidden] of [hidden]',
      'redacted',
    ],
  ])('%j: code %j, message %j (%s)', (body, code, message) => {
    expect(serverWords(body)).toEqual({ code, message });
  });

  test('is one line of at most 300 characters without control characters, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.json()), (body) => {
        const { message } = serverWords(body);
        expect(message === null || (message.length > 0 && message.length <= LONGEST_WORDS)).toBe(true);
        expect(message ?? '').not.toMatch(/[\p{Cc}\p{Cs}\n]/u);
      }),
    );
  });

  test('a secret at the cut is hidden, not halved', () => {
    const token = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f34';
    for (let before = 270; before < 305; before += 1) {
      expect(serverWords(`${'x '.repeat(before / 2)}${token}`).message).not.toContain('3f2b');
    }
  });

  test('is read in time that grows with the text, not with its square', () => {
    for (const part of ['a', '@', '1-', '<', '&#', 'bearer ', '-1234-']) {
      expect(serverWords(part.repeat(200_000)).message?.length ?? 0).toBeLessThanOrEqual(LONGEST_WORDS);
    }
  });
});

describe('a web page', () => {
  test.each([
    ['<!doctype html><p>', true],
    ['\uFEFF \n<HTML>', true],
    ['<?xml version="1.0"?><Error/>', true],
    ['OK', false],
    ['{"a":"<b>"}', false],
    ['< 5', false],
    ['', false],
  ])('%j: %j', (body, expected) => {
    expect(isHtml(body)).toBe(expected);
  });
});
