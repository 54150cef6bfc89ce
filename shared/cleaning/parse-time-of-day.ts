/** A time of day, and how far its clock is ahead of UTC if it says so; `null` means the clock of the workspace. */
export type TimeOfDay = {
  /** Milliseconds since midnight, below one day. */
  readonly sinceMidnightMs: number;
  readonly offsetMs: number | null;
};

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const TIME =
  /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:([ap])\.?\s?m\.?)?\s*(z|utc|gmt|ist)?\s*([+-]\d{2}:?(?:\d{2})?)?$/u;

/** `2.30 pm`: with a dot only where `am` or `pm` says that it is a time. */
const DOTTED = /^(\d{1,2})\.(\d{2})\s*([ap])\.?\s?m\.?$/u;

/** India's clock has been 5:30 ahead of UTC since 1945. */
const IST_OFFSET_MS = 5 * HOUR_MS + 30 * MINUTE_MS;

/**
 * Reads `14:30`, `2:30 pm`, `2 pm`, `14:30:05`, `10:00:00.000Z`, `14:30+05:30`, in lower case and trimmed. `null` when it is
 * no time that exists: 24:00, 14:60, 14:30 am, a bare hour.
 */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  const match = TIME.exec(text.replace(DOTTED, '$1:$2 $3m'));
  if (match === null) {
    return null;
  }
  const [, hourText = '', minuteText, secondText = '0', fraction = '', half, zone, offset] = match;
  if (minuteText === undefined && half === undefined) {
    return null;
  }
  const hour = hourOfDay(Number(hourText), half);
  const minute = Number(minuteText ?? '0');
  const second = Number(secondText);
  if (hour === null || minute > 59 || second > 59) {
    return null;
  }
  const milliseconds = Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * SECOND_MS);
  const offsetMs = readOffset(zone, offset);
  return offsetMs === 'contradictory'
    ? null
    : { sinceMidnightMs: hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + milliseconds, offsetMs };
}

/** `14:30 pm` is common and clear; `14:30 am` and `0:30 pm` contradict themselves. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (hour > 23) {
    return null;
  }
  if (half === 'a') {
    return hour > 12 ? null : hour % 12;
  }
  if (half === 'p') {
    return hour === 0 ? null : (hour % 12) + 12;
  }
  return hour;
}

function readOffset(zone: string | undefined, offset: string | undefined): number | null | 'contradictory' {
  if (offset === undefined) {
    return zone === undefined ? null : offsetOfZone(zone);
  }
  if (zone === 'z' || zone === 'ist') {
    return 'contradictory';
  }
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.replace(':', '').slice(3) || '0');
  // The widest offsets in use are 12 hours behind and 14 ahead of UTC.
  if (hours > 14 || minutes > 59) {
    return 'contradictory';
  }
  return (offset.startsWith('-') ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS);
}

function offsetOfZone(zone: string): number {
  return zone === 'ist' ? IST_OFFSET_MS : 0;
}
