import type { Catalog, Field } from '../catalog/field.ts';
import { editDistance } from '../cleaning/edit-distance.ts';
import type { MatchReason } from '../import.ts';
import { headingKey, normaliseHeading } from './normalise-heading.ts';
import { isAboutSomebodyElse, isAboutSomethingElse } from './other-things.ts';
import { fieldsMeantBy, headingsMeaning, type SynonymStrength } from './synonyms.ts';
import { sharesTopic } from './topics.ts';

/** A field that a heading may mean. */
export type HeadingMatch = {
  readonly field: Field;
  readonly reason: Extract<MatchReason, { readonly kind: 'field-name' | 'heading' | 'similar-heading' }>;
  /** 0 to 100; only for comparing matches with one another. */
  readonly score: number;
};

/**
 * The fields that a heading may mean, each at most once, by what it says alone. A heading is compared as a whole, with and
 * without what stands in brackets ("Mobile (10 digits)"). Similar headings are only looked for where nothing else matches
 * and both have at least six letters, since `age` and `name` differ in two letters as well; the values must confirm them.
 */
export function matchHeading(heading: string, catalog: Catalog): readonly HeadingMatch[] {
  const readings = readingsOf(heading);
  const matches = catalog.fields.map((field) =>
    best(readings.map((reading) => exactMatch(reading, field, catalog))),
  );
  const found = matches.filter((match) => match !== null);
  return found.length > 0 ? found : similarMatches(readings, catalog);
}

/** One way to read a heading: as it is, or without what stands in brackets. */
type Reading = {
  readonly key: string;
  /** Without a 1 at the end: "Phone 1" is the phone, "Phone 2" another one. */
  readonly keyOfFirst: string | null;
  /** What this reading takes away from the score. */
  readonly discount: number;
};

function readingsOf(heading: string): readonly Reading[] {
  const bracketed = heading.match(BRACKETS) ?? [];
  const without = heading.replaceAll(BRACKETS, ' ');
  const isSame = bracketed.length === 0 || headingKey(without) === '' || bracketed.some(isOfAnother);
  const texts = isSame ? [heading] : [heading, without];
  return texts.map((text, index) => {
    const { text: bare, ordinal } = normaliseHeading(text);
    return { key: headingKey(text), keyOfFirst: ordinal === 1 ? bare : null, discount: index * 5 };
  });
}

const BRACKETS = /[([{][^)\]}]*[)\]}]/gu;

/** `(Father)`, `(2)`: the column is about somebody else, or another number. `(as per Aadhaar)` is only a remark. */
function isOfAnother(bracketed: string): boolean {
  const { text, ordinal } = normaliseHeading(bracketed);
  return isAboutSomebodyElse(text) || ordinal !== null || /^\d+$/u.test(text);
}

function exactMatch(reading: Reading, field: Field, { fields }: Catalog): HeadingMatch | null {
  const names = [headingKey(field.label), headingKey(field.apiName)];
  if (reading.key !== '' && names.includes(reading.key)) {
    return { field, reason: { kind: 'field-name' }, score: FIELD_NAME_SCORE - reading.discount };
  }
  const strength = strengthOf(reading.key, field) ?? strengthOf(reading.keyOfFirst, field);
  if (strength !== null) {
    return { field, reason: { kind: 'heading' }, score: SYNONYM_SCORES[strength] - reading.discount };
  }
  const words = plainWords(reading.key);
  if (words !== '' && names.some((name) => plainWords(name) === words)) {
    return { field, reason: { kind: 'heading' }, score: SAME_WORDS_SCORE - reading.discount };
  }
  if (sharesTopic(reading.keyOfFirst ?? reading.key, field, fields)) {
    return { field, reason: { kind: 'heading' }, score: SAME_TOPIC_SCORE - reading.discount };
  }
  return null;
}

const FIELD_NAME_SCORE = 100;
const SYNONYM_SCORES: Readonly<Record<SynonymStrength, number>> = { sure: 90, likely: 70, perhaps: 45 };
const SAME_WORDS_SCORE = 80;
const SAME_TOPIC_SCORE = 75;
const SIMILAR_SCORE = 60;

function strengthOf(key: string | null, field: Field): SynonymStrength | null {
  if (key === null) {
    return null;
  }
  return fieldsMeantBy(key).find((synonym) => synonym.apiName === field.apiName)?.strength ?? null;
}

/** Words that all mean one, so that "Alternate Mobile No." finds a field called "Alternate Phone". */
const ONE_WORD: Readonly<Record<string, string>> = {
  mobile: 'phone',
  mob: 'phone',
  cell: 'phone',
  cellphone: 'phone',
  tel: 'phone',
  telephone: 'phone',
  ph: 'phone',
  alt: 'alternate',
  alternative: 'alternate',
  mail: 'email',
  dob: 'birthdate',
  birthday: 'birthdate',
  organization: 'organisation',
  program: 'programme',
};

/** Words that change nothing about what a heading means. */
const FILLERS = new Set(['no', 'num', 'nr', 'number', 'the', 'of', 'lead', 'id', 'address', 'your', 'in']);

function plainWords(key: string): string {
  const words = key.replaceAll('e mail', 'email').replaceAll('date of birth', 'birthdate').split(' ');
  const kept = words.filter((word) => !FILLERS.has(word)).map((word) => ONE_WORD[word] ?? word);
  return kept.length === 0 ? '' : kept.toSorted().join(' ');
}

/** Shorter texts become other words by a letter or two. */
const SHORTEST_SIMILAR = 6;

/** Shorter texts may have one typing error: with two, "Team Name" would be "Lead Name". */
const FROM_TWO_ERRORS = 12;

function similarMatches(readings: readonly Reading[], catalog: Catalog): readonly HeadingMatch[] {
  const keys = readings
    .map((reading) => reading.keyOfFirst ?? reading.key)
    .filter((key) => key.length >= SHORTEST_SIMILAR && !/\d/u.test(key));
  return catalog.fields
    .filter((field) => keys.some((key) => namesOf(field).some((name) => isSimilar(key, name))))
    .map((field) => ({ field, reason: { kind: 'similar-heading' }, score: SIMILAR_SCORE }));
}

function namesOf(field: Field): readonly string[] {
  const synonyms = headingsMeaning(field.apiName).filter((synonym) => synonym.strength === 'sure');
  return [headingKey(field.label), headingKey(field.apiName), ...synonyms.map((synonym) => synonym.text)];
}

function isSimilar(key: string, name: string): boolean {
  const shorter = Math.min(key.length, name.length);
  if (shorter < SHORTEST_SIMILAR || (isAboutSomethingElse(key) && !isAboutSomethingElse(name))) {
    return false;
  }
  const limit = shorter < FROM_TWO_ERRORS ? 1 : 2;
  return editDistance(key, name, limit) <= limit;
}

function best(matches: readonly (HeadingMatch | null)[]): HeadingMatch | null {
  let winner: HeadingMatch | null = null;
  for (const match of matches) {
    if (match !== null && (winner === null || match.score > winner.score)) {
      winner = match;
    }
  }
  return winner;
}
