/** What a `groupId` is put together from. */
export type GroupIdParts = {
  /** 0-based position of the column; -1 where the problem is in no column. */
  readonly columnIndex: number;
  /** A `destinationKey`; `null` for the column's own target. */
  readonly destination: string | null;
  /** A `ProblemKind`. */
  readonly problem: string;
  /** The label, for problems that are grouped label by label; `null` for the others. */
  readonly value: string | null;
};

const GROUP_ID = /^(-1|\d{1,6})(?:>([^:]+))?:([a-z0-9-]+)(?::(.*))?$/su;

/**
 * The name of the group with these parts: `3:phone-too-short`, `3:option-unknown:Facbook`, and, where a column's values go to
 * a further destination as well, `3>field%3Aalt_phone:phone-too-short`.
 */
export function groupIdOf({ columnIndex, destination, problem, value }: GroupIdParts): string {
  const place = destination === null ? `${columnIndex}` : `${columnIndex}>${escaped(destination)}`;
  return value === null ? `${place}:${problem}` : `${place}:${problem}:${value}`;
}

/** Takes a group's name apart, so that a decision can be told by heading instead of position; `null` if it is none. */
export function partsOfGroupId(groupId: string): GroupIdParts | null {
  const match = GROUP_ID.exec(groupId);
  if (match === null) {
    return null;
  }
  return {
    columnIndex: Number(match[1]),
    destination: match[2] === undefined ? null : unescaped(match[2]),
    problem: match[3] ?? '',
    value: match[4] ?? null,
  };
}

/** Without colons, which part the name. API names may hold any sign, so `%` is kept apart too. */
function escaped(destination: string): string {
  return destination.replaceAll('%', '%25').replaceAll(':', '%3A');
}

function unescaped(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%25', '%');
}
