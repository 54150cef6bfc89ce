import { z } from 'zod';
import { answerSchema } from '../cleaning/plan.ts';
import { columnChoicesSchema, DEFAULT_CHOICES, destinationSchema, DUPLICATE_RULES } from './mapping.ts';
import type { Recipe } from './recipe.ts';
import { placeSchema } from './recipe-place.ts';

/** Version 1 of a recipe file, which knew columns, duplicates and answers alone. It is read, but no longer written. */
export const recipe1Schema = z.strictObject({
  kind: z.literal('lead-importer-recipe'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(200),
  columns: z
    .array(
      placeSchema.extend({
        target: z.discriminatedUnion('kind', [
          destinationSchema.options[0],
          z.strictObject({ kind: z.literal('not-sent') }),
        ]),
        choices: columnChoicesSchema.default(DEFAULT_CHOICES),
      }),
    )
    .max(20_000)
    .readonly(),
  duplicates: z.enum(DUPLICATE_RULES).default('last-wins'),
  decisions: z
    .array(
      placeSchema.extend({
        problem: z.string().min(1).max(100),
        value: z.string().max(10_000).exactOptional(),
        answer: answerSchema,
      }),
    )
    .max(20_000)
    .readonly()
    .default([]),
});

/** The same recipe in the present version. */
export function upgraded(recipe: z.infer<typeof recipe1Schema>): Recipe {
  return { ...recipe, version: 2, extras: [], joins: [], constants: [], actions: [] };
}
