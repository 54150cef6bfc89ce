import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FATES } from '../../../shared/sending/fate.ts';
import { fateWords } from '../../../shared/words/fate-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { aroundWords, atWords, durationWords, whenWords } from '../../../shared/words/when-words.ts';
import { waitingWords } from '../../../shared/words/waiting-words.ts';
import { valueWords } from '../../../shared/words/value-words.ts';
import { forbiddenWords } from './plain-language.ts';

const words = makeWords('en', 'Asia/Kolkata');
const { say } = words;

/** 3 April 2026, a Friday, 4:20 in the afternoon in India. */
const FRIDAY_MS = Date.UTC(2026, 3, 3, 10, 50);
const HOUR_MS = 3_600_000;

test.each([
  [0, '0'],
  [999, '999'],
  [9812, '9,812'],
  [100_000, '1,00,000'],
  [1_250_000, '12,50,000'],
  [123_456_789, '12,34,56,789'],
])('the number %i is written %s, alone and in a sentence', (value, expected) => {
  expect(words.number(value)).toBe(expected);
  expect(say('common.rows', { count: value })).toBe(`${expected} ${value === 1 ? 'row' : 'rows'}`);
});

test('one is one row, everything else is rows', () => {
  expect(say('common.rows', { count: 1 })).toBe('1 row');
  expect(say('common.rows', { count: 0 })).toBe('0 rows');
});

test('any file name stands in a sentence exactly as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (fileName) => {
      expect(say('failures.file-missing.title', { fileName })).toBe(`${fileName} is not there any more.`);
    }),
  );
  const trap = '$t(common.ok) {{count}} <b>$&</b>';
  expect(say('failures.file-missing.title', { fileName: trap })).toBe(`${trap} is not there any more.`);
});

test('the clock is told as people in India tell it', () => {
  expect(words.moments.time(FRIDAY_MS)).toBe('4:20 pm');
  expect(words.moments.time(FRIDAY_MS - 8 * HOUR_MS)).toBe('8:20 am');
  expect(words.moments.longDate(FRIDAY_MS)).toBe('3 April 2026, Friday');
});

test('a finishing time names its day unless it is today', () => {
  expect(whenWords(words, FRIDAY_MS + HOUR_MS, FRIDAY_MS)).toBe('5:20 pm');
  expect(whenWords(words, FRIDAY_MS + 10 * HOUR_MS, FRIDAY_MS)).toBe('tomorrow, 2:20 am');
  expect(whenWords(words, FRIDAY_MS + 48 * HOUR_MS, FRIDAY_MS)).toMatch(/^5 Apr 2026, 4:20 pm$/u);
  expect(aroundWords(words, FRIDAY_MS + HOUR_MS, FRIDAY_MS)).toBe('around 5:20 pm');
  expect(aroundWords(words, FRIDAY_MS + 10 * HOUR_MS, FRIDAY_MS)).toBe('tomorrow around 2:20 am');
  expect(atWords(words, FRIDAY_MS + 48 * HOUR_MS, FRIDAY_MS)).toBe('on 5 Apr 2026 at 4:20 pm');
});

test.each([
  [-5000, 'less than a minute'],
  [0, 'less than a minute'],
  [60_000, '1 minute'],
  [33 * 60_000, '33 minutes'],
  [HOUR_MS, '1 hour'],
  [2 * HOUR_MS + 10 * 60_000, '2 hours 10 minutes'],
  [23 * HOUR_MS + 10 * 60_000, '23 hours'],
])('a length of %i ms is %s', (lengthMs, expected) => {
  expect(durationWords(words, lengthMs)).toBe(expected);
});

test('every fate has a name and a meaning in plain words', () => {
  for (const fate of FATES) {
    const { name, meaning } = fateWords(say, fate);
    expect(name).toMatch(/^\p{Lu}/u);
    expect(meaning).toMatch(/\.$/u);
    expect([...forbiddenWords(name), ...forbiddenWords(meaning)]).toEqual([]);
  }
});

test.each(['allowance', 'slow-down', 'server-trouble', 'repeat'] as const)(
  'waiting because of %s says when it goes on',
  (kind) => {
    const sentence = waitingWords(words, { kind, untilMs: FRIDAY_MS }, 4120);
    expect(sentence).toMatch(/4:20 pm\.$/u);
    expect(forbiddenWords(sentence)).toEqual([]);
  },
);

test('waiting for the internet and for the hour is told in the agreed words', () => {
  expect(waitingWords(words, { kind: 'offline', untilMs: FRIDAY_MS }, 4120)).toBe(
    'No internet. Paused at 4,120. It will continue when you’re back online.',
  );
  expect(waitingWords(words, { kind: 'allowance', untilMs: FRIDAY_MS - 75 * 60_000 }, 0)).toBe(
    'Telecrm’s hourly limit is reached. Sending continues by itself at 3:05 pm.',
  );
});

test('a value is shown as it will be sent, and a date so that nobody can misread it', () => {
  expect(valueWords(words, 1_250_000, 'number', 'Asia/Kolkata')).toBe('1250000');
  expect(valueWords(words, '919999999999', 'phone', 'Asia/Kolkata')).toBe('919999999999');
  expect(valueWords(words, ['MBA', 'Weekend'], 'tags', 'Asia/Kolkata')).toBe('MBA · Weekend');
  const midnightMs = Date.UTC(2026, 3, 2, 18, 30);
  expect(valueWords(words, midnightMs, 'date', 'Asia/Kolkata')).toBe('3 April 2026, Friday');
  expect(valueWords(words, FRIDAY_MS, 'date', 'Asia/Kolkata')).toBe('3 April 2026, Friday, 4:20 pm');
  expect(valueWords(words, FRIDAY_MS, 'date', 'America/New_York')).toBe('3 April 2026, Friday, 6:50 am');
});
