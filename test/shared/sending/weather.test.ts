import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/sending/judge-reply.ts';
import type { Trouble } from '../../../shared/sending/trouble.ts';
import {
  REFUSALS_BEFORE_STOP,
  inFlightWhileRefused,
  isBadWeather,
  lastingTrouble,
  repeatedRefusal,
} from '../../../shared/sending/read-weather.ts';
import { CLEAR_WEATHER, weatherAfter, weatherOnline, type Weather } from '../../../shared/sending/weather.ts';

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
    now = weatherAfter(now, verdict, {
      hasFailed: false,
      leftAtMs: nowMs - 50,
      nowMs,
      wallMs: nowMs,
      random: 0.5,
    });
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
      weather = weatherAfter(weather, OFFLINE, {
        hasFailed: false,
        leftAtMs: nowMs,
        nowMs,
        wallMs: nowMs,
        random: 0.5,
      });
      waits.push((weather.hold?.untilMs ?? 0) - nowMs);
    }
    expect(waits).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
    expect(after(weather, [ACCEPTED], 1e6)).toMatchObject({ hold: null, troubles: 0 });
  });

  test('sixteen requests that fail together count once', () => {
    const weather = after(CLEAR_WEATHER, [TROUBLE, TROUBLE, TROUBLE]);
    const times = { hasFailed: false, leftAtMs: 900, nowMs: 1_500, wallMs: 1_500, random: 0.5 };
    expect(weatherAfter(weather, TROUBLE, times)).toEqual({ ...weather, strangers: 4 });
  });

  test('a server that says how long it needs is given that time at once', () => {
    const weather = after(CLEAR_WEATHER, [{ ...TROUBLE, retryAfter: '120' }]);
    expect(weather.hold).toEqual({ kind: 'server-trouble', untilMs: 1_000 + 120_000 });
  });
});

describe('a network that is back', () => {
  test('ends the wait for a connection; if it leads nowhere, the next wait is no shorter than it would have been', () => {
    const weather = weatherOnline(after(CLEAR_WEATHER, [OFFLINE, OFFLINE, OFFLINE, OFFLINE], 1_000));
    expect(weather.hold).toBeNull();
    expect(after(weather, [OFFLINE], 10_000).hold?.untilMs).toBeGreaterThanOrEqual(10_000 + 4_000);
  });

  test.each([
    ['Telecrm’s own trouble', [TROUBLE, TROUBLE, TROUBLE]],
    ['a 429', [slowDown('30')]],
    ['nothing', [ACCEPTED]],
  ])('changes nothing about %s', (_, verdicts) => {
    const weather = after(CLEAR_WEATHER, verdicts);
    expect(weatherOnline(weather)).toEqual(weather);
  });
});

describe('whether the weather is to blame or the leads', () => {
  /** So many failures of leads, those at these places of leads that had failed before. */
  function afterFailures(hasFailed: readonly boolean[]): Weather {
    return hasFailed.reduce((weather, has, index) => {
      const nowMs = Math.max(1_000 + index, weather.hold?.untilMs ?? 0) + 1;
      return weatherAfter(weather, TROUBLE, {
        hasFailed: has,
        leftAtMs: nowMs,
        nowMs,
        wallMs: nowMs,
        random: 0.5,
      });
    }, CLEAR_WEATHER);
  }

  test.each<[string, readonly boolean[], boolean]>([
    ['nothing', [], false],
    ['two leads', [false, false], false],
    ['three leads', [false, false, false], true],
    ['three leads, the first once more', [false, false, false, true], true],
    ['one lead again and again', [false, true, true, true, true, true], false],
    ['leads that all failed before', [true, true, true, true, true, true], false],
    ['two of them and two others', [true, true, false, false], false],
    ['two of them and three others', [true, true, false, false, false], true],
  ])('%s', (_, hasFailed, isWeather) => {
    expect(isBadWeather(afterFailures(hasFailed))).toBe(isWeather);
  });

  test('an answer, or a lead that is accepted, ends it', () => {
    const weather = afterFailures([false, false, false, false]);
    expect(isBadWeather(after(weather, [ACCEPTED], 1e6))).toBe(false);
    expect(isBadWeather(after(weather, [refused('no'), TROUBLE, TROUBLE], 1e6))).toBe(false);
  });

  test('having no connection says nothing about leads', () => {
    expect(isBadWeather(after(CLEAR_WEATHER, [OFFLINE, OFFLINE, OFFLINE, TROUBLE]))).toBe(false);
  });
});

