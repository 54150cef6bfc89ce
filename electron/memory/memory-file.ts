import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseRecipe } from '../../shared/mapping/recipe.ts';
import type { Memory } from '../../shared/mapping/recall-mapping.ts';
import { writeWhole } from '../write-whole.ts';

/** The file in the folder of settings. */
export const MEMORY_FILE_NAME = 'memory.json';

const memorySchema = z.strictObject({
  memoryId: z.string().min(1).max(200),
  workspaceId: z.string().min(1).max(200),
  fileName: z.string().max(1000),
  rememberedAtMs: z.number(),
  recipe: z.unknown(),
});

const fileSchema = z.strictObject({
  kind: z.literal('lead-importer-memory'),
  version: z.literal(1),
  memories: z.array(z.unknown()),
});

/**
 * What the file in `folder` holds; nothing where there is none. Memory is a convenience, so what cannot be read is passed over:
 * single entries (a recipe of a later version) are left out, and a file that is damaged or newer is put aside as
 * `memory.unread.json`.
 */
export function readMemories(folder: string): readonly Memory[] {
  const filePath = path.join(folder, MEMORY_FILE_NAME);
  const text = readIfThere(filePath);
  if (text === null) {
    return [];
  }
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) {
    renameSync(filePath, path.join(folder, 'memory.unread.json'));
    return [];
  }
  return file.data.memories.flatMap((entry) => {
    const memory = memorySchema.safeParse(entry);
    const recipe = memory.success ? parseRecipe(JSON.stringify(memory.data.recipe), '') : null;
    return memory.success && recipe?.ok === true ? [{ ...memory.data, recipe: recipe.value }] : [];
  });
}

/** Replaces the file. Throws the operating system's error; the old file is then still there. */
export function writeMemories(folder: string, memories: readonly Memory[]): void {
  const file = { kind: 'lead-importer-memory', version: 1, memories };
  writeWhole(path.join(folder, MEMORY_FILE_NAME), Buffer.from(JSON.stringify(file)));
}

function readIfThere(filePath: string): string | null {
  try {
    return readFileSync(filePath, 'utf8');
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
