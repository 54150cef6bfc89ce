import type { Words } from './make-words.ts';

const MINUTE_MS = 60_000;

/** A moment to come, as people say it: "4:20 pm" today, otherwise with its day. */
export function whenWords({ say, moments }: Words, atMs: number, nowMs: number): string {
  const time = moments.time(atMs);
  const days = moments.daysBetween(nowMs, atMs);
  if (days === 0) {
    return time;
  }
  return days === 1
    ? say('common.tomorrowAt', { time })
    : say('common.dayAt', { day: moments.date(atMs), time });
}

/** The same within a sentence, for a moment that is known: "at 4:20 pm", "tomorrow at 4:58 am", "on 5 Apr 2026 at 4:20 pm". */
export function atWords(words: Words, atMs: number, nowMs: number): string {
  return placed(words, atMs, nowMs, 'at');
}

/** The same for a moment that is reckoned: "around 4:20 pm", "tomorrow around 4:58 am". */
export function aroundWords(words: Words, atMs: number, nowMs: number): string {
  return placed(words, atMs, nowMs, 'around');
}

function placed({ say, moments }: Words, atMs: number, nowMs: number, how: 'at' | 'around'): string {
  const time = say(`common.moment.${how}`, { time: moments.time(atMs) });
  const days = moments.daysBetween(nowMs, atMs);
  if (days === 0) {
    return time;
  }
  return days === 1
    ? say('common.moment.tomorrow', { time })
    : say('common.moment.day', { day: moments.date(atMs), time });
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