describe('a trouble that lasts', () => {
  function met(why: Exclude<Trouble, 'server-trouble'>): Verdict {
    return { kind: 'back-in-queue', why, status: null, words: 'CODE', retryAfter: null, date: null };
  }

  /** Tries, each when the wait for it was over, until a person has to look at it; with the minutes that it took. */
  function untilTooLong(verdict: Verdict): { readonly failure: object | null; readonly minutes: number } {
    let weather = CLEAR_WEATHER;
    let nowMs = 1_000;
    for (let tries = 0; tries < 5_000; tries += 1) {
      weather = weatherAfter(weather, verdict, at(nowMs));
      const failure = lastingTrouble(weather, nowMs);
      if (failure !== null) {
        return { failure, minutes: nowMs / 60_000 };
      }
      nowMs = Math.max(nowMs, weather.hold?.untilMs ?? 0) + 1;
    }
    return { failure: null, minutes: nowMs / 60_000 };
  }

  function afterTries(verdict: Verdict, tries: number): Weather {
    let weather = CLEAR_WEATHER;
    for (let count = 0; count < tries; count += 1) {
      weather = weatherAfter(weather, verdict, at(Math.max(1_000, weather.hold?.untilMs ?? 0) + 1));
    }
    return weather;
  }

  function at(nowMs: number) {
    return { hasFailed: false, leftAtMs: nowMs, nowMs, wallMs: nowMs, random: 0.5 };
  }

  test.each<[Verdict, Trouble, object]>([
    [met('certificate'), 'certificate', { kind: 'certificate-refused', code: 'CODE' }],
    [met('proxy-password'), 'proxy-password', { kind: 'proxy-password' }],
    [met('proxy-refused'), 'proxy-refused', { kind: 'proxy-refused' }],
    [met('proxy-unsupported'), 'proxy-unsupported', { kind: 'proxy-unsupported' }],
    [{ ...TROUBLE, trouble: 'not-telecrm', words: 'Log in' }, 'not-telecrm', { words: 'Log in' }],
  ])(
    '%j: a quarter of an hour is given to people, then it is said what kept us',
    (verdict, trouble, failure) => {
      expect(afterTries(verdict, 3).hold?.kind).toBe(trouble);
      const end = untilTooLong(verdict);
      expect(end.failure).toMatchObject(failure);
      expect(Math.round(end.minutes)).toBe(15);
    },
  );

  test('half a day is given to Telecrm’s own trouble', () => {
    const end = untilTooLong({ ...TROUBLE, words: 'Oops' });
    expect(end.failure).toEqual({ kind: 'server-trouble-lasts', words: 'Oops' });
    expect(Math.round(end.minutes / 60)).toBe(12);
  });

  test('no connection, or a proxy that is not there, is waited for without end', () => {
    expect(untilTooLong(met('offline'))).toMatchObject({ failure: null });
    expect(untilTooLong(met('proxy-down'))).toMatchObject({ failure: null });
  });

  test('a night asleep is no night of trouble', () => {
    const weather = weatherAfter(afterTries(met('certificate'), 3), met('certificate'), at(1e8));
    expect(lastingTrouble(weather, 1e8)).toBeNull();
  });

  test('another trouble, or an answer in between, starts anew', () => {
    const long = afterTries(met('certificate'), 40);
    expect(lastingTrouble(long, 1e8)).not.toBeNull();
    expect(lastingTrouble(after(long, [met('offline'), met('certificate')], 1e8), 1e8)).toBeNull();
    expect(lastingTrouble(after(long, [ACCEPTED, met('certificate')], 1e8), 1e8)).toBeNull();
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
    const times = { hasFailed: false, leftAtMs: 990, nowMs: 1_100, wallMs: 1_100, random: 0.5 };
    expect(weatherAfter(weather, slowDown(null), times)).toEqual(weather);
    const prolonged = weatherAfter(weather, slowDown('60'), times);
    expect(prolonged).toMatchObject({ slowDowns: 1, hold: { untilMs: 61_100 } });
  });

  test('stays in force when an earlier request is still accepted', () => {
    const weather = after(CLEAR_WEATHER, [slowDown('30')]);
    const times = { hasFailed: false, leftAtMs: 990, nowMs: 1_100, wallMs: 1_100, random: 0.5 };
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
        weather = weatherAfter(weather, next, {
          hasFailed: false,
          leftAtMs: nowMs - agoMs,
          nowMs,
          wallMs: nowMs,
          random: 1,
        });
        expect(weather.hold?.untilMs ?? 0).toBeGreaterThanOrEqual(before);
        expect(weather.hold?.untilMs ?? 0).toBeLessThanOrEqual(nowMs + 3_600_000);
      }
    }),
  );
});
