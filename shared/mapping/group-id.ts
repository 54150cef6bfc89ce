/** The parts of a `groupId`, as `problemGroupId` in `cleaning/` puts them together. */
export type GroupIdParts = {
  /** 0-based position of the column. */
  readonly columnIndex: number;
  /** A `ProblemKind`. */
  readonly problem: string;
  /** The label, for problems that are grouped label by label; `null` for the others. */
  readonly value: string | null;
};

const GROUP_ID = /^(\d{1,6}):([a-z0-9-]+)(?::(.*))?$/su;

/** Takes a group's name apart, so that a decision can be told by heading instead of position; `null` if it is none. */
export function partsOfGroupId(groupId: string): GroupIdParts | null {
  const match = GROUP_ID.exec(groupId);
  if (match === null) {
    return null;
  }
  return { columnIndex: Number(match[1]), problem: match[2] ?? '', value: match[3] ?? null };
}

/** The name of the group with these parts: what `problemGroupId` would answer. */
export function groupIdOf(columnIndex: number, problem: string, value: string | null): string {
  return value === null ? `${columnIndex}:${problem}` : `${columnIndex}:${problem}:${value}`;
}
