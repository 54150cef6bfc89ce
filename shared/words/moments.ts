/** How moments (milliseconds since 1970) are told in one language and one time zone. */
export type Moments = {
  /** `4:20 pm` */
  readonly time: (atMs: number) => string;
  /** `4 May 2026` */
  readonly date: (atMs: number) => string;
  /** `4 April 2026, Saturday`: a date that nobody can misread. */
  readonly longDate: (atMs: number) => string;
  /** Whether two moments lie on the same day of the calendar. */
  readonly isSameDay: (oneMs: number, otherMs: number) => boolean;
};

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
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone });
  return {
    // Intl parts time and "pm" with a narrow no-break space that old fonts draw as a box.
    time: (atMs) => time.format(atMs).replace(/\s/gu, ' '),
    date: (atMs) => date.format(atMs),
    longDate: (atMs) => `${dayMonthYear.format(atMs)}, ${weekday.format(atMs)}`,
    isSameDay: (oneMs, otherMs) => date.format(oneMs) === date.format(otherMs),
  };
}
