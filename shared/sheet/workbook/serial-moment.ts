/** From which day a workbook counts: 1900 as most do, 1904 as Excel for the Macintosh did. */
export type DateSystem = 1900 | 1904;

/** A day and a time on the wall's clock. */
export type SerialMoment = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; 0 in "0 January 1900". */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday, as Excel has it, also for the days before March 1900, where Excel is a day off. */
  readonly weekday: number;
};

/**
 * The moment that a number of days stands for, to the nearest second; `null` where a spreadsheet program shows no date
 * (negative numbers, years beyond 9999).
 *
 * [Note: 29 February 1900] Excel counts a day that never was, because Lotus 1-2-3 did: day 60 is 29 February 1900, the days
 * before it are one later than arithmetic says, and day 0 is "0 January 1900". People see these, so they come out so: the
 * cleaning of dates then says that there is no such day.
 */
export function serialMoment(serial: number, system: DateSystem): SerialMoment | null {
  if (!(serial >= 0 && serial < END)) {
    return null;
  }
  const total = Math.round((system === 1904 ? serial + DAYS_TO_1904 : serial) * DAY_SECONDS);
  const days = Math.floor(total / DAY_SECONDS);
  if (days >= END) {
    return null;
  }
  const seconds = total - days * DAY_SECONDS;
  const weekday = (days + 6) % 7;
  return {
    ...dayOf(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    weekday,
  };
}

export const DAY_SECONDS = 86_400;

/** 1 January 1904 in the count of 1900. */
const DAYS_TO_1904 = 1462;

/** 1 January 10000. */
const END = 2_958_466;

/** The day that never was; see the note above. */
const LEAP_DAY = 60;

function dayOf(days: number): Pick<SerialMoment, 'year' | 'month' | 'day'> {
  if (days === LEAP_DAY) {
    return { year: 1900, month: 2, day: 29 };
  }
  if (days === 0) {
    return { year: 1900, month: 1, day: 0 };
  }
  const date = new Date(Date.UTC(1899, 11, days < LEAP_DAY ? 31 : 30) + days * DAY_SECONDS * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
