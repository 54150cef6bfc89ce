import type { Recipe } from '../../shared/mapping/recipe.ts';
import type { OpenWish } from '../imports/import-desk-options.ts';

/** What the arguments say about reading a file; `null` where they say nothing. */
export function openWish(sheetName: string | null, recipe: Recipe | null): OpenWish {
  return {
    ...(sheetName === null ? {} : { reading: { sheetName } }),
    ...(recipe === null ? {} : { recipe }),
  };
}
