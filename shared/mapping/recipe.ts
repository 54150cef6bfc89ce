import { z } from 'zod';
import { findField, type Catalog } from '../catalog/field.ts';
import { answerSchema, type Decision } from '../cleaning/plan.ts';
import type { RecipeFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import type { Column } from '../sheet/sheet.ts';
import {
  columnChoicesSchema,
  DEFAULT_CHOICES,
  DUPLICATE_RULES,
  targetSchema,
  type ColumnMapping,
  type Mapping,
} from './mapping.ts';
import { findColumns, occurrencesOf } from './find-columns.ts';
import { groupIdOf, partsOfGroupId } from './group-id.ts';
import { parseVersioned } from './parse-versioned.ts';

/** A column as a recipe knows it: by its heading, since its place may differ in the next file. */
const placeSchema = z.strictObject({
  /** As in the file that the recipe was made with; empty for a column without one. */
  heading: z.string().max(10_000),
  /** 1 for the first column with this heading, 2 for the second, and so on. */
  occurrence: z.int().min(1).max(100_000).default(1),
});

/**
 * Version 1 of a recipe file: everything a person decided about how a kind of sheet becomes leads, to be used again by
 * the same or another person. It holds no row and no token; the only words from cells are labels for which an answer was
 * given ("Facbook" becomes "Facebook").
 */
export const recipeSchema = z.strictObject({
  kind: z.literal('lead-importer-recipe'),
  version: z.literal(1),
  /** What people call it. */
  name: z.string().trim().min(1).max(200),
  columns: z
    .array(
      placeSchema.extend({ target: targetSchema, choices: columnChoicesSchema.default(DEFAULT_CHOICES) }),
    )
    .max(20_000)
    .readonly(),
  duplicates: z.enum(DUPLICATE_RULES).default('last-wins'),
  decisions: z
    .array(
      placeSchema.extend({
        /** A `ProblemKind`. Kinds that this version does not know are kept and match nothing. */
        problem: z.string().min(1).max(100),
        /** The label in question, for problems that are answered label by label. */
        value: z.string().max(10_000).optional(),
        answer: answerSchema,
      }),
    )
    .max(20_000)
    .readonly()
    .default([]),
});
export type Recipe = z.infer<typeof recipeSchema>;

/** What became of a recipe when it met a sheet. */
export type AppliedRecipe = {
  /** All columns of the sheet; those that the recipe names have the origin `chosen`. */
  readonly mapping: Mapping;
  readonly decisions: readonly Decision[];
  /** Headings that the recipe sends and the sheet does not have. */
  readonly missing: readonly string[];
  /** Columns that the recipe does not know. They are not sent. */
  readonly unused: readonly Column[];
};

/** The recipe of what was decided for one sheet. An empty name becomes "Recipe". */
export function recipeFrom(mapping: Mapping, decisions: readonly Decision[], name: string): Recipe {
  const occurrences = occurrencesOf(mapping.columns.map((column) => column.heading));
  const places = new Map(
    mapping.columns.map(({ columnIndex, heading }, index) => [
      columnIndex,
      { heading, occurrence: occurrences[index] ?? 1 },
    ]),
  );
  return {
    kind: 'lead-importer-recipe',
    version: 1,
    name: name.trim().slice(0, 200) || 'Recipe',
    columns: mapping.columns.map(({ columnIndex, heading, target, choices }) => ({
      ...(places.get(columnIndex) ?? { heading, occurrence: 1 }),
      target,
      choices,
    })),
    duplicates: mapping.duplicates,
    decisions: decisions.flatMap(({ groupId, answer }) => {
      const parts = partsOfGroupId(groupId);
      const place = parts === null ? undefined : places.get(parts.columnIndex);
      if (parts === null || place === undefined) {
        return [];
      }
      const { problem, value } = parts;
      return [{ ...place, problem, ...(value === null ? {} : { value }), answer }];
    }),
  };
}

/**
 * Applies a recipe to the columns of a sheet. Headings are compared exactly first and then without regard to case and
 * punctuation, as the next export may say "Mobile No" for "Mobile No.".
 *
 * @returns `field-not-in-workspace` when the recipe sends to a field that the workspace does not have: sent all the same, the
 *   values would vanish without a word. A missing heading or a new column is no failure but told.
 */
export function applyRecipe(
  recipe: Recipe,
  columns: readonly Column[],
  catalog: Catalog,
): Result<AppliedRecipe, RecipeFailure> {
  for (const { target } of recipe.columns) {
    if (target.kind === 'field' && findField(catalog, target.apiName) === undefined) {
      return failed({ kind: 'field-not-in-workspace', apiName: target.apiName });
    }
  }
  const found = findColumns(recipe.columns, columns);
  const byIndex = new Map(
    recipe.columns.flatMap((planned, index) => {
      const column = found[index];
      return column === undefined ? [] : [[column.index, planned] as const];
    }),
  );
  const missing = recipe.columns.filter(
    ({ target }, index) => found[index] === undefined && target.kind === 'field',
  );
  return success({
    mapping: {
      columns: columns.map((column) => applyToColumn(column, byIndex.get(column.index))),
      extras: [],
      joins: [],
      constants: [],
      actions: [],
      duplicates: recipe.duplicates,
    },
    decisions: applyDecisions(recipe, columns),
    missing: missing.map(({ heading }) => heading),
    unused: columns.filter((column) => !byIndex.has(column.index)),
  });
}

function applyToColumn(column: Column, planned: Recipe['columns'][number] | undefined): ColumnMapping {
  const { index: columnIndex, heading } = column;
  return planned === undefined
    ? { columnIndex, heading, target: { kind: 'not-sent' }, origin: 'suggested', choices: DEFAULT_CHOICES }
    : { columnIndex, heading, target: planned.target, origin: 'chosen', choices: planned.choices };
}

function applyDecisions(recipe: Recipe, columns: readonly Column[]): readonly Decision[] {
  const found = findColumns(recipe.columns, columns);
  return recipe.decisions.flatMap(({ heading, occurrence, problem, value, answer }) => {
    const planned = recipe.columns.findIndex(
      (column) => column.heading === heading && column.occurrence === occurrence,
    );
    const column = found[planned];
    return column === undefined
      ? []
      : [
          {
            groupId: groupIdOf({
              columnIndex: column.index,
              destination: null,
              problem,
              value: value ?? null,
            }),
            answer,
          },
        ];
  });
}

/**
 * Reads the text of a recipe file.
 *
 * @returns `recipe-newer` when a later version of this program wrote it, `recipe-unreadable` with what is wrong otherwise.
 */
export function parseRecipe(text: string, fileName: string): Result<Recipe, RecipeFailure> {
  const parsed = parseVersioned(text, recipeSchema);
  switch (parsed.kind) {
    case 'read':
      return success(parsed.value);
    case 'newer':
      return failed({ kind: 'recipe-newer', fileName, version: parsed.version });
    case 'unreadable':
      return failed({ kind: 'recipe-unreadable', fileName, detail: parsed.detail });
  }
}
