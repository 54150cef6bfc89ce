import { z } from 'zod';
import { answerSchema } from '../cleaning/plan.ts';
import type { RecipeFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import {
  columnChoicesSchema,
  constantSchema,
  DEFAULT_CHOICES,
  destinationSchema,
  DUPLICATE_RULES,
  joinSchema,
  plannedActionSchema,
  targetSchema,
} from './mapping.ts';
import { parseVersioned } from './parse-versioned.ts';
import { recipe1Schema, upgraded } from './recipe-1.ts';
import { placeSchema } from './recipe-place.ts';
import { checkRecipe } from './check-recipe.ts';

/** The version of recipes that this program writes. It reads this one and all before it. */
export const RECIPE_VERSION = 2;

const choices = columnChoicesSchema.default(DEFAULT_CHOICES);

/**
 * Version 2 of a recipe file, as it is saved from the Match screen and given to the command line with `--recipe`: everything
 * a person decided about how a kind of sheet becomes leads, to be used again by the same or another person. It is JSON in
 * UTF-8. It holds no row and no token; the only words from cells are labels for which an answer was given ("Facbook"
 * becomes "Facebook"). Columns are told by their headings, since their places may differ in the next file:
 *
 * ```json
 * {
 *   "kind": "lead-importer-recipe", "version": 2, "name": "Course fair",
 *   "columns":   [{ "heading": "Mobile", "occurrence": 1, "target": { "kind": "field", "apiName": "phone" },
 *                   "choices": { "dateOrder": "day-first", "decimalMark": "point", "tagSeparators": ",;|" } },
 *                 { "heading": "Paid", "target": { "kind": "action", "actionId": "a1", "part": "amount" } },
 *                 { "heading": "Remarks", "target": { "kind": "not-sent" } }],
 *   "extras":    [{ "heading": "Mobile", "target": { "kind": "field", "apiName": "whatsapp" } }],
 *   "joins":     [{ "target": { "kind": "field", "apiName": "name" }, "how": "join", "separator": " ",
 *                   "columns": [{ "heading": "First name" }, { "heading": "Last name" }] }],
 *   "constants": [{ "target": { "kind": "action", "actionId": "a1", "part": "status" }, "text": "COMPLETED" }],
 *   "actions":   [{ "actionId": "a1", "type": "PAYMENT", "onlyWhereFilled": { "heading": "Paid" } }],
 *   "duplicates": "last-wins",
 *   "decisions": [{ "heading": "Source", "problem": "option-unknown", "value": "Facbook",
 *                   "answer": { "kind": "use-instead", "text": "Facebook" } }]
 * }
 * ```
 *
 * Only `kind`, `version`, `name` and `columns` must be there. The meaning of targets, joins, constants and actions is that of
 * `mappingSchema`, of answers that of `answerSchema`.
 */
export const recipeSchema = z
  .strictObject({
    kind: z.literal('lead-importer-recipe'),
    version: z.literal(RECIPE_VERSION),
    /** What people call it. */
    name: z.string().trim().min(1).max(200),
    columns: z
      .array(placeSchema.extend({ target: targetSchema, choices }))
      .max(20_000)
      .readonly(),
    /** Further places that columns go to. */
    extras: z
      .array(placeSchema.extend({ target: destinationSchema, choices }))
      .max(1000)
      .readonly()
      .default([]),
    joins: z
      .array(
        joinSchema
          .omit({ columnIndexes: true })
          .extend({ columns: z.array(placeSchema).min(2).max(20).readonly() }),
      )
      .max(1000)
      .readonly()
      .default([]),
    constants: z.array(constantSchema.extend({ choices })).max(1000).readonly().default([]),
    actions: z
      .array(plannedActionSchema.extend({ onlyWhereFilled: placeSchema.nullable().default(null) }))
      .max(50)
      .readonly()
      .default([]),
    duplicates: z.enum(DUPLICATE_RULES).default('last-wins'),
    decisions: z
      .array(
        placeSchema.extend({
          /** Where the column's values were going; absent for the column's own target. */
          target: destinationSchema.exactOptional(),
          /** A `ProblemKind`. Kinds that this version does not know are kept and match nothing. */
          problem: z
            .string()
            .max(100)
            .regex(/^[a-z0-9-]+$/u),
          /** The label in question, for problems that are answered label by label. */
          value: z.string().max(10_000).exactOptional(),
          answer: answerSchema,
        }),
      )
      .max(20_000)
      .readonly()
      .default([]),
  })
  .superRefine(checkRecipe);
export type Recipe = z.infer<typeof recipeSchema>;

/**
 * Reads the text of a recipe file, of this or an earlier version.
 *
 * @returns `recipe-newer` when a later version of this program wrote it, `recipe-unreadable` with what is wrong otherwise.
 */
export function parseRecipe(text: string, fileName: string): Result<Recipe, RecipeFailure> {
  const parsed = parseVersioned(text, 'recipe', RECIPE_VERSION, (version) =>
    version === 1 ? recipe1Schema.transform(upgraded) : recipeSchema,
  );
  switch (parsed.kind) {
    case 'read':
      return success(parsed.value);
    case 'newer':
      return failed({ kind: 'recipe-newer', fileName, version: parsed.version });
    case 'unreadable':
      return failed({ kind: 'recipe-unreadable', fileName, detail: parsed.detail });
  }
}
