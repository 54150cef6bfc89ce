import { describe, expect, test } from 'vitest';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { forbiddenWords } from './plain-language.ts';
import { SAMPLE_FAILURES } from './sample-failures.ts';

const { say } = makeWords('en');

describe.each(Object.values(SAMPLE_FAILURES))('the failure $kind', (failure) => {
  const { title, next, details } = failureWords(say, failure);

  test('says what happened and what to do, in whole sentences', () => {
    expect(title).toMatch(/^[\p{L}\d].{8,}\.$/u);
    expect(next).toMatch(/^[\p{L}\d].{8,}\.$/u);
  });

  test('speaks plainly; codes and the server’s words wait under Details', () => {
    expect([...forbiddenWords(title), ...forbiddenWords(next)]).toEqual([]);
    if ('code' in failure) {
      expect(title + next).not.toContain(failure.code);
      expect(details.join()).toContain(failure.code);
    }
    if ('words' in failure) {
      expect(title + next).not.toContain(failure.words);
      expect(details.join()).toContain(failure.words);
    }
    if ('status' in failure) {
      expect(title + next).not.toContain(String(failure.status));
    }
  });

  test('names the file that it is about', () => {
    if ('fileName' in failure && !failure.kind.startsWith('journal-') && failure.kind !== 'report-too-long') {
      expect(title).toContain(failure.fileName);
    }
  });
});

test('a sheet that is not there is answered with those that are, as far as they can be taken in', () => {
  const nextFor = (sheetNames: readonly string[]): string =>
    failureWords(say, { kind: 'sheet-not-there', fileName: 'leads.xlsx', sheetName: 'May', sheetNames }).next;
  expect(nextFor(['April', 'June'])).toContain(': April, June.');
  expect(nextFor(Array.from({ length: 13 }, (_unused, index) => `S${index}`))).toContain('S11, ….');
  expect(nextFor([])).toMatch(/Choose another sheet\.$/u);
});

test('a row number is written as the spreadsheet program writes it, a count with Indian grouping', () => {
  expect(failureWords(say, SAMPLE_FAILURES['quote-not-closed']).title).toContain('row 21234 ');
  expect(failureWords(say, SAMPLE_FAILURES['report-too-long']).title).toContain('10,48,575');
});

test('a refused token is told in the agreed words', () => {
  const { title, next } = failureWords(say, { kind: 'token-refused' });
  expect(`${title} ${next}`).toBe(
    'Telecrm didn’t accept the token. Check that it is an Async token and hasn’t been deleted. ' +
      'Nothing more will be sent until this is fixed.',
  );
});
