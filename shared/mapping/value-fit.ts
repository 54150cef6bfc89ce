import type { Field } from '../catalog/field.ts';
import type { TeamMember } from '../catalog/team.ts';
import { activeUserCleaner } from '../cleaning/clean-active-user.ts';
import { medialinkCleaner } from '../cleaning/clean-medialink.ts';
import { moneyCleaner } from '../cleaning/clean-money.ts';
import { numberCleaner } from '../cleaning/clean-number.ts';
import { ratingCleaner } from '../cleaning/clean-rating.ts';
import type { Cleaner } from '../cleaning/clean-value.ts';
import { websiteCleaner } from '../cleaning/clean-website.ts';
import { plainText } from '../cleaning/plain-text.ts';
import { cellKind, type CellKind } from '../sheet/cell-kind.ts';
import { phoneLikeness } from '../sheet/phone-likeness.ts';
import { DECIMAL_MARKS } from './mapping.ts';

/** How the values of a column agree with a field. */
export type ValueFit = {
  /** Share of the column's cells that are filled, 0 to 1; 0 for a column without cells. */
  readonly filledShare: number;
  /** Share of the filled cells that look right for the field, 0 to 1; 1 where nothing is filled. */
  readonly fittingShare: number;
  /** Most values are of another sort: a column headed "Phone" that holds words. */
  readonly isContradicted: boolean;
  /** Most values are of a sort that few other fields have, so that a doubtful heading may be believed. */
  readonly isConfirmed: boolean;
};

/**
 * Compares a column's values with a field. Bad values are expected (cleaning is there for them), so a column is only
 * contradicted when fewer than three in ten look right; with one or two values, when they are nothing but words.
 *
 * @param team The workspace's employees, for fields of team members; absent or `null` when not known.
 */
export function fitOf(
  field: Field,
  cells: readonly string[],
  team: readonly TeamMember[] | null = null,
): ValueFit {
  const values = cells.map(plainText);
  const kinds = values.map(cellKind);
  const filled = values.filter((_, index) => kinds[index] !== 'empty');
  const filledKinds = kinds.filter((kind) => kind !== 'empty');
  const looksRight = testFor(field, team);
  const fitting = filled.filter((value, index) => looksRight(value, filledKinds[index] ?? 'text')).length;
  const fittingShare = filled.length === 0 ? 1 : fitting / filled.length;
  const isEnough = filled.length >= FEWEST_VALUES;
  return {
    filledShare: cells.length === 0 ? 0 : filled.length / cells.length,
    fittingShare,
    isContradicted: isEnough
      ? fittingShare < CONTRADICTED_BELOW
      : fitting < filled.length && fitting === 0 && filledKinds.every((kind) => kind === 'text'),
    isConfirmed: filled.length > 0 && fittingShare >= CONFIRMED_FROM && isTelling(field, filled),
  };
}

const CONTRADICTED_BELOW = 0.3;
const CONFIRMED_FROM = 0.6;

/** Fewer values say little about the others. */
const FEWEST_VALUES = 3;

type Test = (value: string, kind: CellKind) => boolean;

function testFor(field: Field, team: readonly TeamMember[] | null): Test {
  switch (field.type) {
    case 'phone':
      return (value) => phoneLikeness(value) !== 'no';
    case 'email':
      return (_, kind) => kind === 'email';
    case 'number': {
      const isRead = anyOf(
        DECIMAL_MARKS.map((decimalMark) => numberCleaner({ decimalMark, currency: 'INR' })),
      );
      return (value, kind) => kind === 'number' || kind === 'phone' || isRead(value);
    }
    case 'money':
      return anyOf(DECIMAL_MARKS.map((decimalMark) => moneyCleaner({ decimalMark, currency: 'INR' })));
    case 'date':
      return (_, kind) => kind === 'date';
    case 'rating':
      return anyOf([ratingCleaner()]);
    case 'website':
      return anyOf([websiteCleaner()]);
    case 'medialink':
      return anyOf([medialinkCleaner()]);
    case 'activeUsers': {
      const isMember = anyOf([activeUserCleaner({ team, trustValues: false })]);
      return (value, kind) => kind === 'email' || isMember(value);
    }
    case 'status':
    case 'lostReason':
    case 'dropdown': {
      const options = new Set(field.options?.map((option) => option.trim().toLowerCase()));
      return options.size === 0
        ? (_, kind) => kind === 'text' || kind === 'number'
        : (value) => options.has(value.toLowerCase());
    }
    case 'text':
      return field.apiName === 'name' ? (_, kind) => kind === 'text' : () => true;
    case 'tags':
      return () => true;
  }
}

/** Which mark parts the fraction is found out later. */
function anyOf(cleaners: readonly Cleaner[]): (value: string) => boolean {
  return (value) => cleaners.some((clean) => clean(value).kind === 'value');
}

/** Whether fitting values say much: a word fits a hundred fields, an e-mail address two. */
function isTelling(field: Field, filled: readonly string[]): boolean {
  switch (field.type) {
    case 'phone':
    case 'email':
    case 'date':
    case 'rating':
    case 'number':
    case 'money':
    case 'website':
    case 'medialink':
    case 'activeUsers':
      return true;
    case 'status':
    case 'lostReason':
    case 'dropdown':
      return field.options !== null && field.options.length > 0;
    case 'text':
      return field.apiName === 'name' && lookLikeNames(filled);
    case 'tags':
      return false;
  }
}

/** One to five words of letters only, seldom the same twice. */
function lookLikeNames(values: readonly string[]): boolean {
  const names = values.filter((value) => /^[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){0,4}$/u.test(value));
  return names.length * 5 >= values.length * 4 && new Set(names).size * 5 >= values.length * 3;
}
