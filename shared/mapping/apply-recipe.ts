import type { CustomAction } from '../catalog/action.ts';
import type { Field } from '../catalog/field.ts';
import type { Decision } from '../cleaning/plan.ts';
import type { RecipeFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import type { Column } from '../sheet/sheet.ts';
import { destinationKey } from './destination.ts';
import { findColumns } from './find-columns.ts';
import { groupIdOf } from './group-id.ts';
import { DEFAULT_CHOICES, type ColumnMapping, type Mapping, type Target } from './mapping.ts';
import type { Recipe } from './recipe.ts';
import { placeKey, type Place } from './recipe-place.ts';
import { unknownAction, unknownDestination } from './unknown-destination.ts';

/** What became of a recipe when it met a sheet. */
export type AppliedRecipe = {
  /** All columns of the sheet; those that the recipe names have the origin that was asked for. */
  readonly mapping: Mapping;
  readonly decisions: readonly Decision[];
  /** Headings that the recipe uses and the sheet does not have, each once. */
  readonly missing: readonly string[];
  /** Columns that the recipe does not know. They are not sent. */
  readonly unused: readonly Column[];
};

/**
 * Applies a recipe to the columns of a sheet. Headings are compared exactly first and then without regard to case and
 * punctuation, as the next export may say "Mobile No" for "Mobile No.".
 *
 * A missing heading or a new column is no failure but told. An action is taken out when the column of its condition is
 * missing, or every column that feeds it: its constants alone would otherwise be added to every lead.
 *
 * @param origin What is told of its columns: that they are from a recipe, or as with an earlier file.
 * @returns `field-not-in-workspace` or `action-not-in-workspace` when the recipe sends to what the workspace does not have:
 *   sent all the same, the values would vanish without a word.
 */
export function applyRecipe(
  recipe: Recipe,
  columns: readonly Column[],
  workspace: { readonly fields: readonly Field[]; readonly actions: readonly CustomAction[] },
  origin: 'recipe' | 'recalled' = 'recipe',
): Result<AppliedRecipe, RecipeFailure> {
  const unknown = firstUnknown(recipe, workspace);
  if (unknown !== null) {
    return failed(unknown);
  }
  const found = findPlaces(recipe, columns);
  const indexesOf = (place: Place): readonly number[] => {
    const column = found.get(placeKey(place));
    return column === undefined ? [] : [column.index];
  };
  const isLost = lostActions(recipe, indexesOf);
  const planned = new Map(recipe.columns.flatMap((each) => indexesOf(each).map((index) => [index, each])));
  const mapping: Mapping = {
    columns: columns.map((column) => applyToColumn(column, planned.get(column.index), { isLost, origin })),
    extras: recipe.extras.flatMap((extra) =>
      isLost(extra.target)
        ? []
        : indexesOf(extra).map((columnIndex) => ({
            columnIndex,
            target: extra.target,
            choices: extra.choices,
          })),
    ),
    joins: recipe.joins.flatMap(({ target, columns: places, how, separator }) => {
      const columnIndexes = places.flatMap(indexesOf);
      return columnIndexes.length < 2 || isLost(target) ? [] : [{ target, columnIndexes, how, separator }];
    }),
    constants: recipe.constants.filter(({ target }) => !isLost(target)),
    actions: recipe.actions.flatMap(({ actionId, type, onlyWhereFilled }) =>
      isLost({ kind: 'action-time', actionId })
        ? []
        : [
            {
              actionId,
              type,
              onlyWhereFilled: onlyWhereFilled === null ? null : (indexesOf(onlyWhereFilled)[0] ?? null),
            },
          ],
    ),
    duplicates: recipe.duplicates,
  };
  const known = new Set(recipe.columns.flatMap(indexesOf));
  return success({
    mapping,
    decisions: recipe.decisions.flatMap((decision) => appliedDecision(decision, indexesOf)),
    missing: missingHeadings(recipe, indexesOf),
    unused: columns.filter((column) => !known.has(column.index)),
  });
}

function firstUnknown(recipe: Recipe, workspace: Parameters<typeof applyRecipe>[2]): RecipeFailure | null {
  const targets = [...recipe.columns, ...recipe.extras, ...recipe.constants].flatMap(({ target }) =>
    target.kind === 'not-sent' ? [] : [target],
  );
  for (const target of targets) {
    const unknown = unknownDestination(target, recipe, workspace);
    if (unknown !== null) {
      return unknown;
    }
  }
  return recipe.actions.map(({ type }) => unknownAction(type, workspace)).find((one) => one !== null) ?? null;
}

/** Every place that the recipe speaks of and its column; those in `columns` choose first. */
function findPlaces(recipe: Recipe, columns: readonly Column[]): ReadonlyMap<string, Column | undefined> {
  const all: readonly Place[] = [
    ...recipe.columns,
    ...recipe.extras,
    ...recipe.joins.flatMap((join) => join.columns),
    ...recipe.actions.flatMap(({ onlyWhereFilled }) => onlyWhereFilled ?? []),
    ...recipe.decisions,
  ];
  const places = [...new Map(all.map((place) => [placeKey(place), place])).values()];
  const found = findColumns(places, columns);
  return new Map(places.map((place, index) => [placeKey(place), found[index]]));
}

type IndexesOf = (place: Place) => readonly number[];

/** Whether a target belongs to an action that is taken out. */
function lostActions(recipe: Recipe, indexesOf: IndexesOf): (target: Target) => boolean {
  const lost = new Set(
    recipe.actions.flatMap(({ actionId, onlyWhereFilled }) => {
      const feeding = [...recipe.columns, ...recipe.extras].filter(
        ({ target }) => target.kind === 'action' && target.actionId === actionId,
      );
      const isFedByNone = feeding.length > 0 && feeding.every((place) => indexesOf(place).length === 0);
      const isConditionLost = onlyWhereFilled !== null && indexesOf(onlyWhereFilled).length === 0;
      return isFedByNone || isConditionLost ? [actionId] : [];
    }),
  );
  return (target) => 'actionId' in target && lost.has(target.actionId);
}

function applyToColumn(
  column: Column,
  planned: Recipe['columns'][number] | undefined,
  {
    isLost,
    origin,
  }: { readonly isLost: (target: Target) => boolean; readonly origin: ColumnMapping['origin'] },
): ColumnMapping {
  const { index: columnIndex, heading } = column;
  if (planned === undefined) {
    return {
      columnIndex,
      heading,
      target: { kind: 'not-sent' },
      origin: 'suggested',
      choices: DEFAULT_CHOICES,
    };
  }
  const target: Target = isLost(planned.target) ? { kind: 'not-sent' } : planned.target;
  return { columnIndex, heading, target, origin, choices: planned.choices };
}

function appliedDecision(
  { target, problem, value, answer, ...place }: Recipe['decisions'][number],
  indexesOf: IndexesOf,
): readonly Decision[] {
  const destination = target === undefined ? null : destinationKey(target);
  return indexesOf(place).map((columnIndex) => ({
    groupId: groupIdOf({ columnIndex, destination, problem, value: value ?? null }),
    answer,
  }));
}

function missingHeadings(recipe: Recipe, indexesOf: IndexesOf): readonly string[] {
  const used: readonly Place[] = [
    ...recipe.columns.filter(({ target }) => target.kind !== 'not-sent'),
    ...recipe.extras,
    ...recipe.actions.flatMap(({ onlyWhereFilled }) => onlyWhereFilled ?? []),
  ];
  const places = new Map(used.map((place) => [placeKey(place), place]));
  return [...places.values()].filter((place) => indexesOf(place).length === 0).map(({ heading }) => heading);
}
