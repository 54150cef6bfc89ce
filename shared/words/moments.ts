/** How moments (milliseconds since 1970) are told in one language and one time zone. */
export type Moments = {
  /** `4:20 pm` */
  readonly time: (atMs: number) => string;
  /** `4 May 2026` */
  readonly date: (atMs: number) => string;
  /** `4 April 2026, Saturday`: a date that nobody can misread. */
  readonly longDate: (atMs: number) => string;
  /** How many days of the calendar it is from one moment to another: 0 on the same day, 1 from a day to the next. */
  readonly daysBetween: (fromMs: number, toMs: number) => number;
};

const DAY_MS = 24 * 60 * 60_000;

/** `timeZone` is an IANA name; without one the machine's own zone is used. */
export function formatMoments(locale: string, timeZone?: string): Moments {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', hour12: true, ...zone });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', ...zone });
  const dayMonthYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...zone,
  });
  const calendar = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    ...zone,
  });
  /** Not by adding 24 hours: where clocks are put forward or back a day has 23 or 25. */
  function dayNumber(atMs: number): number {
    const parts = new Map(calendar.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day') ?? 1) / DAY_MS;
  }
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone });
  return {
    // Intl parts time and "pm" with a narrow no-break space that old fonts draw as a box.
    time: (atMs) => time.format(atMs).replace(/\s/gu, ' '),
    date: (atMs) => date.format(atMs),
    longDate: (atMs) => `${dayMonthYear.format(atMs)}, ${weekday.format(atMs)}`,
    daysBetween: (fromMs, toMs) => dayNumber(toMs) - dayNumber(fromMs),
  };
}
