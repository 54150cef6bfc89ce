import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/sending/judge-reply.ts';
import { TRIES_BEFORE_STOP, type Trouble } from '../../../shared/sending/trouble.ts';
import {
  CLEAR_WEATHER,
  REFUSALS_BEFORE_STOP,
  inFlightWhileRefused,
  lastingTrouble,
  repeatedRefusal,
  weatherAfter,
  type Weather,
} from '../../../shared/sending/weather.ts';

const ACCEPTED: Verdict = { kind: 'accepted', status: 200 };
const OFFLINE: Verdict = {
  kind: 'back-in-queue',
  why: 'offline',
  status: null,
  words: 'X',
  retryAfter: null,
  date: null,
};
const TROUBLE: Extract<Verdict, { kind: 'unknown' }> = {
  kind: 'unknown',
  trouble: 'server-trouble',
  status: 500,
  words: null,
  mayRepeat: true,
  retryAfter: null,
  date: null,
};

function slowDown(retryAfter: string | null): Verdict {
  return { kind: 'back-in-queue', why: 'slow-down', status: 429, words: null, retryAfter, date: null };
}

function refused(words: string, status = 400): Verdict {
  return { kind: 'rejected', status, words };
}

/** Answers one after another, each to a request that left just before. */
function after(weather: Weather, verdicts: readonly Verdict[], fromMs = 1_000): Weather {
  let now = weather;
  verdicts.forEach((verdict, index) => {
    const nowMs = fromMs + index * 100;
    now = weatherAfter(now, verdict, { leftAtMs: nowMs - 50, nowMs, wallMs: nowMs, random: 0.5 });
  });
  return now;
}

describe('offline or a server in trouble', () => {
  test('two failures are bad luck, the third makes all sending wait', () => {
    expect(after(CLEAR_WEATHER, [OFFLINE, OFFLINE]).hold).toBeNull();
    expect(after(CLEAR_WEATHER, [OFFLINE, OFFLINE, OFFLINE]).hold).toEqual({
      kind: 'offline',
      untilMs: 1_200 + 2_000,
    });
    expect(after(CLEAR_WEATHER, [TROUBLE, TROUBLE, TROUBLE]).hold?.kind).toBe('server-trouble');
  });

  test('an answer in between starts the count anew', () => {
    expect(after(CLEAR_WEATHER, [TROUBLE, OFFLINE, ACCEPTED, TROUBLE, OFFLINE]).hold).toBeNull();
    expect(after(CLEAR_WEATHER, [TROUBLE, OFFLINE, refused('no'), TROUBLE, OFFLINE]).hold).toBeNull();
  });

  test('every probe that fails doubles the wait, up to a minute; one that succeeds ends it', () => {
    let weather = after(CLEAR_WEATHER, [OFFLINE, OFFLINE, OFFLINE]);
    const waits: number[] = [];
    for (let probe = 0; probe < 8; probe += 1) {
      const nowMs = (weather.hold?.untilMs ?? 0) + 10;
      weather = weatherAfter(weather, OFFLINE, { leftAtMs: nowMs, nowMs, wallMs: nowMs, random: 0.5 });
      waits.push((weather.hold?.untilMs ?? 0) - nowMs);
    }
    expect(waits).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
    expect(after(weather, [ACCEPTED], 1e6)).toMatchObject({ hold: null, troubles: 0 });
  });

  test('sixteen requests that fail together count once', () => {
    const weather = after(CLEAR_WEATHER, [TROUBLE, TROUBLE, TROUBLE]);
    const times = { leftAtMs: 900, nowMs: 1_500, wallMs: 1_500, random: 0.5 };
    expect(weatherAfter(weather, TROUBLE, times)).toEqual(weather);
  });

  test('a server that says how long it needs is given that time at once', () => {
    const weather = after(CLEAR_WEATHER, [{ ...TROUBLE, retryAfter: '120' }]);
    expect(weather.hold).toEqual({ kind: 'server-trouble', untilMs: 1_000 + 120_000 });
  });
});

describe('a trouble that lasts', () => {
  function met(why: Exclude<Trouble, 'server-trouble'>): Verdict {
    return { kind: 'back-in-queue', why, status: null, words: 'CODE', retryAfter: null, date: null };
  }

  /** So many tries, each when the wait for it was over. */
  function afterTries(verdict: Verdict, tries: number): Weather {
    let weather = CLEAR_WEATHER;
    for (let count = 0; count < tries; count += 1) {
      const nowMs = Math.max(1_000, weather.hold?.untilMs ?? 0) + 1;
      weather = weatherAfter(weather, verdict, { leftAtMs: nowMs, nowMs, wallMs: nowMs, random: 0.5 });
    }
    return weather;
  }

  test.each<[Verdict, Trouble, object]>([
    [met('certificate'), 'certificate', { kind: 'certificate-refused', code: 'CODE' }],
    [met('proxy-password'), 'proxy-password', { kind: 'proxy-password' }],
    [met('proxy-refused'), 'proxy-refused', { kind: 'proxy-refused' }],
    [met('proxy-unsupported'), 'proxy-unsupported', { kind: 'proxy-unsupported' }],
    [{ ...TROUBLE, trouble: 'not-telecrm', words: 'Log in' }, 'not-telecrm', { words: 'Log in' }],
    [{ ...TROUBLE, words: 'Oops' }, 'server-trouble', { kind: 'server-trouble-lasts', words: 'Oops' }],
  ])('%j stops sending in the end, and says what kept us', (verdict, trouble, failure) => {
    const tries = TRIES_BEFORE_STOP[trouble];
    expect(afterTries(verdict, 3).hold?.kind).toBe(trouble);
    expect(lastingTrouble(afterTries(verdict, tries - 1))).toBeNull();
    expect(lastingTrouble(afterTries(verdict, tries))).toMatchObject(failure);
  });

  test('a quarter of an hour is given to people, half a day to Telecrm', () => {
    const minutes = (trouble: Trouble, verdict: Verdict): number =>
      ((afterTries(verdict, TRIES_BEFORE_STOP[trouble]).hold?.untilMs ?? 0) - 1_000) / 60_000;
    expect(minutes('certificate', met('certificate'))).toBeCloseTo(15, 0);
    expect(minutes('server-trouble', TROUBLE) / 60).toBeCloseTo(12, 0);
  });

  test('no connection, or a proxy that is not there, is waited for without end', () => {
    expect(lastingTrouble(afterTries(met('offline'), 5_000))).toBeNull();
    expect(lastingTrouble(afterTries(met('proxy-down'), 5_000))).toBeNull();
  });

  test('another trouble, or an answer in between, starts the count anew', () => {
    const almost = afterTries(met('certificate'), TRIES_BEFORE_STOP.certificate - 1);
    expect(lastingTrouble(after(almost, [met('offline'), met('certificate')], 1e8))).toBeNull();
    expect(lastingTrouble(after(almost, [ACCEPTED, met('certificate')], 1e8))).toBeNull();
  });

  test('where each try is a lead with actions, the tries become rarer: each may leave a lead for a person to decide', () => {
    const weather = afterTries({ ...TROUBLE, mayRepeat: false }, 60);
    expect((weather.hold?.untilMs ?? 0) / 60_000).toBeGreaterThan(450);
  });
});

