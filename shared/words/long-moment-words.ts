import type { Say } from './make-words.ts';
import type { Moments } from './moments.ts';

/**
 * A moment that nobody can misread: `4 April 2026, Saturday, 4:20 pm`. Midnight is not said, because it is what a date
 * without a time becomes.
 */
export function longMomentWords(say: Say, moments: Moments, atMs: number): string {
  const day = moments.longDate(atMs);
  const time = moments.time(atMs);
  return time === MIDNIGHT ? day : say('common.dayAt', { day, time });
}

/** As `Moments` tells it. */
const MIDNIGHT = '12:00 am';
