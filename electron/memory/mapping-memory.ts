import type { WorkspaceCatalog } from '../../shared/catalog/field.ts';
import type { Decision } from '../../shared/cleaning/plan.ts';
import type { Remembered } from '../../shared/mapping/remembered.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import {
  headingKeys,
  recallMapping,
  type Memory,
  type Recalled,
} from '../../shared/mapping/recall-mapping.ts';
import { recipeFrom } from '../../shared/mapping/recipe-from.ts';
import type { Recipe } from '../../shared/mapping/recipe.ts';
import type { Column } from '../../shared/sheet/sheet.ts';
import { readMemories, writeMemories } from './memory-file.ts';

/** Sheets that are remembered; the oldest is forgotten for a new one. */
export const MOST_MEMORIES = 200;

/** Answers that are remembered of one sheet. */
const MOST_ANSWERS = 2000;

/** A sheet that was sent, or whose recipe was saved. */
export type SheetToRemember = {
  readonly workspaceId: string;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly decisions: readonly Decision[];
};

/**
 * What was decided about earlier sheets, by workspace and headings: recipes in one small file beside the settings. It holds no
 * row; the only words out of cells are labels that were answered.
 */
export class MappingMemory {
  readonly #folder: string;
  readonly #newId: () => string;
  #memories: readonly Memory[];

  /** Reads what is in `folder`; see `readMemories`. */
  constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
    this.#memories = readMemories(folder);
  }

  /** What is remembered for a sheet of this workspace in place of what is suggested. */
  recall(
    workspaceId: string,
    columns: readonly Column[],
    catalog: WorkspaceCatalog,
    suggested: Mapping,
  ): Recalled {
    const ofWorkspace = this.#memories.filter((memory) => memory.workspaceId === workspaceId);
    return recallMapping(ofWorkspace, columns, catalog, suggested);
  }

  /**
   * Remembers a sheet in place of the one with the same headings. What was answered with a new option is not: that is never done
   * unasked. Throws the operating system's error.
   */
  remember({ workspaceId, fileName, mapping, decisions }: SheetToRemember, nowMs: number): void {
    const kept = decisions.filter(({ answer }) => answer.kind !== 'add-option').slice(-MOST_ANSWERS);
    const recipe = recipeFrom(mapping, kept, fileName);
    const key = sheetKey(workspaceId, recipe);
    if (key === null) {
      return;
    }
    const before = this.#memories.find((memory) => sheetKey(memory.workspaceId, memory.recipe) === key);
    const memoryId = before?.memoryId ?? this.#newId();
    const others = this.#memories.filter((memory) => memory !== before);
    this.#keep(
      [{ memoryId, workspaceId, fileName, rememberedAtMs: nowMs, recipe }, ...others].slice(0, MOST_MEMORIES),
    );
  }

  /** Everything that is remembered, newest first. `labelOf` names a field of a workspace. */
  read(labelOf: (workspaceId: string, apiName: string) => string): readonly Remembered[] {
    return this.#memories.map(({ memoryId, workspaceId, fileName, rememberedAtMs, recipe }) => ({
      memoryId,
      workspaceId,
      fileName,
      rememberedAtMs,
      headings: recipe.columns.map(({ heading }) => heading),
      answers: recipe.decisions.flatMap(({ heading, occurrence, value, answer }) => {
        const target = recipe.columns.find(
          (column) => column.heading === heading && column.occurrence === occurrence,
        )?.target;
        const label = target?.kind === 'field' ? labelOf(workspaceId, target.apiName) : heading;
        const becomes = answer.kind === 'use-instead' ? answer.text : null;
        return value === undefined ? [] : [{ label, value, becomes }];
      }),
    }));
  }

  /** Forgets one sheet with its answers. Nothing happens when there is none of this id. */
  forget(memoryId: string): void {
    this.#keep(this.#memories.filter((memory) => memory.memoryId !== memoryId));
  }

  /** Forgets everything of a workspace that is deleted. */
  forgetWorkspace(workspaceId: string): void {
    this.#keep(this.#memories.filter((memory) => memory.workspaceId !== workspaceId));
  }

  #keep(memories: readonly Memory[]): void {
    if (memories.length !== this.#memories.length || memories[0] !== this.#memories[0]) {
      writeMemories(this.#folder, memories);
    }
    this.#memories = memories;
  }
}

/** Equal for sheets with the same set of headings in one workspace; `null` where no column has a heading. */
function sheetKey(workspaceId: string, recipe: Recipe): string | null {
  const keys = [...headingKeys(recipe.columns.map(({ heading }) => heading)).keys()];
  return keys.length === 0 ? null : JSON.stringify([workspaceId, ...keys.sort()]);
}
