/** A lead that might be among the first few, and the names of the fields and actions that it would fill. */
export type FewCandidate = { readonly rowIndex: number; readonly filled: readonly string[] };

/** How many leads are sent before the others when the user wants to look at some in Telecrm first. */
export const FEW = 3;

/**
 * Chooses leads that show as much as possible of what an import does: first the one with the most filled, then, one by one,
 * the one that adds the most that no chosen lead has; where nothing is added any more, the one that is filled most unlike those
 * chosen, because an empty field is worth a look as well. Of equals the earlier row. Answers with up to `count` row indexes in
 * the order of the sheet.
 */
export function chooseFew(candidates: readonly FewCandidate[], count = FEW): readonly number[] {
  const left = candidates.map(({ rowIndex, filled }) => ({ rowIndex, filled: new Set(filled) }));
  const chosen: typeof left = [];
  while (chosen.length < count && left.length > 0) {
    const seen = new Set(chosen.flatMap(({ filled }) => [...filled]));
    const scores = left.map((candidate) => scoreOf(candidate.filled, seen, chosen));
    const best = scores.indexOf(Math.max(...scores));
    chosen.push(...left.splice(best, 1));
  }
  return chosen.map(({ rowIndex }) => rowIndex).sort((one, other) => one - other);
}

/** What is new counts before any difference: no lead differs from another in as many as a thousand fields. */
const NEW_COUNTS = 1_000;

function scoreOf(
  filled: ReadonlySet<string>,
  seen: ReadonlySet<string>,
  chosen: readonly { readonly filled: ReadonlySet<string> }[],
): number {
  const added = [...filled].filter((name) => !seen.has(name)).length;
  const differences = chosen.map((other) => differenceOf(filled, other.filled));
  return added * NEW_COUNTS + (differences.length === 0 ? 0 : Math.min(...differences));
}

/** Names that only one of the two has. */
function differenceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((name) => other.has(name)).length;
  return one.size + other.size - 2 * shared;
}
