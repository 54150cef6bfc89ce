import type { DestinationInput } from '../mapping/destination-inputs.ts';
import type { FieldValue } from './clean-value.ts';
import type { CleaningContext } from './destination-cleaner.ts';
import { constantOf, emptyIdentifierSlot, makeSlot, NO_COLUMN } from './make-slot.ts';
import { putValueAs, type PutValue } from './put-value.ts';
import type { Slot } from './slot.ts';

/** The slot of a lead field. */
export type FieldSlot = Slot & {
  readonly putValue: PutValue;
  /** One cell as it stands fills it and nothing stands in or is answered piece by piece, so that a good or an empty cell needs no further look. */
  readonly isPlain: boolean;
};

/** A lead field with the same value in every row. */
export type FieldConstant = { readonly value: FieldValue; readonly putValue: PutValue };

/** How the fields of a lead are filled. */
export type FieldSlots = {
  /** In the order of the columns. The identifier is always among them, so that a row without it is never ready. */
  readonly slots: readonly FieldSlot[];
  /** Fields that no column feeds, in the order of the constants. */
  readonly constants: readonly FieldConstant[];
};

/** Compiles the lead fields of a mapping. Fields that the plan does not list are left out. Throws as `cleanerFor` does. */
export function fieldSlots(inputs: readonly DestinationInput[], context: CleaningContext): FieldSlots {
  const slots: FieldSlot[] = [];
  const constants: FieldConstant[] = [];
  let identifierColumn = NO_COLUMN;
  for (const input of inputs) {
    if (input.destination.kind !== 'field') {
      continue;
    }
    const { apiName } = input.destination;
    const putValue = putValueAs(apiName);
    const [first] = input.columns;
    const slot = makeSlot(input, context);
    if (slot !== null) {
      slots.push(fieldSlot(slot, putValue));
    } else if (first === undefined) {
      const value = constantOf(input, context);
      constants.push(...(value === null ? [] : [{ value, putValue }]));
    } else if (apiName === context.identifier) {
      identifierColumn = first.columnIndex;
    }
  }
  if (!slots.some(({ source }) => source.isIdentifier)) {
    const putValue = putValueAs(context.identifier);
    slots.push(fieldSlot(emptyIdentifierSlot(identifierColumn, context.identifier), putValue));
  }
  return { slots, constants };
}

function fieldSlot({ source, others, constant }: Slot, putValue: PutValue): FieldSlot {
  const isPlain = source.read === null && source.tags === null && others.length === 0 && constant === null;
  return { source, others, constant, putValue, isPlain };
}
