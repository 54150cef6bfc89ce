import type { WorkspaceCatalog } from '../../shared/catalog/field.ts';
import type { RecipeFailure } from '../../shared/failure.ts';
import { applyRecipe } from '../../shared/mapping/apply-recipe.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { Recipe } from '../../shared/mapping/recipe.ts';
import { sampleValues } from '../../shared/mapping/sample-values.ts';
import { suggestMapping } from '../../shared/mapping/suggest-mapping.ts';
import { success, type Result } from '../../shared/result.ts';
import type { SheetFacts } from '../../shared/sheet/sheet.ts';
import type { RecalledMatching } from '../memory/recalled-matching.ts';
import type { Matching } from '../preparing/calls.ts';

/** How a sheet is matched without a recipe: as remembered, or else as suggested. */
export type Recall = (facts: SheetFacts, suggested: Mapping) => RecalledMatching;

/** Matches a sheet by a recipe, or without one as `recall` says. Fails only where the recipe does not fit. */
export function firstMatching(
  facts: SheetFacts,
  recipe: Recipe | null,
  catalog: WorkspaceCatalog,
  recall: Recall,
): Result<Matching, RecipeFailure> {
  const { columns, firstRows } = facts;
  const samples = sampleValues(columns, firstRows);
  const { mapping, reasons } = suggestMapping(columns, firstRows, catalog);
  if (recipe === null) {
    const recalled = recall(facts, mapping);
    return success({ ...recalled, reasons, samples });
  }
  const applied = applyRecipe(recipe, columns, catalog);
  if (!applied.ok) {
    return applied;
  }
  const { mapping: byRecipe, decisions, missing } = applied.value;
  return success({ mapping: byRecipe, reasons, samples, decisions, missingHeadings: missing });
}
