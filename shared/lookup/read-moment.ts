import { zoneTime } from '../cleaning/zone-time.ts';

/** A moment as it stands in Telecrm's answer. */
export type FoundMoment = {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** How exactly it is told: a form without a time of day says only the day. */
  readonly precision: 'day' | 'minute' | 'second';
};

const EPOCH = /^-?\d{9,14}$/u;
/** Telecrm's own: `01/06/2026 10:30:00`, day first. */
const DAY_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/u;

/** Below this many, a number counts seconds: so few milliseconds are in January 1970. */
const FEWEST_MS = 100_000_000_000;

/**
 * Returns the reader of moments in every form that the Sync API may give them: epoch milliseconds or seconds, as a number or
 * text, `31/12/2026` with or without a time, and ISO 8601. Forms without a zone are told by the clock of `timeZone`. The
 * reader answers `null` for anything else. Throws a `RangeError` for an unknown zone.
 */
export function momentReader(timeZone: string): (text: string) => FoundMoment | null {
  const inZone = zoneTime(timeZone);
  return (text) => {
    if (EPOCH.test(text)) {
      const value = Number(text);
      return { atMs: Math.abs(value) < FEWEST_MS ? value * 1000 : value, precision: 'second' };
    }
    const dayFirst = DAY_FIRST.exec(text);
    if (dayFirst !== null) {
      const [, day, month, year, hour, minute, second] = dayFirst;
      return momentOf([year, month, day, hour, minute, second], inZone);
    }
    const iso = ISO.exec(text);
    if (iso === null) {
      return null;
    }
    const [, year, month, day, hour, minute, second, zone] = iso;
    return momentOf(
      [year, month, day, hour, minute, second],
      zone === undefined ? inZone : (wallMs) => wallMs - offsetMs(zone),
    );
  };
}

function momentOf(
  parts: readonly (string | undefined)[],
  toEpoch: (wallMs: number) => number,
): FoundMoment | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const [, , , hourText, , secondText] = parts;
  const precision = secondText !== undefined ? 'second' : 'minute';
  return {
    atMs: toEpoch(Date.UTC(year, month - 1, day, hour, minute, second)),
    precision: hourText === undefined ? 'day' : precision,
  };
}

function offsetMs(zone: string): number {
  if (zone === 'Z') {
    return 0;
  }
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replaceAll(/\D/gu, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
