import type { Field, WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ProblemGroup } from '../../../shared/cleaning/problem-group.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { destinationOfKey } from '../../../shared/mapping/destination.ts';
import { partsOfGroupId } from '../../../shared/mapping/group-id.ts';
import type { Destination } from '../../../shared/mapping/mapping.ts';
import { kindOfDestination } from '../match/kind-of-destination.ts';

/** A place whose values are answered one by one. */
export type AnsweredPlace = {
  readonly destination: Destination;
  /** What people call it. */
  readonly label: string;
  /** What can be sent in place of a value: the options, or the addresses of the team. */
  readonly choices: readonly string[];
  /** Whether a value can become a new option in Telecrm. */
  readonly canAddOption: boolean;
  /** Whether a value that is not listed goes as it stands. */
  readonly isFree: boolean;
};

/** The place that the values of a group were going to; `undefined` where there is none any more. */
export function placeOfGroup(
  group: ProblemGroup,
  { mapping }: ImportDetail,
  catalog: WorkspaceCatalog,
): AnsweredPlace | undefined {
  const key = partsOfGroupId(group.groupId)?.destination ?? null;
  const own = mapping.columns.find(({ columnIndex }) => columnIndex === group.columnIndex)?.target;
  const destination = key === null ? own : destinationOfKey(key);
  if (destination === undefined || destination === null || destination.kind === 'not-sent') {
    return undefined;
  }
  const { type, options } = kindOfDestination(catalog, mapping, destination);
  return {
    destination,
    label: group.fieldLabel,
    choices: [...new Set(options)],
    // Telecrm's own lists (statuses, a payment's parts, the team) cannot grow by sending.
    canAddOption: type === 'dropdown' && group.kind === 'option-unknown',
    isFree: false,
  };
}

/** The lead field of a place, whose list can be changed; `undefined` for parts of actions. */
export function fieldOfPlace(
  place: AnsweredPlace | undefined,
  { fields }: WorkspaceCatalog,
): Field | undefined {
  const destination = place?.destination;
  return destination?.kind === 'field'
    ? fields.find(({ apiName }) => apiName === destination.apiName)
    : undefined;
}

/** A column of tags. */
export type TagColumn = {
  readonly columnIndex: number;
  readonly heading: string;
  readonly place: AnsweredPlace;
};

/** The columns whose tags can be answered one by one, in sheet order. */
export function tagColumns({ mapping }: ImportDetail, catalog: WorkspaceCatalog): readonly TagColumn[] {
  const headings = new Map(mapping.columns.map(({ columnIndex, heading }) => [columnIndex, heading]));
  return [...mapping.columns, ...mapping.extras]
    .flatMap(({ columnIndex, target }): readonly TagColumn[] => {
      const apiName = target.kind === 'field' ? target.apiName : null;
      const field = catalog.fields.find((one) => one.apiName === apiName);
      if (field?.type !== 'tags') {
        return [];
      }
      const place: AnsweredPlace = {
        destination: { kind: 'field', apiName: field.apiName },
        label: field.label,
        choices: [...new Set(field.options)],
        canAddOption: false,
        isFree: true,
      };
      return [{ columnIndex, heading: headings.get(columnIndex) ?? '', place }];
    })
    .sort((one, other) => one.columnIndex - other.columnIndex);
}
