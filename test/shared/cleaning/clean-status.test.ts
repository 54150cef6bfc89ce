import { describe, expect, test } from 'vitest';
import { statusCleaner } from '../../../shared/cleaning/clean-status.ts';
import { shown } from './shown.ts';

const STATUSES = ['Fresh', 'Interested', 'Follow Up', 'Won', 'Lost', 'Not Reachable'];

const clean = statusCleaner({ options: STATUSES, trustValues: false });

describe('statuses in any case are sent exactly as the pipeline has them', () => {
  test.each([
    ['Fresh', 'Fresh'],
    ['Interested', 'Interested'],
    ['Lost', 'Lost'],
    ['Won', 'Won'],
    ['Follow Up', 'Follow Up'],
    ['', 'empty'],
    ['fresh', 'Fresh'],
    ['interested ', 'Interested'],
    ['WON', 'Won'],
    [' lost', 'Lost'],
    ['follow up', 'Follow Up'],
    ['FOLLOW  UP', 'Follow Up'],
    ['Follow\tUp', 'Follow Up'],
    ['Follow\u00a0Up', 'Follow Up'],
    ['not reachable', 'Not Reachable'],
    ['na', 'empty'],
    ['–', 'empty'],
    ['nil', 'empty'],
    ['\u200bFresh', 'Fresh'],
    ['Not\nReachable', 'Not Reachable'],
    ['NOT REACHABLE', 'Not Reachable'],
    ['N/A', 'empty'],
    ['   ', 'empty'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toBe(expected);
  });
});

describe('an unknown status is a problem, because Telecrm would drop it', () => {
  test.each([
    ['Hot', null],
    ['Closed', null],
    ['FOLLOW-UP', 'Follow Up'],
    ['Followup', 'Follow Up'],
    ['follow_up', 'Follow Up'],
    ['Folow up', 'Follow Up'],
    ['Fres', 'Fresh'],
    ['Intrested', 'Interested'],
    ['Interested - call Monday', 'Interested'],
    ['Not Interested', null],
    ['Now', null],
    ['Cost', null],
    ['Lots', 'Lost'],
    ['Winner', null],
    ['yes', null],
    ['RNR', null],
    ['Not Rechable', 'Not Reachable'],
    ['Follow Up 2', 'Follow Up'],
    ["'Won", 'Won'],
    ['constructor', null],
  ])('%j suggests %j', (text, closest) => {
    expect(clean(text)).toEqual({
      kind: 'problem',
      problem: { kind: 'status-unknown', value: text, closest },
    });
  });
});

test('statuses that the user trusts are sent as they stand', () => {
  expect(shown(statusCleaner({ options: STATUSES, trustValues: true })('Hot'))).toBe('Hot');
});