describe('429', () => {
  test('waits as long as it says', () => {
    expect(after(CLEAR_WEATHER, [slowDown('30')]).hold).toEqual({ kind: 'slow-down', untilMs: 31_000 });
  });

  test('waits longer each time when it does not say', () => {
    const once = after(CLEAR_WEATHER, [slowDown(null)]);
    expect(once.hold?.untilMs).toBe(1_000 + 5_000);
    const twice = after(once, [slowDown('nonsense')], 10_000);
    expect(twice.hold?.untilMs).toBe(10_000 + 10_000);
  });

  test('waits a second even when it says none', () => {
    expect(after(CLEAR_WEATHER, [slowDown('0')]).hold?.untilMs).toBe(2_000);
  });

  test('those of requests that left before the first one count as the same, but may prolong the wait', () => {
    const weather = after(CLEAR_WEATHER, [slowDown('30')]);
    const times = { leftAtMs: 990, nowMs: 1_100, wallMs: 1_100, random: 0.5 };
    expect(weatherAfter(weather, slowDown(null), times)).toEqual(weather);
    const prolonged = weatherAfter(weather, slowDown('60'), times);
    expect(prolonged).toMatchObject({ slowDowns: 1, hold: { untilMs: 61_100 } });
  });

  test('stays in force when an earlier request is still accepted', () => {
    const weather = after(CLEAR_WEATHER, [slowDown('30')]);
    const times = { leftAtMs: 990, nowMs: 1_100, wallMs: 1_100, random: 0.5 };
    expect(weatherAfter(weather, ACCEPTED, times)).toMatchObject({
      slowDowns: 1,
      hold: { kind: 'slow-down' },
    });
  });
});

describe('leads refused in a row', () => {
  test('five with the same status and words stop sending, with the words', () => {
    const four = after(
      CLEAR_WEATHER,
      Array.from({ length: 4 }, () => refused('No such field')),
    );
    expect(repeatedRefusal(four)).toBeNull();
    expect(repeatedRefusal(after(four, [refused('No such field')]))).toEqual({
      kind: 'repeated-refusal',
      leads: REFUSALS_BEFORE_STOP,
      status: 400,
      words: 'No such field',
    });
  });

  test('with other words, another status, or a lead accepted in between they do not', () => {
    const same = refused('same');
    expect(repeatedRefusal(after(CLEAR_WEATHER, [same, same, same, same, refused('other')]))).toBeNull();
    expect(repeatedRefusal(after(CLEAR_WEATHER, [same, same, same, same, refused('same', 422)]))).toBeNull();
    expect(repeatedRefusal(after(CLEAR_WEATHER, [same, same, same, same, ACCEPTED, same]))).toBeNull();
  });

  test('the more there are, the fewer leads are risked at once', () => {
    const same = refused('same');
    const inFlight = [1, 2, 3, 4].map((leads) =>
      inFlightWhileRefused(
        after(
          CLEAR_WEATHER,
          Array.from({ length: leads }, () => same),
        ),
      ),
    );
    expect(inFlight).toEqual([Infinity, 3, 2, 1]);
  });
});

test('whatever answers come, a wait is never longer than an hour and a wait in force is never cut short by trouble', () => {
  const verdict = fc.constantFrom<Verdict>(
    OFFLINE,
    TROUBLE,
    slowDown(null),
    slowDown('99999'),
    slowDown('3'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(verdict, fc.nat(100_000), fc.nat(40_000))), (answers) => {
      let weather = CLEAR_WEATHER;
      let nowMs = 1_000_000;
      for (const [next, passMs, agoMs] of answers) {
        nowMs += passMs;
        const before = weather.hold?.untilMs ?? 0;
        weather = weatherAfter(weather, next, { leftAtMs: nowMs - agoMs, nowMs, wallMs: nowMs, random: 1 });
        expect(weather.hold?.untilMs ?? 0).toBeGreaterThanOrEqual(before);
        expect(weather.hold?.untilMs ?? 0).toBeLessThanOrEqual(nowMs + 3_600_000);
      }
    }),
  );
});
