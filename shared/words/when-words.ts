import type { Words } from './make-words.ts';

const MINUTE_MS = 60_000;

/** A moment to come, as people say it: "4:20 pm" today, otherwise with its day. */
export function whenWords({ say, moments }: Words, atMs: number, nowMs: number): string {
  const time = moments.time(atMs);
  if (moments.isSameDay(atMs, nowMs)) {
    return time;
  }
  const tomorrowMs = nowMs + 24 * 60 * MINUTE_MS;
  return moments.isSameDay(atMs, tomorrowMs)
    ? say('common.tomorrowAt', { time })
    : say('common.dayAt', { day: moments.date(atMs), time });
}

/** A length of time, rounded to what matters: "33 minutes", "2 hours 10 minutes". Never negative, never endless digits. */
export function durationWords({ say }: Words, lengthMs: number): string {
  const minutes = Math.round(Math.max(0, lengthMs) / MINUTE_MS);
  if (minutes < 1) {
    return say('common.lessThanAMinute');
  }
  const hours = Math.floor(minutes / 60);
  if (hours === 0) {
    return say('common.minutes', { count: minutes });
  }
  // Beyond a few hours nobody cares about minutes.
  const rest = hours < 5 ? minutes % 60 : 0;
  const hoursWords = say('common.hours', { count: hours });
  return rest === 0
    ? hoursWords
    : say('common.hoursAndMinutes', { hours: hoursWords, minutes: say('common.minutes', { count: rest }) });
}
