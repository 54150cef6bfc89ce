import { expect, test } from 'vitest';
import fc from 'fast-check';
import { lostReasonCleaner } from '../../../shared/cleaning/clean-lost-reason.ts';
import { lostReasonCheck } from '../../../shared/cleaning/lost-reason-check.ts';
import { shown } from './shown.ts';
import { anyUnits } from './text-of.ts';

const REASONS = [
  'Too expensive',
  'Not interested',
  'Joined elsewhere',
  'No response',
  'Wrong number',
  'फीस ज़्यादा',
];
const clean = lostReasonCleaner({ options: REASONS, trustValues: false });

test.each([
  ['Too expensive', 'Too expensive'],
  ['too expensive', 'Too expensive'],
  ['TOO EXPENSIVE', 'Too expensive'],
  [' Too  expensive ', 'Too expensive'],
  ['Too\u00a0expensive', 'Too expensive'],
  ['Too\nexpensive', 'Too expensive'],
  ['\u200bNo response', 'No response'],
  ['no RESPONSE', 'No response'],
  ['Wrong number', 'Wrong number'],
  ['joined Elsewhere', 'Joined elsewhere'],
  ['NOT INTERESTED', 'Not interested'],
  ['फीस ज़्यादा', 'फीस ज़्यादा'],
  ['फीस ज़्यादा'.normalize('NFD'), 'फीस ज़्यादा'],
  ['', 'empty'],
  [' ', 'empty'],
  ['NA', 'empty'],
  ['n/a', 'empty'],
  ['-', 'empty'],
  ['---', 'empty'],
  ['None', 'empty'],
  ['nil', 'empty'],
  ['NULL', 'empty'],
  ['x'.repeat(501), 'text-too-long'],
])('%j becomes %j', (text, expected) => {
  expect(shown(clean(text))).toBe(expected);
});

test.each([
  ['Too expensiv', 'Too expensive'],
  ['Too expansive', 'Too expensive'],
  ['Too-expensive', 'Too expensive'],
  ['TooExpensive', 'Too expensive'],
  ['Not intrested', 'Not interested'],
  ['Not interested (price)', 'Not interested'],
  ['No responce', 'No response'],
  ['No-response', 'No response'],
  ['Wrong no', null],
  ['Wrong numbr', 'Wrong number'],
  ['Joined else where', 'Joined elsewhere'],
  ['Joined', 'Joined elsewhere'],
  ['फीस ज्यादा', 'फीस ज़्यादा'],
  ['Interested', null],
  ['Expensive', null],
  ['price', null],
  ['RNR', null],
  ['Lost', null],
  ['not now', null],
  ['later', null],
  ['not given', null],
  ['constructor', null],
])('%j is unknown and suggests %j', (value, closest) => {
  expect(clean(value)).toEqual({ kind: 'problem', problem: { kind: 'lost-reason-unknown', value, closest } });
});

test('values that the user trusts are sent as they stand', () => {
  const trusting = lostReasonCleaner({ options: REASONS, trustValues: true });
  expect([shown(trusting('Price')), shown(trusting('no response')), shown(trusting('NA'))]).toEqual([
    'Price',
    'No response',
    'empty',
  ]);
});

test('what comes out is always a reason of the workspace, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anyUnits(), fc.mixedCase(fc.constantFrom(...REASONS))), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        expect(REASONS).toContain(result.value);
        expect(clean(String(result.value))).toEqual(result);
      }
    }),
  );
});

const LOST = { lostOptions: ['Lost', 'Junk'] };

test.each([
  ['a lost status', 'Lost', LOST, false],
  ['another lost status', 'Junk', LOST, false],
  ['a status of an open stage', 'Fresh', LOST, true],
  ['a lost status in other letters, which Telecrm would not know', 'lost', LOST, true],
  ['no status in the row', null, LOST, false],
  ['no status column', undefined, LOST, false],
  ['lost statuses that are not known', 'Fresh', {}, false],
  ['a pipeline of which nothing was read', 'Fresh', { lostOptions: [] }, false],
  ['no status field', 'Fresh', undefined, false],
] as const)('a lost reason beside %s', (_, status, field, isTold) => {
  expect(lostReasonCheck(status, field)).toEqual(
    isTold ? { kind: 'lost-reason-without-lost-status', status } : null,
  );
});
