import { groupIdOf, partsOfGroupId } from '../../shared/mapping/group-id.ts';

/** The group of the problems of one value in one column. */
export type ValueGroup = {
  readonly columnIndex: number;
  /** As in `GroupIdParts`. */
  readonly destination: string | null;
  readonly value: string;
  /** The id of the group of all alike problems of the column. */
  readonly ofAll: string;
};

/** A group of one value, taken apart; `null` for a group of all alike problems. */
export function valueOfGroup(groupId: string): ValueGroup | null {
  const parts = partsOfGroupId(groupId);
  if (parts === null || parts.value === null || parts.problem === 'action-incomplete') {
    return null;
  }
  const { columnIndex, destination, value } = parts;
  return { columnIndex, destination, value, ofAll: groupIdOf({ ...parts, value: null }) };
}
