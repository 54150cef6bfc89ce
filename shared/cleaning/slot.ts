import type { Cell } from '../sheet/sheet.ts';
import { EMPTY, type CleanValue, type FieldValue } from './clean-value.ts';
import type { RowProblem } from './problem.ts';
import { settleTags, type TagAnswering } from './settle-tags.ts';
import { settleProblem, type Answers, type ProblemColumn, type Settled } from './settle-problem.ts';

/** Where the text of a value comes from, and how it is cleaned. */
export type Source = ProblemColumn & {
  /** The text made of several cells; `null` where it is the cell of `columnIndex` as it stands. */
  readonly read: ((texts: readonly Cell[]) => string) | null;
  /** How single tags are answered; `null` where the value is no tags. */
  readonly tags: TagAnswering | null;
};

/** A place in the request and what fills it. Compiled once for all rows. */
export type Slot = {
  readonly source: Source;
  /** Tried in this order while those before them are empty. */
  readonly others: readonly Source[];
  /** Stands in where all sources are empty; `null` for nothing. */
  readonly constant: FieldValue | null;
};

/** What cleaning a row, or a part of it, has found so far. */
export type Findings = {
  problems: readonly RowProblem[];
  isSkipped: boolean;
  isWaiting: boolean;
  /** Slots of which a source held something, be it good or not. */
  filledCount: number;
  /** Those among them of which something is sent. */
  keptCount: number;
};

const NO_PROBLEMS: readonly RowProblem[] = [];

/** Nothing found yet. */
export function noFindings(isSkipped: boolean): Findings {
  return { problems: NO_PROBLEMS, isSkipped, isWaiting: false, filledCount: 0, keptCount: 0 };
}

/** Takes over what was found in a part of the row. */
export function addFindings(found: Findings, part: Findings): void {
  if (part.problems.length > 0) {
    found.problems = found.problems.length === 0 ? part.problems : [...found.problems, ...part.problems];
  }
  found.isSkipped ||= part.isSkipped;
  found.isWaiting ||= part.isWaiting;
  found.filledCount += part.filledCount;
  found.keptCount += part.keptCount;
}

/** Takes over what the answers made of a problem. */
export function addSettled(found: Findings, { problems, row }: Settled): void {
  found.problems = found.problems.length === 0 ? problems : [...found.problems, ...problems];
  found.isSkipped ||= row === 'skipped';
  found.isWaiting ||= row === 'waits';
}

/** The value that goes into a slot, `null` for none. What stands in its way is added to `found`. */
export function takeValue(
  slot: Slot,
  texts: readonly Cell[],
  answers: Answers,
  found: Findings,
): FieldValue | null {
  return settleValue(slot, cleanedBy(slot.source, texts), texts, answers, found);
}

/** `takeValue` where the first source of the slot is cleaned already. */
export function settleValue(
  slot: Slot,
  first: CleanValue,
  texts: readonly Cell[],
  answers: Answers,
  found: Findings,
): FieldValue | null {
  let { source } = slot;
  let cleaned = first;
  if (cleaned.kind === 'empty') {
    for (const other of slot.others) {
      const next = cleanedBy(other, texts);
      if (next.kind !== 'empty') {
        source = other;
        cleaned = next;
        break;
      }
    }
    if (cleaned.kind === 'empty' && slot.constant !== null) {
      return slot.constant;
    }
  }
  const isFilled = cleaned.kind === 'empty' ? 0 : 1;
  found.filledCount += isFilled;
  const settled = settleProblem(source, cleaned, answers);
  if (settled === null) {
    const value = cleaned.kind === 'value' ? answeredTags(source, cleaned.value, answers, found) : null;
    found.keptCount += value === null ? 0 : 1;
    return value;
  }
  found.keptCount += settled.value === null ? 0 : 1;
  addSettled(found, settled);
  return settled.value;
}

/** A value in which every tag that has an answer is as answered; `null` where none is left. Other values stay as they are. */
function answeredTags(
  { tags }: Source,
  value: FieldValue,
  { byGroup }: Answers,
  found: Findings,
): FieldValue | null {
  if (tags === null || byGroup.size === 0 || typeof value !== 'object') {
    return value;
  }
  const settled = settleTags(value, tags, byGroup);
  found.isSkipped ||= settled.isSkipped;
  return settled.tags.length === 0 ? null : settled.tags;
}

function cleanedBy(source: Source, texts: readonly Cell[]): CleanValue {
  const text = source.read === null ? (texts[source.columnIndex] ?? '') : source.read(texts);
  return text === '' ? EMPTY : source.clean(text);
}
