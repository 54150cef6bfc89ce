import type { DateOrder } from '../mapping/mapping.ts';
import { unreachable } from '../unreachable.ts';
import { clean, EMPTY, refused, type Cleaner, type CleanValue } from './clean-value.ts';
import { parseDate } from './parse-date.ts';
import { plainText } from './plain-text.ts';
import { quickDate } from './quick-date.ts';
import { remembering } from './remembering.ts';
import { isNothing } from './stand-ins-for-nothing.ts';
import { zoneTime, type ZoneTime } from './zone-time.ts';

/** What decides how dates of one column are read. */
export type DateOptions = {
  readonly dateOrder: DateOrder;
  /** IANA name of the zone whose clock a date without its own offset means; dates without a time begin the day there. */
  readonly timeZone: string;
};

const NOT_UNDERSTOOD: CleanValue = refused({ kind: 'date-not-understood' });
const IMPOSSIBLE: CleanValue = refused({ kind: 'date-impossible' });

/**
 * Thirteen digits from 10^12 (September 2001) up are milliseconds since 1970, the form Telecrm itself uses. Nothing else in
 * a sheet of leads is so long and so begins; shorter numbers may be phones or Excel's day counts and are no dates.
 */
const EPOCH_MS = /^[1-7]\d{12}$/u;
const LAST_EPOCH_MS = Date.UTC(2201, 0, 1) - 1;

/**
 * Cleans dates to epoch milliseconds, because Telecrm takes strings only in the format that the workspace happens to have
 * set and may make wrong dates of ISO ones. The forms that are read are those of `parseDate`. Throws a `RangeError` at
 * once (not for a cell) when the time zone is unknown.
 */
export function dateCleaner(options: DateOptions): Cleaner {
  const toEpochMs = zoneTime(options.timeZone);
  const cleanUnusual = remembering((text) => cleanDate(text, options.dateOrder, toEpochMs));
  return (text) => {
    const wallMs = quickDate(text, options.dateOrder);
    return Number.isNaN(wallMs) ? cleanUnusual(text) : clean(toEpochMs(wallMs));
  };
}

function cleanDate(text: string, order: DateOrder, toEpochMs: ZoneTime): CleanValue {
  const plain = plainText(text).replace(/^['\u2018\u2019`]/u, '');
  if (isNothing(plain)) {
    return EMPTY;
  }
  if (EPOCH_MS.test(plain) && Number(plain) <= LAST_EPOCH_MS) {
    return clean(Number(plain));
  }
  const reading = parseDate(plain, order);
  switch (reading.kind) {
    case 'moment':
      return clean(reading.offsetMs === null ? toEpochMs(reading.wallMs) : reading.wallMs - reading.offsetMs);
    case 'impossible':
      return IMPOSSIBLE;
    case 'not-understood':
      return NOT_UNDERSTOOD;
    default:
      return unreachable(reading);
  }
}
