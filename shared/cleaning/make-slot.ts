import type { DestinationInput, InputColumn } from '../mapping/destination-inputs.ts';
import { destinationLabel, destinationName } from '../mapping/destination-label.ts';
import type { Cell } from '../sheet/sheet.ts';
import { EMPTY, type Cleaner, type FieldValue } from './clean-value.ts';
import { destinationCleaner, type CleaningContext } from './destination-cleaner.ts';
import { matchLabel } from './match-label.ts';
import { sendableText } from './sendable-text.ts';
import { tagGroup, type TagAnswering } from './settle-tags.ts';
import type { Slot, Source } from './slot.ts';

/** The `columnIndex` of problems that are in no column, such as `identifier-missing` where none feeds the identifier. */
export const NO_COLUMN = -1;

/** The slot of a destination that at least one column feeds; `null` where its values cannot be sent. Throws as `cleanerFor` does. */
export function makeSlot(input: DestinationInput, context: CleaningContext): Slot | null {
  const [source, ...others] = sourcesOf(input, context);
  return source === undefined ? null : { source, others, constant: constantOf(input, context) };
}

/** The slot of an identifier that nothing feeds, or nothing that can be sent: every row lacks it. */
export function emptyIdentifierSlot(columnIndex: number, apiName: string): Slot {
  const source: Source = {
    columnIndex,
    apiName,
    destination: null,
    label: null,
    isIdentifier: true,
    clean: () => EMPTY,
    read: null,
    tags: null,
  };
  return { source, others: [], constant: null };
}

/**
 * The value of a destination's constant; `null` where it has none, or one that does not fit (`mappingProblems` keeps such
 * a mapping from being sent). The identifier has none: all rows without their own would become one lead.
 */
export function constantOf(
  { destination, constant }: DestinationInput,
  context: CleaningContext,
): FieldValue | null {
  const isIdentifier = destination.kind === 'field' && destination.apiName === context.identifier;
  if (constant === null || isIdentifier) {
    return null;
  }
  const cleaned = destinationCleaner(destination, constant.choices, context)?.(constant.text);
  return cleaned?.kind === 'value' && cleaned.check === null ? cleaned.value : null;
}

function sourcesOf(input: DestinationInput, context: CleaningContext): readonly Source[] {
  const [first] = input.columns;
  if (first === undefined) {
    return [];
  }
  if (input.join?.how === 'join') {
    const { separator } = input.join;
    const indexes = input.columns.map(({ columnIndex }) => columnIndex);
    return sourceOf(input, first, context, (texts) => joined(texts, indexes, separator));
  }
  return input.columns.flatMap((column) => sourceOf(input, column, context, null));
}

function sourceOf(
  { destination, key, columns }: DestinationInput,
  column: InputColumn,
  context: CleaningContext,
  read: Source['read'],
): readonly Source[] {
  const { columnIndex, choices, isOwn } = column;
  const cleaner: Cleaner | null = destinationCleaner(destination, choices, context) ?? null;
  if (cleaner === null) {
    return [];
  }
  const isField = destination.kind === 'field';
  const source: Source = {
    columnIndex,
    apiName: destinationName(destination),
    destination: isOwn ? null : key,
    label: isField ? null : destinationLabel(destination, context.mapping, context),
    isIdentifier: isField && destination.apiName === context.identifier,
    clean: cleaner,
    read,
    tags: tagAnswering({ destination, key }, read === null ? [column] : columns, context),
  };
  return [source];
}

/** Tags of joined columns may have been answered in any of them. */
function tagAnswering(
  { destination, key }: Pick<DestinationInput, 'destination' | 'key'>,
  columns: readonly InputColumn[],
  { fields }: CleaningContext,
): TagAnswering | null {
  const apiName = destination.kind === 'field' ? destination.apiName : null;
  const field = fields.find((one) => one.apiName === apiName);
  return field?.type !== 'tags'
    ? null
    : {
        groups: columns.map(({ columnIndex, isOwn }) => tagGroup(columnIndex, isOwn ? null : key)),
        match: matchLabel(field.options ?? []),
      };
}

/** The texts that are filled, outer blanks aside, in the order of the join. */
function joined(texts: readonly Cell[], columnIndexes: readonly number[], separator: string): string {
  let text = '';
  for (const columnIndex of columnIndexes) {
    const piece = sendableText(texts[columnIndex] ?? '');
    if (piece !== '') {
      text = text === '' ? piece : `${text}${separator}${piece}`;
    }
  }
  return text;
}
