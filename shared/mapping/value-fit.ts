import type { Field } from '../catalog/field.ts';
import { ratingCleaner } from '../cleaning/clean-rating.ts';
import { plainText } from '../cleaning/plain-text.ts';
import { cellKind, type CellKind } from '../sheet/cell-kind.ts';
import { phoneLikeness } from '../sheet/phone-likeness.ts';

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
 */
export function fitOf(field: Field, cells: readonly string[]): ValueFit {
  const values = cells.map(plainText);
  const kinds = values.map(cellKind);
  const filled = values.filter((_, index) => kinds[index] !== 'empty');
  const filledKinds = kinds.filter((kind) => kind !== 'empty');
  const looksRight = testFor(field);
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

function testFor(field: Field): Test {
  switch (field.type) {
    case 'phone':
      return (value) => phoneLikeness(value) !== 'no';
    case 'email':
      return (_, kind) => kind === 'email';
    case 'number':
      return (_, kind) => kind === 'number' || kind === 'phone';
    case 'date':
      return (_, kind) => kind === 'date';
    case 'rating': {
      const clean = ratingCleaner();
      return (value) => clean(value).kind === 'value';
    }
    case 'status':
    case 'dropdown': {
      const options = new Set(field.options?.map((option) => option.trim().toLowerCase()));
      return options.size === 0
        ? (_, kind) => kind === 'text' || kind === 'number'
        : (value) => options.has(value.toLowerCase());
    }
    case 'text':
      return field.apiName === 'name' ? (_, kind) => kind === 'text' : () => true;
    case 'tags':
    case 'money':
    case 'lostReason':
    case 'website':
    case 'medialink':
    case 'activeUsers':
      return () => true;
  }
}

/** Whether fitting values say much: a word fits a hundred fields, an e-mail address two. */
function isTelling(field: Field, filled: readonly string[]): boolean {
  switch (field.type) {
    case 'phone':
    case 'email':
    case 'date':
    case 'rating':
    case 'number':
      return true;
    case 'status':
    case 'dropdown':
      return field.options !== null && field.options.length > 0;
    case 'text':
      return field.apiName === 'name' && lookLikeNames(filled);
    case 'tags':
    case 'money':
    case 'lostReason':
    case 'website':
    case 'medialink':
    case 'activeUsers':
      return false;
  }
}

/** One to five words of letters only, seldom the same twice. */
function lookLikeNames(values: readonly string[]): boolean {
  const names = values.filter((value) => /^[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){0,4}$/u.test(value));
  return names.length * 5 >= values.length * 4 && new Set(names).size * 5 >= values.length * 3;
}
