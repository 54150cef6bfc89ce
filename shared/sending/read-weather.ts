import type { TelecrmFailure } from '../failure.ts';
import { failureOfTrouble, isTooLong } from './trouble.ts';
import { TROUBLES_BEFORE_WAIT, type Weather } from './weather.ts';

/** So many leads that never failed before do not go bad one after another: it is the way. */
export const STRANGERS_BEFORE_BLAME = 3;
/** Leads in a row refused with the same status and words after which the reason is not in the leads. */
export const REFUSALS_BEFORE_STOP = 5;

/** Whether the leads refused so far say that the reason is not in them; `null` while that cannot be told. */
export function repeatedRefusal(weather: Weather): TelecrmFailure | null {
  const { refusals } = weather;
  if (refusals === null || refusals.leads < REFUSALS_BEFORE_STOP) {
    return null;
  }
  return {
    kind: 'repeated-refusal',
    leads: refusals.leads,
    status: refusals.status,
    words: refusals.words ?? '',
  };
}

/** Why a person has to look at a trouble that has lasted until `nowMs`; `null` while it may pass by itself. */
export function lastingTrouble({ lasting }: Weather, nowMs: number): TelecrmFailure | null {
  return lasting !== null && isTooLong(lasting.trouble, lasting.times, nowMs - lasting.sinceMs)
    ? failureOfTrouble(lasting.trouble, lasting.words ?? '')
    : null;
}

/**
 * Whether the way is to blame for the last failures, and not the leads. [Note: Weather or lead] A server that is down fails
 * every lead, a bad lead fails alone. Leads that failed before are no witnesses: at the end of a run they may be all that is
 * left. So it takes several that never failed. Until then, and while it lasts, a lead that was tried comes after others that
 * were not; once it is so, no attempt counts against a lead.
 */
export function isBadWeather({ strangers }: Weather): boolean {
  return strangers >= STRANGERS_BEFORE_BLAME;
}

/** Tries in a row, the last one included, since all sending waits because of trouble; 0 while it does not. */
export function triesInTrouble(weather: Weather): number {
  return Math.max(isBadWeather(weather) ? 1 : 0, weather.troubles - TROUBLES_BEFORE_WAIT + 1);
}

/**
 * How many requests may be under way while refusals pile up: from the second alike on no more than it takes to know, so
 * that few leads are spent on finding out.
 */
export function inFlightWhileRefused(weather: Weather): number {
  const leads = weather.refusals?.leads ?? 0;
  return leads < 2 ? Infinity : Math.max(1, REFUSALS_BEFORE_STOP - leads);
}
