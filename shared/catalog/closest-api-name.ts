import { editDistance } from '../cleaning/edit-distance.ts';

/** Shorter names become other names by a letter: `city` and `cite`, `dob` and `job`. */
const SHORTEST_FUZZY = 6;

/** Shorter names may have one typing error, longer ones two. */
const FROM_TWO_ERRORS = 12;

/**
 * The API name that was probably meant by one that is not among `names`: the one that differs only in capital letters and
 * punctuation (`Lead_Source`, `leadsource` and `lead-source` for `lead_source`; Telecrm takes each for another field, and its
 * values vanish), otherwise the one that is a typing error away. `null` when `apiName` is among them, when none is alike, or
 * when two are equally alike: a wrong proposal would be worse than none.
 */
export function closestApiName(apiName: string, names: readonly string[]): string | null {
  if (names.includes(apiName)) {
    return null;
  }
  const squeezed = squeeze(apiName);
  const distinct = [...new Set(names)];
  const spelledAlike = distinct.filter((name) => squeezed !== '' && squeeze(name) === squeezed);
  if (spelledAlike.length > 0) {
    return onlyOne(spelledAlike);
  }
  const near = distinct
    .map((name) => ({ name, distance: errorsBetween(squeezed, squeeze(name)) }))
    .filter(({ distance }) => distance !== null);
  const least = Math.min(...near.map(({ distance }) => distance ?? Infinity));
  return onlyOne(near.filter(({ distance }) => distance === least).map(({ name }) => name));
}

function onlyOne(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Letters and digits only, in lower case. */
function squeeze(apiName: string): string {
  return apiName
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** `null` when two names are too far apart. Other digits make another field: `phone_2` is not `phone_3`. */
function errorsBetween(left: string, right: string): number | null {
  const shorter = Math.min(left.length, right.length);
  if (shorter < SHORTEST_FUZZY || digitsOf(left) !== digitsOf(right)) {
    return null;
  }
  const limit = shorter < FROM_TWO_ERRORS ? 1 : 2;
  const distance = editDistance(left, right, limit);
  return distance > limit ? null : distance;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\P{N}/gu, '');
}
