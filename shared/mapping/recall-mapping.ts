import type { WorkspaceCatalog } from '../catalog/field.ts';
import type { Decision } from '../cleaning/plan.ts';
import type { Drift } from '../import.ts';
import type { Column } from '../sheet/sheet.ts';
import { applyRecipe } from './apply-recipe.ts';
import { destinationKey } from './destination.ts';
import { occurrencesOf } from './find-columns.ts';
import { groupIdOf } from './group-id.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { headingKey } from './normalise-heading.ts';
import type { Recipe } from './recipe.ts';

/** What was decided about one sheet of a workspace, when it was sent or its recipe was saved. */
export type Memory = {
  readonly memoryId: string;
  readonly workspaceId: string;
  /** Bare name of the file. */
  readonly fileName: string;
  readonly rememberedAtMs: number;
  readonly recipe: Recipe;
};

/** A sheet's mapping with what was remembered in place of mere suggestions. */
export type Recalled = {
  readonly mapping: Mapping;
  readonly decisions: readonly Decision[];
  /**
   * How the sheet compares with the remembered one, and why that one is not taken over all the same; `null` where no remembered
   * sheet is like it.
   */
  readonly drift: Drift | null;
};

/** The part of the remembered headings that a sheet must have to be taken for the next of its kind. */
const SMALLEST_SHARE = 0.8;

/**
 * Recalls what was decided about sheets like this one. A sheet is like a remembered one when it has at least four fifths of
 * its headings (case and punctuation aside), the identifier's among them; of several the most alike counts, then the newest.
 * Its columns are then matched as they were (origin `recalled`), new ones as suggested. Answers for single values are recalled
 * for every column that has the same heading and goes to the same place, whatever sheet they come from. `memories` are those
 * of the sheet's workspace; one that no longer fits the workspace (a field is gone) is passed over, and told where none fits.
 */
export function recallMapping(
  memories: readonly Memory[],
  columns: readonly Column[],
  catalog: WorkspaceCatalog,
  suggested: Mapping,
): Recalled {
  const newestFirst = [...memories].sort((one, other) => other.rememberedAtMs - one.rememberedAtMs);
  const found = recallSheet(newestFirst, columns, catalog, suggested);
  const { mapping, decisions, drift } = found ?? { mapping: suggested, decisions: [], drift: null };
  return { mapping, decisions: withAnswers(decisions, mapping, newestFirst), drift };
}

/** Headings made comparable; the second of two equal ones is another. Columns without a heading have none. */
export function headingKeys(headings: readonly string[]): ReadonlyMap<string, string> {
  const occurrences = occurrencesOf(headings, headingKey);
  return new Map(
    headings.flatMap((heading, index) => {
      const key = headingKey(heading);
      return key === '' ? [] : [[`${occurrences[index] ?? 1} ${key}`, heading] as const];
    }),
  );
}

function recallSheet(
  newestFirst: readonly Memory[],
  columns: readonly Column[],
  catalog: WorkspaceCatalog,
  suggested: Mapping,
): Recalled | null {
  const present = headingKeys(columns.map(({ heading }) => heading));
  const alike = newestFirst
    .map((memory) => ({ memory, share: shareOf(memory, present, catalog.identifier) }))
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .sort((one, other) => other.share - one.share);
  let unfit: Recalled | null = null;
  for (const { memory } of alike) {
    const applied = applyRecipe(memory.recipe, columns, catalog, 'recalled');
    if (applied.ok) {
      const { mapping, decisions, unused } = applied.value;
      return {
        mapping: withSuggestions(mapping, suggested, new Set(unused.map(({ index }) => index))),
        decisions,
        drift: driftOf(memory, present),
      };
    }
    unfit ??= {
      mapping: suggested,
      decisions: [],
      drift: { ...driftOf(memory, present), unfit: applied.failure },
    };
  }
  return unfit;
}

/** The part of the remembered headings that is present; 0 where the identifier's heading is not. */
function shareOf({ recipe }: Memory, present: ReadonlyMap<string, string>, identifier: string): number {
  const remembered = headingKeys(recipe.columns.map(({ heading }) => heading));
  const wanted = recipe.columns.filter(
    ({ target }) => target.kind === 'field' && target.apiName === identifier,
  );
  const keys = new Set([...present.values()].map((heading) => headingKey(heading)));
  const hasIdentifier = wanted.length > 0 && wanted.every(({ heading }) => keys.has(headingKey(heading)));
  const same = [...remembered.keys()].filter((key) => present.has(key)).length;
  return hasIdentifier && remembered.size > 0 ? same / remembered.size : 0;
}

function driftOf(memory: Memory, present: ReadonlyMap<string, string>): Drift {
  const remembered = headingKeys(memory.recipe.columns.map(({ heading }) => heading));
  const missing = [...remembered].filter(([key]) => !present.has(key));
  return {
    memoryId: memory.memoryId,
    rememberedAtMs: memory.rememberedAtMs,
    fileName: memory.fileName,
    sameCount: remembered.size - missing.length,
    rememberedCount: remembered.size,
    added: [...present].filter(([key]) => !remembered.has(key)).map(([, heading]) => heading),
    missing: missing.map(([, heading]) => heading),
  };
}

/** Columns that the remembered sheet did not have go where they are suggested to, unless something goes there already. */
function withSuggestions(mapping: Mapping, suggested: Mapping, unused: ReadonlySet<number>): Mapping {
  const fed = new Set(
    [...mapping.columns, ...mapping.extras, ...mapping.constants].flatMap(({ target }) =>
      target.kind === 'not-sent' ? [] : [destinationKey(target)],
    ),
  );
  const suggestions = new Map(suggested.columns.map((column) => [column.columnIndex, column]));
  const columns = mapping.columns.map((column): ColumnMapping => {
    const suggestion = suggestions.get(column.columnIndex);
    if (!unused.has(column.columnIndex) || suggestion === undefined) {
      return column;
    }
    const isTaken = suggestion.target.kind !== 'not-sent' && fed.has(destinationKey(suggestion.target));
    return isTaken ? column : suggestion;
  });
  return { ...mapping, columns };
}

/** Adds the newest answer for each value of a column that was ever answered in a column of the same heading and target. */
function withAnswers(
  decisions: readonly Decision[],
  mapping: Mapping,
  newestFirst: readonly Memory[],
): readonly Decision[] {
  const columns = new Map(
    mapping.columns.flatMap(({ columnIndex, heading, target }) =>
      target.kind === 'not-sent' || headingKey(heading) === ''
        ? []
        : [[`${destinationKey(target)} ${headingKey(heading)}`, columnIndex] as const],
    ),
  );
  const answers = new Map(decisions.map((decision) => [decision.groupId, decision]));
  for (const { recipe } of newestFirst) {
    const targets = new Map(
      recipe.columns.map(({ heading, occurrence, target }) => [`${occurrence} ${heading}`, target]),
    );
    for (const { heading, occurrence, target, problem, value, answer } of recipe.decisions) {
      const own = targets.get(`${occurrence} ${heading}`);
      const isOfValue = value !== undefined && target === undefined && problem !== 'action-incomplete';
      if (isOfValue && own !== undefined && own.kind !== 'not-sent') {
        const columnIndex = columns.get(`${destinationKey(own)} ${headingKey(heading)}`);
        const groupId =
          columnIndex === undefined ? null : groupIdOf({ columnIndex, destination: null, problem, value });
        if (groupId !== null && !answers.has(groupId)) {
          answers.set(groupId, { groupId, answer });
        }
      }
    }
  }
  return [...answers.values()];
}
