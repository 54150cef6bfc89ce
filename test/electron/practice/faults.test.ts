import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANCE_FAULTS, faultOf, type FaultPlan } from '../../../electron/practice/faults.ts';

describe('faults by script', () => {
  const plan: FaultPlan = [
    { atRequest: 2, kind: 'reset-before' },
    { atRequest: 4, times: 3, kind: 'rate-limit', retryAfter: '5' },
    { atRequest: 9, kind: 'token-deleted' },
  ];

  test('come at their requests and at no others', () => {
    const kinds = Array.from({ length: 12 }, (_, index) => faultOf(plan, index + 1)?.kind ?? null);
    const slow = 'rate-limit';
    const gone = 'token-deleted';
    expect(kinds).toEqual([null, 'reset-before', null, slow, slow, slow, null, null, gone, gone, gone, gone]);
  });
});

describe('faults by chance', () => {
  test('are the same for the same seed, request by request', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1e6 }), (seed, requestNumber) => {
        const plan: FaultPlan = { seed, rates: { 'reset-after': 0.5 } };
        expect(faultOf(plan, requestNumber)).toEqual(faultOf({ ...plan }, requestNumber));
      }),
    );
  });

  test.each(CHANCE_FAULTS)(
    '%s comes at every request where that is asked, and never where it is not',
    (name) => {
      expect(faultOf({ seed: 3, rates: { [name]: 1 } }, 5)).not.toBeNull();
      expect(faultOf({ seed: 3, rates: { [name]: 0 } }, 5)).toBeNull();
    },
  );

  test('a late error took the lead in, another one did not', () => {
    expect(faultOf({ seed: 1, rates: { 'late-error': 1 } }, 1)).toMatchObject({ isTakenIn: true });
    expect(faultOf({ seed: 1, rates: { 'server-error': 1 } }, 1)).toMatchObject({ isTakenIn: false });
  });

  test('come about as often as asked', () => {
    const plan: FaultPlan = {
      seed: 7,
      rates: { 'reset-before': 0.1, 'rate-limit': 0.02, 'server-error': 0.05 },
    };
    const counts: Record<string, number> = {};
    for (let requestNumber = 1; requestNumber <= 20_000; requestNumber += 1) {
      const kind = faultOf(plan, requestNumber)?.kind ?? 'none';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect((counts['reset-before'] ?? 0) / 20_000).toBeCloseTo(0.1, 1);
    expect((counts['rate-limit'] ?? 0) / 20_000).toBeCloseTo(0.02, 1);
    expect((counts['status'] ?? 0) / 20_000).toBeCloseTo(0.05, 1);
    expect((counts['none'] ?? 0) / 20_000).toBeCloseTo(0.83, 1);
  });
});
