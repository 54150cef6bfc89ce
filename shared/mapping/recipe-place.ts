import { z } from 'zod';

/** A column as a recipe knows it: by its heading, since its place may differ in the next file. */
export const placeSchema = z.strictObject({
  /** As in the file that the recipe was made with; empty for a column without one. */
  heading: z.string().max(10_000),
  /** 1 for the first column with this heading, 2 for the second, and so on. */
  occurrence: z.int().min(1).max(100_000).default(1),
});
export type Place = z.infer<typeof placeSchema>;

/** A text that is equal where two places are. */
export function placeKey({ heading, occurrence }: Place): string {
  return `${occurrence} ${heading}`;
}
