import type { Decision } from '../cleaning/plan.ts';
import { destinationOfKey } from './destination.ts';
import { occurrencesOf } from './find-columns.ts';
import { partsOfGroupId } from './group-id.ts';
import type { Mapping } from './mapping.ts';
import { RECIPE_VERSION, type Recipe } from './recipe.ts';
import type { Place } from './recipe-place.ts';

/** The recipe of what was decided for one sheet. An empty name becomes "Recipe". */
export function recipeFrom(mapping: Mapping, decisions: readonly Decision[], name: string): Recipe {
  const placeOf = placesOf(mapping);
  return {
    kind: 'lead-importer-recipe',
    version: RECIPE_VERSION,
    name: name.trim().slice(0, 200).trim() || 'Recipe',
    columns: mapping.columns.flatMap(({ columnIndex, target, choices }) =>
      placeOf(columnIndex).map((place) => ({ ...place, target, choices })),
    ),
    extras: mapping.extras.flatMap(({ columnIndex, target, choices }) =>
      placeOf(columnIndex).map((place) => ({ ...place, target, choices })),
    ),
    joins: mapping.joins.map(({ target, columnIndexes, how, separator }) => ({
      target,
      columns: columnIndexes.flatMap(placeOf),
      how,
      separator,
    })),
    constants: mapping.constants,
    actions: mapping.actions.map(({ actionId, type, onlyWhereFilled }) => ({
      actionId,
      type,
      onlyWhereFilled: onlyWhereFilled === null ? null : (placeOf(onlyWhereFilled)[0] ?? null),
    })),
    duplicates: mapping.duplicates,
    decisions: decisions.flatMap((decision) => savedDecision(decision, placeOf)),
  };
}

type PlaceOf = (columnIndex: number) => readonly Place[];

/** The place of each column; none for a column that the sheet does not have. */
function placesOf({ columns }: Mapping): PlaceOf {
  const occurrences = occurrencesOf(columns.map(({ heading }) => heading));
  const places = new Map(
    columns.map(({ columnIndex, heading }, index) => [
      columnIndex,
      { heading, occurrence: occurrences[index] ?? 1 },
    ]),
  );
  return (columnIndex) => {
    const place = places.get(columnIndex);
    return place === undefined ? [] : [place];
  };
}

function savedDecision({ groupId, answer }: Decision, placeOf: PlaceOf): Recipe['decisions'] {
  const parts = partsOfGroupId(groupId);
  if (parts === null) {
    return [];
  }
  const { columnIndex, destination, problem, value } = parts;
  const target = destination === null ? undefined : destinationOfKey(destination);
  if (target === null) {
    return [];
  }
  return placeOf(columnIndex).map((place) => ({
    ...place,
    ...(target === undefined ? {} : { target }),
    problem,
    ...(value === null ? {} : { value }),
    answer,
  }));
}
