import type { Fault, ScriptedFault } from '../../electron/practice/faults.ts';

/** A number from 0 to 1 with each call, always the same ones for the same seed (mulberry32, public domain, T. Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HTML = { 'content-type': 'text/html' };
const JSON_BODY = { 'content-type': 'application/json' };

/** Every fault that the practice server knows, the ordinary ones often, those that stop sending or take long seldom. */
const FAULTS: readonly { readonly weight: number; readonly fault: (n: number) => Fault }[] = [
  { weight: 4, fault: () => ({ kind: 'reset-before' }) },
  { weight: 6, fault: () => ({ kind: 'reset-after' }) },
  { weight: 4, fault: () => ({ kind: 'half-answer' }) },
  { weight: 3, fault: () => ({ kind: 'html', status: 200 }) },
  { weight: 3, fault: () => ({ kind: 'html', status: 502 }) },
  { weight: 2, fault: () => ({ kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' }) },
  { weight: 3, fault: (n) => ({ kind: 'slow', delayMs: 50 + (n % 7) * 100 }) },
  { weight: 1, fault: (n) => ({ kind: 'hang', isTakenIn: n % 2 === 0 }) },
  // Seldom: each halves the pace, which comes back in minutes, as it should.
  {
    weight: 0.4,
    fault: (n) => ({ kind: 'rate-limit', retryAfter: ['1', null, 'soon', '0'][n % 4] ?? null }),
  },
  { weight: 3, fault: (n) => statusFault(500, '{"error":"Oops"}', n % 2 === 0) },
  { weight: 2, fault: (n) => statusFault(503, '<html>busy</html>', n % 2 === 1) },
  {
    weight: 2,
    fault: (n) => statusFault(400, `{"error":{"code":"BAD","message":"Wrong in request ${n}"}}`, false),
  },
  { weight: 1, fault: () => statusFault(401, '{"error":{"code":"NOT_AUTHORIZED","message":"No"}}', false) },
];

/** The faults of the first `requests` requests: about `share` (0 to 1) of them go wrong, each in a way drawn by `random`. */
export function soakFaults(requests: number, share: number, random: () => number): ScriptedFault[] {
  const total = FAULTS.reduce((sum, { weight }) => sum + weight, 0);
  const script: ScriptedFault[] = [];
  for (let atRequest = 1; atRequest <= requests; atRequest += 1) {
    if (random() < share) {
      let place = random() * total;
      const drawn = FAULTS.find(({ weight }) => (place -= weight) < 0) ?? FAULTS[0];
      if (drawn !== undefined) {
        script.push({ ...drawn.fault(atRequest), atRequest });
      }
    }
  }
  return script;
}

function statusFault(status: number, body: string, isTakenIn: boolean): Fault {
  return { kind: 'status', status, body, headers: body.startsWith('<') ? HTML : JSON_BODY, isTakenIn };
}
