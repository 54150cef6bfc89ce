/** Longest wait that we take from a server: the hour in which its allowance is counted. */
export const LONGEST_RETRY_AFTER_MS = 3_600_000;

/**
 * How long a server asks us to wait, in milliseconds from 0 to an hour; `null` when it does not say or says nonsense. Both
 * forms of RFC 9110 are read: seconds (`120`) and a date (`Wed, 21 Oct 2026 07:28:00 GMT`). A date is taken relative to the
 * answer's own `Date` where it has one, because the two clocks may differ by hours; otherwise relative to `wallMs`.
 */
export function retryAfterMs(retryAfter: string | null, date: string | null, wallMs: number): number | null {
  const text = retryAfter?.trim() ?? '';
  // "0.5" is not in the standard, but it is seen and can only mean one thing.
  if (/^\d{1,15}(?:\.\d{1,15})?$/u.test(text)) {
    return Math.min(LONGEST_RETRY_AFTER_MS, Math.ceil(Number(text) * 1000));
  }
  const untilMs = parseHttpDate(text);
  if (untilMs === null) {
    return null;
  }
  const sinceMs = parseHttpDate(date?.trim() ?? '') ?? wallMs;
  return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, untilMs - sinceMs));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and the old form with dashes and the year's last two digits. */
const DAY_FIRST =
  /^[a-z]{3,9}, (\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:gmt|utc)$/iu;
/** `Sun Nov  6 08:49:37 1994`, which RFC 9110 wants read as well. */
const MONTH_FIRST = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/iu;

/** Not `Date.parse`, which takes "5" or "-1" for a date and the zone of this machine for the server's. */
function parseHttpDate(text: string): number | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day, month, year, hour, minute, second] = dayFirst;
    return utc(year, month, day, hour, minute, second);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    const [, month, day, hour, minute, second, year] = monthFirst;
    return utc(year, month, day, hour, minute, second);
  }
  return null;
}

function utc(year = '', month = '', ...rest: readonly (string | undefined)[]): number | null {
  const monthIndex = MONTHS.indexOf(month.toLowerCase());
  const [day = 0, hour = 0, minute = 0, second = 0] = rest.map(Number);
  if (monthIndex < 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) {
    return null;
  }
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  return Date.UTC(fullYear, monthIndex, day, hour, minute, second);
}
