/**
 * Turns what a clock on the wall of a time zone shows into a point in time.
 *
 * `wallMs` is the wall's reading as if it were UTC, in milliseconds since 1970; the result is milliseconds since 1970. A
 * reading that occurs twice (clocks set back) is taken the first time; one that is skipped (clocks set forward) is moved
 * on by the length of the gap, so that a day whose midnight is skipped begins when it really begins.
 */
export type ZoneTime = (wallMs: number) => number;

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** No zone changes its clocks and changes them back within so few days; Morocco's month of Ramadan is the shortest. */
const SAMPLE_STEP_MS = 7 * DAY_MS;

/** Whether this program knows the IANA zone of that name, such as `Asia/Kolkata`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}

/**
 * The clock of an IANA zone. Throws a `RangeError` when the zone is unknown; see `isTimeZone`. Years in which the zone
 * keeps one offset (India since 1946) are found once and then cost one subtraction.
 */
export function zoneTime(timeZone: string): ZoneTime {
  const offsetAt = offsetFinder(timeZone);
  const years = new Map<number, Year>();
  let latest: Year = { startMs: 0, endMs: 0, offsetMs: null };
  return (wallMs) => {
    if (wallMs < latest.startMs || wallMs >= latest.endMs) {
      const year = new Date(wallMs).getUTCFullYear();
      latest = years.get(year) ?? yearOf(year, offsetAt);
      years.set(year, latest);
    }
    return latest.offsetMs === null ? changingTime(wallMs, offsetAt) : wallMs - latest.offsetMs;
  };
}

/**
 * The other way round: what a clock on the wall of the zone shows at a point in time, as if it were UTC. Throws as `zoneTime`
 * does.
 */
export function wallTime(timeZone: string): (epochMs: number) => number {
  const offsetAt = offsetFinder(timeZone);
  const years = new Map<number, Year>();
  return (epochMs) => {
    const number = new Date(epochMs).getUTCFullYear();
    const year = years.get(number) ?? yearOf(number, offsetAt);
    years.set(number, year);
    return epochMs + (year.offsetMs ?? offsetAt(epochMs));
  };
}

/** A year of the zone; `offsetMs` holds throughout it, and is `null` where clocks are changed. */
type Year = { readonly startMs: number; readonly endMs: number; readonly offsetMs: number | null };

function yearOf(year: number, offsetAt: OffsetAt): Year {
  const startMs = Date.UTC(year, 0, 1);
  return { startMs, endMs: Date.UTC(year + 1, 0, 1), offsetMs: constantOffset(year, offsetAt) };
}

/** How far the zone's clock is ahead of UTC at a point in time, in milliseconds. */
type OffsetAt = (epochMs: number) => number;

/** The offset that holds from the last day before the year to the first after it; `null` when it changes in between. */
function constantOffset(year: number, offsetAt: OffsetAt): number | null {
  const startMs = Date.UTC(year, 0, 0);
  const endMs = Date.UTC(year + 1, 0, 2);
  const offsetMs = offsetAt(endMs);
  for (let atMs = startMs; atMs < endMs; atMs += SAMPLE_STEP_MS) {
    if (offsetAt(atMs) !== offsetMs) {
      return null;
    }
  }
  return offsetMs;
}

function changingTime(wallMs: number, offsetAt: OffsetAt): number {
  // Offsets are less than a day, so these two lie on either side of any change near the wanted time.
  const before = offsetAt(wallMs - DAY_MS);
  const after = offsetAt(wallMs + DAY_MS);
  const first = wallMs - before;
  if (before === after || offsetAt(first) === before) {
    return first;
  }
  const second = wallMs - after;
  return offsetAt(second) === after ? second : first;
}

function offsetFinder(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (epochMs) => {
    const shown = new Map(format.formatToParts(epochMs).map((part) => [part.type, Number(part.value)]));
    const wallMs = Date.UTC(
      shown.get('year') ?? Number.NaN,
      (shown.get('month') ?? Number.NaN) - 1,
      shown.get('day') ?? Number.NaN,
      shown.get('hour') ?? Number.NaN,
      shown.get('minute') ?? Number.NaN,
      shown.get('second') ?? Number.NaN,
    );
    return wallMs - Math.floor(epochMs / SECOND_MS) * SECOND_MS;
  };
}
