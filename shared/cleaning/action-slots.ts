import { actionPartsOf } from '../catalog/action-parts.ts';
import { destinationKey } from '../mapping/destination.ts';
import type { DestinationInput } from '../mapping/destination-inputs.ts';
import { actionLabel, partLabel } from '../mapping/destination-label.ts';
import type { PlannedAction } from '../mapping/mapping.ts';
import type { FieldValue } from './clean-value.ts';
import type { CleaningContext } from './destination-cleaner.ts';
import { constantOf, makeSlot, NO_COLUMN } from './make-slot.ts';
import { putValueAs, type PutValue } from './put-value.ts';
import type { Slot } from './slot.ts';

/** A part of an action and what fills it. */
export type PartSlot = {
  /** As in the JSON. */
  readonly part: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** `null` where no column feeds it, or none that can be sent. */
  readonly slot: Slot | null;
  /** The value where there is no slot. */
  readonly constant: FieldValue | null;
  readonly putValue: PutValue;
};

/** An action of the mapping, compiled once for all rows. */
export type ActionSlots = {
  readonly actionId: string;
  readonly type: string;
  readonly label: string;
  readonly onlyWhereFilled: number | null;
  /** In the order in which the workspace lists them. */
  readonly parts: readonly PartSlot[];
  /** When it happened; its values are of the form that Telecrm takes. */
  readonly time: { readonly slot: Slot | null; readonly constant: FieldValue | null };
  /** The first column of its parts, where problems of the whole action are shown; `NO_COLUMN` where constants alone feed it. */
  readonly columnIndex: number;
};

/** Compiles the actions of a mapping, in its order. Those that the plan does not list are left out. Throws as `cleanerFor` does. */
export function actionSlots(
  planned: readonly PlannedAction[],
  inputs: readonly DestinationInput[],
  context: CleaningContext,
): readonly ActionSlots[] {
  const byKey = new Map(inputs.map((input) => [input.key, input]));
  return planned.flatMap(({ actionId, type, onlyWhereFilled }): readonly ActionSlots[] => {
    const parts = actionPartsOf(type, context.actions)?.map(({ part, isRequired }): PartSlot => ({
      part,
      label: partLabel(type, part, context),
      isRequired,
      putValue: putValueAs(part),
      ...filledBy(byKey.get(destinationKey({ kind: 'action', actionId, part })), context),
    }));
    if (parts === undefined) {
      return [];
    }
    const time = byKey.get(destinationKey({ kind: 'action-time', actionId }));
    return [
      {
        actionId,
        type,
        label: actionLabel(type, context),
        onlyWhereFilled,
        parts: parts.filter(
          ({ slot, constant, isRequired }) => slot !== null || constant !== null || isRequired,
        ),
        time: filledBy(time, context),
        columnIndex: parts.find(({ slot }) => slot !== null)?.slot?.source.columnIndex ?? NO_COLUMN,
      },
    ];
  });
}

function filledBy(
  input: DestinationInput | undefined,
  context: CleaningContext,
): { readonly slot: Slot | null; readonly constant: FieldValue | null } {
  if (input === undefined) {
    return { slot: null, constant: null };
  }
  return { slot: makeSlot(input, context), constant: constantOf(input, context) };
}
