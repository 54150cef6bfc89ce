import type { Field, WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import { partsOfGroupId } from '../../../shared/mapping/group-id.ts';

/** The lead field that the values of a group were going to; `undefined` for parts of actions. */
export function fieldOfGroup(
  group: ProblemGroup,
  detail: ImportDetail,
  catalog: WorkspaceCatalog,
): Field | undefined {
  const target = detail.mapping.columns[group.columnIndex]?.target;
  const own = target === undefined || target.kind === 'not-sent' ? null : destinationKey(target);
  const key = partsOfGroupId(group.groupId)?.destination ?? own;
  return catalog.fields.find(({ apiName }) => destinationKey({ kind: 'field', apiName }) === key);
}
